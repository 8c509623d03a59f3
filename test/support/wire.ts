import { type ChildProcess, fork, spawn } from "node:child_process";
import { PassThrough } from "node:stream";
import { Worker } from "node:worker_threads";
import { onTestFinished } from "vitest";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  type DataCallback,
  DiagnosticRefreshRequest,
  type Disposable,
  type InitializeParams,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  type Message,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShowMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSaveReason,
} from "vscode-languageserver/node";
import type { Host } from "../../server/src/lsp/link";
import { caretMethod, type VerdictMessage, verdictMethod } from "../../server/src/lsp/protocol";
import { startServer } from "../../server/src/lsp/server";
import type { NoteFiles } from "../../server/src/workspace/store";
import { bundlePath } from "./commandLine";

/** Both ends of a wire, as the client holds them. */
export interface Wire {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** What a test chooses of the client that it plays. */
export interface EditorOptions {
  readonly capabilities?: InitializeParams["capabilities"];
  readonly initializationOptions?: unknown;
  /** URIs of workspace folders. */
  readonly folders?: readonly string[];
  /** Answers `workspace/configuration` for a document; a pending promise keeps the server waiting. */
  settings?: (uri: string) => unknown;
}

/** A client as modern as VS Code. */
export const modernClient: InitializeParams["capabilities"] = {
  textDocument: {
    diagnostic: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
};

/** The client's end of a connection to a server, and everything that the server sent unasked. */
export interface Editor {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly verdicts: VerdictMessage[];
  readonly published: PublishDiagnosticsParams[];
  /** Texts of `window/showMessage`. */
  readonly shown: string[];
  /** Lines of `window/logMessage`. */
  readonly logged: string[];
  /** Methods that the server asked to be told of. */
  readonly registered: string[];
  /** How often the server asked the client to pull all diagnostics again. */
  refreshes: number;
  open(uri: string, text: string): Promise<void>;
  close(uri: string): Promise<void>;
  /** Saves as the user does, or as the editor does by itself after a delay. */
  save(uri: string, byItself?: boolean): Promise<void>;
  /** Tells where the caret is, as VS Code's client does. */
  caretAt(uri: string, line: number | null): Promise<void>;
  /** Replaces characters of one line; the whole text where `at` is left out. */
  change(uri: string, version: number, text: string, at?: { line: number; from: number; to: number }): Promise<void>;
}

/** Plays an editor at the end of the wire: connects, initializes, and records what comes. */
export async function connectEditor(wire: Wire, options: EditorOptions = {}): Promise<Editor> {
  const connection = createProtocolConnection(wire.reader, wire.writer);
  onTestFinished(() => connection.dispose());
  const received = record(connection, options);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? modernClient,
    initializationOptions: options.initializationOptions,
    workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
  });
  await connection.sendNotification("initialized", {});
  const notify = (method: string, params: object): Promise<void> =>
    connection.sendNotification(`textDocument/${method}`, params);
  return Object.assign(received, {
    connection,
    initialized,
    open: (uri: string, text: string) =>
      notify("didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text } }),
    close: (uri: string) => notify("didClose", { textDocument: { uri } }),
    save: async (uri: string, byItself = false) => {
      const reason = byItself ? TextDocumentSaveReason.AfterDelay : TextDocumentSaveReason.Manual;
      await notify("willSave", { textDocument: { uri }, reason });
      await notify("didSave", { textDocument: { uri } });
    },
    caretAt: (uri: string, line: number | null) => connection.sendNotification(caretMethod, { uri, line }),
    change: (uri: string, version: number, text: string, at?: { line: number; from: number; to: number }) => {
      const range = at && { start: { line: at.line, character: at.from }, end: { line: at.line, character: at.to } };
      return notify("didChange", {
        textDocument: { uri, version },
        contentChanges: [{ text, ...(range && { range }) }],
      });
    },
  });
}

type Received = Omit<Editor, "connection" | "initialized" | "open" | "close" | "save" | "caretAt" | "change">;

function record(connection: ProtocolConnection, options: EditorOptions): Received {
  const received: Received = { verdicts: [], published: [], shown: [], logged: [], registered: [], refreshes: 0 };
  connection.onNotification(verdictMethod, (message: VerdictMessage) => void received.verdicts.push(message));
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => void received.published.push(params));
  connection.onNotification(ShowMessageNotification.type, ({ message }) => void received.shown.push(message));
  connection.onNotification(
    "window/logMessage",
    ({ message }: { message: string }) => void received.logged.push(message),
  );
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    received.registered.push(...registrations.map((registration) => registration.method));
  });
  connection.onRequest(DiagnosticRefreshRequest.type, () => {
    received.refreshes++;
  });
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    Promise.all(items.map(({ scopeUri }) => options.settings?.(scopeUri ?? "") ?? null)),
  );
  return received;
}

/** A wire to the server in this process, by whose clock the server goes. */
export function wireToServer({ later, now }: Pick<Host, "later" | "now"> = onTime, files?: NoteFiles): Wire {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(server, {
    version: "0.0.0-test",
    today: () => "2024-03-12",
    later,
    now,
    giveWay,
    ...(files && { files }),
  });
  onTestFinished(() => server.dispose());
  return { reader: new StreamMessageReader(toClient), writer: new StreamMessageWriter(toServer) };
}

function giveWay(): Promise<void> {
  return new Promise((resolve) => queueMicrotask(() => setImmediate(resolve)));
}

const onTime: Pick<Host, "later" | "now"> = {
  later: (task, milliseconds) => {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
  now: () => performance.now(),
};

/** A wire to the built server in a process of its own, over standard input and output. */
export function wireToStdio(server = bundlePath("server.js")): Wire & { readonly process: ChildProcess } {
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill());
  return {
    process: child,
    reader: new StreamMessageReader(child.stdout),
    writer: new StreamMessageWriter(child.stdin),
  };
}

/** A wire to the built server in a process of its own, over Node's channel between processes. */
export function wireToIpc(): Wire {
  const child = fork(bundlePath("server.js"), ["--node-ipc"]);
  onTestFinished(() => void child.kill());
  return { reader: new IPCMessageReader(child), writer: new IPCMessageWriter(child) };
}

/** A wire to the built web worker server, in a scope that holds what a web worker has and nothing of Node. */
export function wireToWorker(): Wire {
  const worker = new Worker(webWorkerScope, { eval: true, workerData: bundlePath("server.worker.js") });
  onTestFinished(async () => void (await worker.terminate()));
  return { reader: new WorkerReader(worker), writer: new WorkerWriter(worker) };
}

const webWorkerScope = `
const { readFileSync } = require("node:fs");
const { createContext, runInContext } = require("node:vm");
const { parentPort, workerData } = require("node:worker_threads");
const scope = createContext({
  console, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, structuredClone,
  TextEncoder, TextDecoder, URL, performance, crypto,
  addEventListener() {}, removeEventListener() {},
  postMessage: (message) => parentPort.postMessage(message),
});
runInContext("globalThis.self = globalThis", scope);
runInContext(readFileSync(workerData, "utf8"), scope, { filename: workerData });
parentPort.on("message", (data) => scope.onmessage({ data }));
`;

class WorkerReader extends AbstractMessageReader implements MessageReader {
  constructor(private readonly worker: Worker) {
    super();
    worker.on("error", (error) => this.fireError(error));
  }

  listen(callback: DataCallback): Disposable {
    this.worker.on("message", callback);
    return { dispose: () => this.worker.off("message", callback) };
  }
}

class WorkerWriter extends AbstractMessageWriter implements MessageWriter {
  constructor(private readonly worker: Worker) {
    super();
  }

  async write(message: Message): Promise<void> {
    this.worker.postMessage(message);
  }

  end(): void {}
}
