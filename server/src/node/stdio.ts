import { finished, type Readable, type Writable } from "node:stream";
import type {
  DataCallback,
  Disposable,
  Message,
  MessageReader,
  MessageWriter,
  NotificationMessage,
  PublishDiagnosticsParams,
} from "vscode-languageserver/node";
import { Frames, type Refuse } from "./frames";
import { AbstractMessageReader, AbstractMessageWriter, PublishDiagnosticsNotification } from "./library";
import { mergeChanges } from "./mergeChanges";

/** Reads a client's messages from a stream, all that have come at once; its end is taken for the client's `exit`. */
export class StdioReader extends AbstractMessageReader implements MessageReader {
  #isCrowded = false;

  constructor(
    private readonly stream: Readable,
    private readonly refuse: Refuse,
  ) {
    super();
  }

  /** Whether the message that came last came with others, which may still wait for their turn. */
  get isCrowded(): boolean {
    return this.#isCrowded;
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
    const take = (chunk: Buffer): void => {
      const messages = mergeChanges(frames.take(chunk));
      this.#isCrowded = messages.length > 1;
      messages.forEach(deliver);
    };
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

/** Longer texts (in UTF-16 units) are written as bytes: to encode a string, Node takes three times the room of it. */
const longText = 4096;

/** Writes messages to a stream, each at once. */
export class StdioWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #findings = new WeakMap<readonly unknown[], string | Buffer>();

  constructor(private readonly stream: Writable) {
    super();
    stream.on("error", (error) => this.fireError(error)).on("close", () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    if (isPublishing(message)) return this.#publish(message);
    const text = JSON.stringify(message);
    return this.#write(inForm(headerFor(Buffer.byteLength(text)) + text));
  }

  end(): void {
    this.stream.end();
  }

  /** The same findings are published at most keys of somebody who types: they are put into words once. */
  #publish({ method, params: { uri, version, diagnostics } }: PublishingMessage): Promise<void> {
    const rest = this.#findings.get(diagnostics) ?? inForm(`${JSON.stringify(diagnostics)}}}`);
    this.#findings.set(diagnostics, rest);
    const about = `"uri":${JSON.stringify(uri)}${version === undefined ? "" : `,"version":${version}`}`;
    const start = `{"jsonrpc":"2.0","method":"${method}","params":{${about},"diagnostics":`;
    const head = headerFor(Buffer.byteLength(start) + Buffer.byteLength(rest)) + start;
    if (typeof rest === "string") return this.#write(head + rest);
    // It wakes the reader, who has come by the time that the rest is there.
    this.stream.write(head);
    return this.#write(rest);
  }

  #write(data: string | Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      this.stream.write(data, (error) => (error ? reject(error) : resolve()));
    });
  }
}

function headerFor(length: number): string {
  return `Content-Length: ${length}\r\n\r\n`;
}

function inForm(text: string): string | Buffer {
  return text.length > longText ? Buffer.from(text) : text;
}

interface PublishingMessage extends NotificationMessage {
  readonly params: PublishDiagnosticsParams;
}

function isPublishing(message: Message): message is PublishingMessage {
  return (message as NotificationMessage).method === PublishDiagnosticsNotification.method;
}
