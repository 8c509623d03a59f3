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

/** Messages longer than this (in bytes) are worth two writes. */
const longMessage = 4096;

/** Writes messages to a stream, each at once. */
export class StdioWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #findings = new WeakMap<readonly unknown[], Content>();

  constructor(private readonly stream: Writable) {
    super();
    stream.on("error", (error) => this.fireError(error)).on("close", () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const { text, bytes } = isPublishing(message) ? this.#published(message) : contentOf(JSON.stringify(message));
    const header = `Content-Length: ${bytes}\r\n\r\n`;
    const isAhead = bytes > longMessage;
    // It wakes the reader, who has come by the time that the rest is there.
    if (isAhead) this.stream.write(header);
    return new Promise((resolve, reject) => {
      this.stream.write(isAhead ? text : header + text, (error) => (error ? reject(error) : resolve()));
    });
  }

  end(): void {
    this.stream.end();
  }

  /** The same findings are published at most keys of somebody who types: they are put into words once. */
  #published({ method, params: { uri, version, diagnostics } }: PublishingMessage): Content {
    const known = this.#findings.get(diagnostics) ?? contentOf(JSON.stringify(diagnostics));
    this.#findings.set(diagnostics, known);
    const about = `"uri":${JSON.stringify(uri)}${version === undefined ? "" : `,"version":${version}`}`;
    const start = `{"jsonrpc":"2.0","method":"${method}","params":{${about},"diagnostics":`;
    return { text: `${start}${known.text}}}`, bytes: Buffer.byteLength(start) + known.bytes + "}}".length };
  }
}

/** What is written, and its length in UTF-8. */
interface Content {
  readonly text: string;
  readonly bytes: number;
}

function contentOf(text: string): Content {
  return { text, bytes: Buffer.byteLength(text) };
}

interface PublishingMessage extends NotificationMessage {
  readonly params: PublishDiagnosticsParams;
}

function isPublishing(message: Message): message is PublishingMessage {
  return (message as NotificationMessage).method === PublishDiagnosticsNotification.method;
}
