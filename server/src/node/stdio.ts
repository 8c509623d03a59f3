import { finished, type Readable, type Writable } from "node:stream";
import type {
  DataCallback,
  Disposable,
  Message,
  MessageReader,
  MessageWriter,
  NotificationMessage,
} from "vscode-languageserver/node";
import { Frames, type Refuse } from "./frames";
import { AbstractMessageReader, AbstractMessageWriter } from "./library";
import { mergeChanges } from "./mergeChanges";

/** Reads a client's messages from a stream, all that have come at once; its end is taken for the client's `exit`. */
export class StdioReader extends AbstractMessageReader implements MessageReader {
  constructor(
    private readonly stream: Readable,
    private readonly refuse: Refuse,
  ) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    const frames = new Frames(this.refuse);
    const deliver = (message: Message): void => {
      try {
        callback(message);
      } catch (error) {
        this.fireError(error);
      }
    };
    const take = (chunk: Buffer): void => mergeChanges(frames.take(chunk)).forEach(deliver);
    this.stream.on("data", take).on("error", (error) => this.fireError(error));
    const unfollow = finished(this.stream, { writable: false }, () => deliver(exit));
    return {
      dispose: () => {
        this.stream.off("data", take);
        unfollow();
      },
    };
  }
}

const exit: NotificationMessage = { jsonrpc: "2.0", method: "exit" };

/** Writes messages to a stream, each at once and in one piece. */
export class StdioWriter extends AbstractMessageWriter implements MessageWriter {
  constructor(private readonly stream: Writable) {
    super();
    stream.on("error", (error) => this.fireError(error)).on("close", () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const content = JSON.stringify(message);
    const frame = `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
    return new Promise((resolve, reject) => {
      this.stream.write(Buffer.from(frame), (error) => (error ? reject(error) : resolve()));
    });
  }

  end(): void {
    this.stream.end();
  }
}
