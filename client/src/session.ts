import type { Disposable } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { type CaretMessage, caretMethod, type VerdictMessage, verdictMethod } from "../../server/src/lsp/protocol";

/** What the server said of a document. */
export type Verdict = VerdictMessage["verdict"];

/** How the server is doing: `idle` until a note is seen, `failed` after a crash or start that nobody mended. */
export type ServerState = "idle" | "starting" | "running" | "failed";

/** A language client that is not started yet, and how to get rid of it and of its server. */
export interface ServerHandle {
  readonly client: BaseLanguageClient;
  dispose(): Promise<void>;
}

/** What a session asks of its surroundings. */
export interface SessionHost {
  createServer(): ServerHandle;
  /** The state or a verdict is another one. */
  changed(): void;
  log(message: string): void;
}

/** The one server of a window: started once, restarted on demand, with its verdicts while it runs. */
export class Session implements Disposable {
  readonly #host: SessionHost;
  readonly #verdicts = new Map<string, Verdict>();
  #server: ServerHandle | undefined;
  #restarts: Promise<void> = Promise.resolve();
  #disposed = false;

  constructor(host: SessionHost) {
    this.#host = host;
  }

  get state(): ServerState {
    switch (this.#server?.client.state) {
      case undefined:
        return "idle";
      case State.Starting:
        return "starting";
      case State.Running:
        return "running";
      default:
        return "failed";
    }
  }

  /** The last verdict on the document at the URI; undefined where the server gave none. */
  verdictOf(uri: string): Verdict | undefined {
    return this.#verdicts.get(uri);
  }

  /** Tells the server where the caret is; a server that does not run needs not know. */
  tellCaret(message: CaretMessage): void {
    if (this.state !== "running") return;
    this.#server?.client.sendNotification(caretMethod, message).catch((error) => {
      this.#host.log(`The server was not told of the caret: ${String(error)}`);
    });
  }

  /** Forgets a document that was closed. */
  forget(uri: string): void {
    this.#verdicts.delete(uri);
  }

  /** Starts the server unless it was started before, even if it failed then; resolves when it answers or cannot. */
  async start(): Promise<void> {
    if (!this.#server && !this.#disposed) this.#launch();
    await this.#started();
  }

  /** Stops the server, if there is one, and starts a new one; resolves when that answers or cannot. */
  async restart(): Promise<void> {
    this.#restarts = this.#restarts.then(async () => {
      await this.#halt();
      if (!this.#server && !this.#disposed) this.#launch();
    });
    await this.#restarts;
    await this.#started();
  }

  /** Stops the server for good. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    await this.#halt();
  }

  #launch(): void {
    const server = this.#host.createServer();
    const { client } = server;
    client.onDidChangeState(() => {
      if (server !== this.#server) return;
      if (this.state !== "running") this.#verdicts.clear();
      this.#host.changed();
    });
    client.onNotification(verdictMethod, ({ uri, verdict }: VerdictMessage) => {
      if (server !== this.#server) return;
      this.#verdicts.set(uri, verdict);
      this.#host.changed();
    });
    this.#server = server;
    void this.#started();
  }

  // The client itself tells the user why it could not start.
  async #started(): Promise<void> {
    const server = this.#server;
    try {
      await server?.client.start();
    } catch (error) {
      if (server === this.#server) this.#host.log(`The server did not start: ${String(error)}`);
    }
  }

  async #halt(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    this.#verdicts.clear();
    this.#host.changed();
    try {
      await server.dispose();
    } catch (error) {
      this.#host.log(`The server did not stop cleanly: ${String(error)}`);
    }
  }
}
