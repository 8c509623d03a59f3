import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { expect, onTestFinished } from "vitest";
import { type Message, type PublishDiagnosticsParams, StreamMessageReader } from "vscode-languageserver/node";
import { bundlePath } from "../support/commandLine";
import { strangerFindings, strangerNote } from "./notes";

/** A message of either side, as it stands on the wire. */
export interface RawMessage {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** What a test chooses of the client that it plays. */
export interface RawOptions {
  /** Whether the server can be asked how much memory it uses. */
  readonly tellsMemory?: boolean;
  readonly capabilities?: object;
  /** Answers a request of the server; null where it is left out. */
  readonly answer?: (request: RawMessage) => Pick<RawMessage, "result" | "error">;
}

/** How long (in milliseconds) anything may take before it counts as a hang; far more than a slow machine needs. */
const bound = 40_000;

/** A client that writes what it likes to the built server, in a process of its own, over its standard streams. */
export class RawClient {
  readonly process: ChildProcess;
  readonly #input: Writable;
  readonly received: RawMessage[] = [];
  /** What the server wrote to its standard error. */
  errors = "";
  readonly #code: Promise<number | null>;
  readonly #waiting = new Set<() => void>();
  #lastId = 0;
  #lastUri = 0;

  private constructor(private readonly options: RawOptions) {
    const node = options.tellsMemory ? ["--expose-gc", "--require", join(import.meta.dirname, "tellMemory.cjs")] : [];
    const command = [...node, bundlePath("server.js"), "--stdio"];
    this.process = spawn(process.execPath, command, { stdio: ["pipe", "pipe", "pipe", "ipc"] });
    onTestFinished(() => void this.process.kill());
    const { stdin, stdout, stderr } = this.process;
    if (!stdin || !stdout || !stderr) throw new Error("The server has no standard streams");
    new StreamMessageReader(stdout).listen((message: Message & RawMessage) => this.#take(message));
    stderr.setEncoding("utf8").on("data", (words: string) => {
      this.errors += words;
    });
    // A server that has ended takes no more input; its exit code tells.
    this.#input = stdin.on("error", () => undefined);
    this.#code = new Promise((resolve) => {
      this.process.on("exit", (code) => {
        resolve(code);
        this.#look();
      });
    });
  }

  /** Starts a server that has not been initialized. */
  static start(options: RawOptions = {}): RawClient {
    return new RawClient(options);
  }

  /** Starts a server and initializes it. */
  static async connect(options: RawOptions = {}): Promise<RawClient> {
    const client = new RawClient(options);
    await client.initialize();
    return client;
  }

  async initialize(): Promise<void> {
    const { capabilities = {} } = this.options;
    await this.request("initialize", { processId: null, rootUri: null, capabilities });
    this.notify("initialized", {});
  }

  write(bytes: string | Buffer): void {
    this.#input.write(bytes);
  }

  /** Closes the server's input. */
  end(): void {
    this.#input.end();
  }

  send(message: object): void {
    this.write(frame(JSON.stringify({ jsonrpc: "2.0", ...message })));
  }

  notify(method: string, params?: unknown): void {
    this.send({ method, params });
  }

  /** Sends a request; answers the response, be it an error. */
  async request(method: string, params?: unknown): Promise<RawMessage> {
    const id = ++this.#lastId;
    this.send({ id, method, params });
    return this.wait(`answer to ${method}`, (message) => message.id === id && message.method === undefined);
  }

  /** The first message of all those received that is as wanted; fails by name where none comes. */
  wait(name: string, isWanted: (message: RawMessage) => boolean): Promise<RawMessage> {
    return this.#await(name, () => this.received.find(isWanted));
  }

  /** The code that the process ends with. */
  code(): Promise<number | null> {
    let ended: { code: number | null } | undefined;
    void this.#code.then((code) => {
      ended = { code };
      this.#look();
    });
    return this.#await("end of the process", () => ended).then(({ code }) => code);
  }

  open(uri: string, text: string, version = 1): void {
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version, text } });
  }

  change(uri: string, version: unknown, ...contentChanges: unknown[]): void {
    this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  /** What is published of a version of the document: the rules of the findings. */
  async findings(uri: string, version: number): Promise<unknown[]> {
    const { diagnostics } = await this.#await(`findings of version ${version} of ${uri}`, () =>
      this.published(uri).find((published) => published.version === version),
    );
    return diagnostics.map(({ code }) => code);
  }

  /** What was published of the document, without what was cleared. */
  published(uri: string): PublishDiagnosticsParams[] {
    return this.received
      .filter(({ method }) => method === "textDocument/publishDiagnostics")
      .map(({ params }) => params as PublishDiagnosticsParams)
      .filter((published) => published.uri === uri);
  }

  /** What the server logged at the client. */
  logged(): string {
    const messages = this.received.filter(({ method }) => method === "window/logMessage");
    return messages.map(({ params }) => (params as { message: string }).message).join("\n");
  }

  /** Fails unless the server finds what there is to be found in a note that it has not seen. */
  async expectService(): Promise<void> {
    const uri = this.newUri();
    this.open(uri, strangerNote);
    expect(await this.findings(uri, 1)).toEqual(strangerFindings);
    this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  /** A URI that was not used before; numbers could be taken for dates. */
  newUri(): string {
    const name = String(++this.#lastUri).replace(/\d/g, (digit) => "abcdefghij".charAt(Number(digit)));
    return `file:///group/${name}.md`;
  }

  /** How much of the server's heap is in use, in bytes; for a server that tells. */
  memory(): Promise<number> {
    let size: number | undefined;
    this.process.once("message", (told) => {
      size = Number(told);
      this.#look();
    });
    this.process.send("how much?");
    return this.#await("size of the heap", () => size);
  }

  /** Forgets what was received, so that a long test needs no memory. */
  clear(): void {
    this.received.length = 0;
  }

  #take(message: RawMessage): void {
    this.received.push(message);
    if (message.method !== undefined && message.id !== undefined) {
      this.send({ id: message.id, ...(this.options.answer?.(message) ?? { result: null }) });
    }
    this.#look();
  }

  #look(): void {
    for (const look of this.#waiting) look();
  }

  #await<Value>(name: string, find: () => Value | undefined): Promise<Value> {
    return new Promise((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      const look = (): void => {
        let value: Value | undefined;
        try {
          value = find();
        } catch (error) {
          done();
          reject(error);
        }
        if (value === undefined) return;
        done();
        resolve(value);
      };
      const timer = setTimeout(() => {
        done();
        const { exitCode, signalCode } = this.process;
        reject(new Error(`No ${name} in ${bound} ms; ended with ${exitCode ?? signalCode}\n${this.errors}`));
      }, bound);
      this.#waiting.add(look);
      look();
    });
  }
}

/** A message as it stands in the stream. */
export function frame(content: string, length = Buffer.byteLength(content)): string {
  return `Content-Length: ${length}\r\n\r\n${content}`;
}
