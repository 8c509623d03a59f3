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
  readonly #findings = new WeakMap<readonly unknown[], Buffer>();

  constructor(private readonly stream: Writable) {
    super();
    stream.on("error", (error) => this.fireError(error)).on("close", () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const { start, rest } = this.#contentOf(message);
    const length = Buffer.byteLength(start) + rest.length;
    const frame = Buffer.concat([Buffer.from(`Content-Length: ${length}\r\n\r\n${start}`), rest]);
    return new Promise((resolve, reject) => {
      this.stream.write(frame, (error) => (error ? reject(error) : resolve()));
    });
  }

  end(): void {
    this.stream.end();
  }

  /** The same findings are published at most keys of somebody who types: they are put into words once. */
  #contentOf(message: Message): { readonly start: string; readonly rest: Buffer } {
    const { params, ...others } = message as NotificationMessage;
    if (!isPublished(params)) return { start: JSON.stringify(message), rest: nothing };
    const { diagnostics, ...about } = params;
    const rest = this.#findings.get(diagnostics) ?? Buffer.from(`,"diagnostics":${JSON.stringify(diagnostics)}}}`);
    this.#findings.set(diagnostics, rest);
    return { start: JSON.stringify({ ...others, params: about }).slice(0, -"}}".length), rest };
  }
}

const nothing = Buffer.alloc(0);

function isPublished(params: NotificationMessage["params"]): params is PublishDiagnosticsParams {
  return params !== undefined && "diagnostics" in params && Array.isArray(params.diagnostics);
}
