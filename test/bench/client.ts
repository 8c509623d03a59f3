import { type ChildProcess, spawn } from "node:child_process";
import type { Diagnostic, Message, PublishDiagnosticsParams } from "vscode-languageserver";
import { StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";

/** How long, in milliseconds, a server may take for one answer. */
const patience = 20_000;

/** A server that did not answer in time, or left. */
export class NoAnswer extends Error {}

/** Answers a request of the server's own. */
export type AnswerServer = (method: string, params: unknown) => unknown;

/** A server in a process of its own, and the least client that there can be: the same for all that are measured. */
export class Client {
  readonly process: ChildProcess;
  /** Settles when the process has ended. */
  readonly gone: Promise<unknown>;
  readonly #writer: StreamMessageWriter;
  readonly #replies = new Map<number, Waiting<unknown>>();
  #requests = 0;
  #published: { readonly version: number; readonly waiting: Waiting<Diagnostic[]> } | undefined;

  constructor(script: string, answerServer: AnswerServer) {
    this.process = spawn(process.execPath, [script, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
    this.gone = new Promise((resolve) => this.process.once("exit", resolve));
    const { stdin, stdout } = this.process;
    if (!stdin || !stdout) throw new Error("The server has no standard input and output.");
    // What is written to a server that was ended is no news.
    stdin.on("error", () => undefined);
    this.#writer = new StreamMessageWriter(stdin);
    new StreamMessageReader(stdout).listen((message) => this.#receive(message as AnyMessage, answerServer));
    this.process.on("exit", () => {
      for (const reply of this.#replies.values()) reply.giveUp();
      this.#published?.waiting.giveUp();
    });
  }

  /** Sends a request and waits for its result; null where the server answers with an error. */
  request(method: string, params: object): Promise<unknown> {
    const id = ++this.#requests;
    const waiting = new Waiting<unknown>(method, () => this.#replies.delete(id));
    this.#replies.set(id, waiting);
    this.#send({ id, method, params });
    return waiting.result;
  }

  notify(method: string, params: object): void {
    this.#send({ method, params });
  }

  /** Waits for the next diagnostics that are pushed for this version; the one before must have come. */
  published(version: number): Promise<Diagnostic[]> {
    const waiting = new Waiting<Diagnostic[]>(`diagnostics of version ${version}`, () => {
      this.#published = undefined;
    });
    this.#published = { version, waiting };
    return waiting.result;
  }

  /** Ends the server, if it has not left, and waits until it is gone. */
  async end(): Promise<void> {
    this.process.kill("SIGKILL");
    await this.gone;
  }

  #receive(message: AnyMessage, answerServer: AnswerServer): void {
    const { id, method, params } = message;
    if (method === undefined) this.#replies.get(Number(id))?.done(message.error ? null : message.result);
    else if (id !== undefined) this.#send({ id, result: answerServer(method, params) ?? null });
    else if (method === "textDocument/publishDiagnostics") {
      const { version, diagnostics } = params as PublishDiagnosticsParams;
      if (this.#published?.version === version) this.#published?.waiting.done(diagnostics);
    }
  }

  #send(message: object): void {
    void this.#writer.write({ jsonrpc: "2.0", ...message } as Message);
  }
}

interface AnyMessage {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** Something that is to come, and the end of the patience for it. */
class Waiting<Result> {
  readonly result: Promise<Result>;
  readonly done: (result: Result) => void;
  readonly giveUp: () => void;

  constructor(what: string, ended: () => void) {
    let settle: { resolve: (result: Result) => void; reject: (error: Error) => void } | undefined;
    this.result = new Promise<Result>((resolve, reject) => {
      settle = { resolve, reject };
    });
    // Whoever waits hears of it; a server may leave while nobody does.
    this.result.catch(() => undefined);
    const end = (): void => {
      clearTimeout(timer);
      ended();
    };
    this.done = (result) => {
      end();
      settle?.resolve(result);
    };
    this.giveUp = () => {
      end();
      settle?.reject(new NoAnswer(`No answer: ${what}.`));
    };
    const timer = setTimeout(this.giveUp, patience);
  }
}
