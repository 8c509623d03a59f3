import type { Disposable } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { type CaretMessage, caretMethod, type VerdictMessage, verdictMethod } from "../../server/src/lsp/protocol";
import { Crashes, mostRestarts } from "./crashes";

/** What the server said of a document. */
export type Verdict = VerdictMessage["verdict"];

/** How the server is doing: `idle` until a note is seen, `stopped` after it crashed too often to be started again. */
export type ServerState = "idle" | "starting" | "running" | "stopped";

/** A language client that is not started yet, and how to get rid of it and of its server. */
export interface ServerHandle {
  readonly client: BaseLanguageClient;
  dispose(): Promise<void>;
}

/** What a session asks of its surroundings. */
export interface SessionHost {
  /** Makes a server; `lost` is to be called when it is gone and its client does not know. */
  createServer(lost: () => void): ServerHandle;
  /** The state or a verdict is another one. */
  changed(): void;
  /** The server crashed so often that it is not started again: the user has to be told. */
  stopped(): void;
  log(message: string): void;
  /** The time in milliseconds. */
  now(): number;
}

/** The one server of a window: started once, restarted after a crash and on demand, its verdicts kept while it runs. */
export class Session implements Disposable {
  readonly #host: SessionHost;
  readonly #verdicts = new Map<string, Verdict>();
  readonly #crashes = new Crashes();
  #standing: "idle" | "wanted" | "stopped" = "idle";
  #server: ServerHandle | undefined;
  #replacements: Promise<void> = Promise.resolve();
  #disposed = false;

  constructor(host: SessionHost) {
    this.#host = host;
  }

  get state(): ServerState {
    if (this.#standing !== "wanted") return this.#standing;
    return this.#server?.client.state === State.Running ? "running" : "starting";
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

  /** Asks the server, which is started for it if need be; rejects where it cannot answer. */
  async ask<Answer>(method: string, params: object): Promise<Answer> {
    this.start();
    const client = this.#server?.client;
    if (!client) throw new Error("The server is stopped");
    await client.start();
    return client.sendRequest<Answer>(method, params);
  }

  /** Forgets a document that was closed. */
  forget(uri: string): void {
    this.#verdicts.delete(uri);
  }

  /** Starts the server unless it was started before, even if it stopped since. */
  start(): void {
    if (this.#standing !== "idle" || this.#disposed) return;
    this.#standing = "wanted";
    this.#launch();
  }

  /** Stops the server, if there is one, and starts a new one; resolves when that answers or cannot. */
  async restart(): Promise<void> {
    if (this.#disposed) return;
    this.#standing = "wanted";
    this.#crashes.forget();
    await this.#replace();
    await this.#server?.client.start().catch(() => undefined);
  }

  /** Stops the server for good. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    this.#standing = "idle";
    await this.#leave();
  }

  #launch(): void {
    if (this.#server || this.#standing !== "wanted") return;
    const server = this.#host.createServer(() => this.#lose(server));
    const { client } = server;
    client.onDidChangeState(() => {
      if (server !== this.#server) return;
      if (client.state === State.Stopped || client.state === State.StartFailed) this.#lose(server);
      else this.#host.changed();
    });
    client.onNotification(verdictMethod, ({ uri, verdict }: VerdictMessage) => {
      if (server !== this.#server) return;
      this.#verdicts.set(uri, verdict);
      this.#host.changed();
    });
    this.#server = server;
    // The client logs why it could not start, and changes its state.
    client.start().catch(() => undefined);
  }

  #lose(server: ServerHandle): void {
    if (server !== this.#server) return;
    const crashes = this.#crashes.add(this.#host.now());
    if (crashes <= mostRestarts) {
      this.#host.log(`The server crashed and is started again (${crashes} of ${mostRestarts} times within 3 minutes)`);
    } else {
      this.#host.log(`The server crashed ${crashes} times within 3 minutes and is not started again`);
      this.#standing = "stopped";
      this.#host.stopped();
    }
    void this.#replace();
  }

  /** Leaves the server that there is for a new one, or for none where none is wanted. */
  #replace(): Promise<void> {
    const left = this.#leave();
    this.#replacements = Promise.all([this.#replacements, left]).then(() => this.#launch());
    return this.#replacements;
  }

  async #leave(): Promise<void> {
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
