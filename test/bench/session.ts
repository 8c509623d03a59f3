import { setTimeout } from "node:timers/promises";
import type { Diagnostic, DocumentDiagnosticReport } from "vscode-languageserver";
import { Client } from "./client";
import type { BenchNote } from "./notes";
import { type Feature, type ServerSpec, workspace } from "./servers";
import { type Typist, typistAt } from "./typist";

/** An answer and how long it took, in milliseconds. */
export interface Timed<Answer> {
  readonly time: number;
  readonly answer: Answer;
}

const textDocument = { uri: new URL("note.md", workspace).href };

/** In milliseconds, for a server that is to leave. */
const patience = 1_000;

const methods = {
  outline: "textDocument/documentSymbol",
  completion: "textDocument/completion",
  codeAction: "textDocument/codeAction",
} as const;

/** What a present-day editor can show, and nothing that makes a server ask first. */
const capabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: { dynamicRegistration: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source"] } } },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

const pullCapabilities = {
  textDocument: { ...capabilities.textDocument, diagnostic: {} },
  workspace: { ...capabilities.workspace, diagnostics: { refreshSupport: true } },
};

/** A server with one note open in it, and somebody who types into that note. */
export class Session {
  readonly #client: Client;
  readonly #spawned: number;
  readonly #typist: Typist;
  #text: string;
  #version = 1;
  #shown: readonly Diagnostic[] = [];
  /** The name that the server gave to what is shown. */
  #resultId: string | undefined;
  /** A finding above the caret, where typing does not move it, that code actions are asked for. */
  #fixable: Diagnostic | undefined;

  constructor(
    private readonly spec: ServerSpec,
    note: BenchNote,
  ) {
    this.#text = note.text;
    this.#typist = typistAt(note.place);
    this.#spawned = performance.now();
    this.#client = new Client(spec.script, spec.answer?.(() => this.#text) ?? (() => null));
  }

  /** The text as it stands. */
  get text(): string {
    return this.#text;
  }

  /** The diagnostics that were shown last. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#shown;
  }

  get processId(): number | undefined {
    return this.#client.process.pid;
  }

  /** From the start of the process until it has answered `initialize`; to be called before anything else. */
  async start(): Promise<number> {
    await this.#client.request("initialize", {
      processId: process.pid,
      rootUri: workspace.href,
      workspaceFolders: [{ uri: workspace.href, name: "bench" }],
      capabilities: this.spec.shows === "pulled diagnostics" ? pullCapabilities : capabilities,
      initializationOptions: this.spec.options,
    });
    const time = performance.now() - this.#spawned;
    this.#client.notify("initialized", {});
    if (this.spec.settings) this.#client.notify("workspace/didChangeConfiguration", { settings: this.spec.settings });
    return time;
  }

  /** From opening the note until the server shows what it has read. */
  open(): Promise<Timed<unknown>> {
    return this.#time(() => {
      const document = { ...textDocument, languageId: "markdown", version: this.#version, text: this.#text };
      this.#client.notify("textDocument/didOpen", { textDocument: document });
      return this.#show();
    });
  }

  /** From a key until the server shows what it has read of the text with it. */
  type(): Promise<Timed<unknown>> {
    const change = this.#press();
    return this.#time(() => {
      this.#client.notify("textDocument/didChange", change);
      return this.#show();
    });
  }

  /** From a key until the server has answered for the text with it; waits for the diagnostics that follow. */
  async ask(feature: Feature): Promise<Timed<unknown>> {
    const change = this.#press();
    const params = { textDocument, ...this.#paramsOf(feature) };
    let shown: Promise<unknown> | undefined;
    const timed = await this.#time(() => {
      this.#client.notify("textDocument/didChange", change);
      if (this.spec.shows === "diagnostics") shown = this.#show();
      return this.#client.request(methods[feature], params);
    });
    await shown;
    return timed;
  }

  /** Looks for a finding that can be fixed, to ask for code actions there. */
  async findFixable(): Promise<void> {
    const { line } = this.#typist.bulletStart;
    for (const finding of this.#shown.filter(({ range }) => range.end.line < line)) {
      const answer = await this.#client.request(methods.codeAction, { textDocument, ...actionsFor(finding) });
      if (!Array.isArray(answer) || answer.length === 0) continue;
      this.#fixable = finding;
      return;
    }
  }

  /** Makes a change that nobody types and takes it back: a server that spares the line being typed shows all then. */
  async touch(): Promise<void> {
    const start = { line: 0, character: 0 };
    const added = { range: { start, end: start }, text: "\n" };
    const removed = { range: { start, end: { line: 1, character: 0 } }, text: "" };
    this.#version++;
    const document = { ...textDocument, version: this.#version };
    this.#client.notify("textDocument/didChange", { textDocument: document, contentChanges: [added, removed] });
    await this.#show();
  }

  /** Asks the server to leave, as an editor does, and ends one that does not. */
  async leave(): Promise<void> {
    await this.#client.request("shutdown", {});
    this.#client.notify("exit", {});
    await Promise.race([this.#client.gone, setTimeout(patience)]);
    await this.end();
  }

  /** Ends the server. */
  end(): Promise<void> {
    return this.#client.end();
  }

  async #time<Answer>(act: () => Promise<Answer>): Promise<Timed<Answer>> {
    const started = performance.now();
    const answer = await act();
    return { time: performance.now() - started, answer };
  }

  async #show(): Promise<unknown> {
    if (this.spec.shows === "outline") return this.#client.request(methods.outline, { textDocument });
    if (this.spec.shows === "pulled diagnostics") await this.#pull();
    else this.#shown = await this.#client.published(this.#version);
    return this.#shown;
  }

  /** As VS Code does: a server may say that nothing has changed since the report that was its last. */
  async #pull(): Promise<void> {
    const params = { textDocument, previousResultId: this.#resultId };
    const report = (await this.#client.request("textDocument/diagnostic", params)) as DocumentDiagnosticReport;
    if (report.kind === "full") this.#shown = report.items;
    this.#resultId = report.resultId;
  }

  #press(): object {
    const { range, start, end, text } = this.#typist.press();
    this.#text = this.#text.slice(0, start) + text + this.#text.slice(end);
    this.#version++;
    return { textDocument: { ...textDocument, version: this.#version }, contentChanges: [{ range, text }] };
  }

  #paramsOf(feature: Feature): object {
    if (feature === "outline") return {};
    const { bulletStart } = this.#typist;
    if (feature === "completion") return { position: bulletStart, context: { triggerKind: 1 } };
    return this.#fixable
      ? actionsFor(this.#fixable)
      : { ...noActions, range: { start: bulletStart, end: bulletStart } };
  }
}

const noActions = { context: { diagnostics: [], triggerKind: 1 } };

function actionsFor(finding: Diagnostic): object {
  return { range: finding.range, context: { diagnostics: [finding], triggerKind: 1 } };
}
