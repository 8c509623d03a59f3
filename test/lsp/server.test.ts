import { describe, expect, it, vi } from "vitest";
import {
  CancellationTokenSource,
  createProtocolConnection,
  type DocumentDiagnosticReport,
  ErrorCodes,
  LSPErrorCodes,
} from "vscode-languageserver/node";
import { connectEditor, type Editor, modernClient, wireToServer } from "../support/wire";
import { noteWith } from "../support/world";

const uri = "file:///group/may.md";
const turns = "* Ana: all is well\n* Bo: two boats\n* Zoe: one more\n* Zoe: the last one\n";
const note = noteWith(`## Updates\n\n${turns}\n## Agenda\n\n* Harbour lights\n\n## Action Items\n\n* Bo: paint\n`);
const ordinary = "# Grammar\n\nA page about attending and presenting.\n";

// What the server sends by push to a client that cannot ask.
const plainClient = { ...modernClient, textDocument: {}, workspace: {} };

async function pull(editor: Editor, of = uri): Promise<string[]> {
  const params = { textDocument: { uri: of } };
  const report = await editor.connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", params);
  return report.kind === "full" ? report.items.map((item) => String(item.code)) : [];
}

describe("initialize", () => {
  it("offers pull diagnostics to a client that can pull", async () => {
    const { initialized, registered } = await connectEditor(wireToServer());
    expect(initialized).toMatchObject({
      serverInfo: { name: "Notewright", version: "0.0.0-test" },
      capabilities: {
        textDocumentSync: { openClose: true, change: 2 },
        diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
        documentSymbolProvider: { label: "Notewright" },
        codeActionProvider: {
          codeActionKinds: ["quickfix", "source.fixAll.notewright", "refactor.rewrite.notewright.turns"],
        },
        hoverProvider: true,
        foldingRangeProvider: true,
      },
    });
    await vi.waitFor(() => expect(registered).toContain("workspace/didChangeConfiguration"));
  });

  it("offers no more than a plain client can take", async () => {
    const { initialized } = await connectEditor(wireToServer(), { capabilities: plainClient });
    expect(initialized.capabilities).not.toHaveProperty("diagnosticProvider");
    expect(initialized.capabilities).not.toHaveProperty("codeActionProvider");
    expect(initialized.capabilities).not.toHaveProperty("workspace.workspaceFolders");
  });

  it.each([null, 7, { commands: "notewright.addLabel", rulePages: 7 }])(
    "bears initializationOptions that are none: %j",
    async (initializationOptions) => {
      const editor = await connectEditor(wireToServer(), { initializationOptions });
      await editor.open(uri, note);
      expect(await pull(editor)).toContain("speaker-unknown");
    },
  );
});

describe("the life of a server", () => {
  const asked = { textDocument: { uri }, capabilities: {} };

  it("begins with one initialize: before it every request is refused", async () => {
    const { reader, writer } = wireToServer();
    const connection = createProtocolConnection(reader, writer);
    connection.listen();
    for (const method of ["textDocument/hover", "shutdown", "no/method"]) {
      await expect(connection.sendRequest(method, asked)).rejects.toMatchObject({
        code: ErrorCodes.ServerNotInitialized,
      });
    }
    const hello = { processId: null, rootUri: null, capabilities: {} };
    expect(await connection.sendRequest("initialize", hello)).toMatchObject({ capabilities: {} });
    await expect(connection.sendRequest("initialize", hello)).rejects.toMatchObject({
      code: ErrorCodes.InvalidRequest,
    });
    connection.dispose();
  });

  it("ends with shutdown: after it every request is refused, and nothing is sent", async () => {
    const { connection, open, published } = await connectEditor(wireToServer(), { capabilities: plainClient });
    expect(await connection.sendRequest("shutdown")).toBeNull();
    await open(uri, note);
    for (const method of ["textDocument/hover", "shutdown", "initialize", "no/method"]) {
      await expect(connection.sendRequest(method, asked)).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
    }
    expect(published).toEqual([]);
  });

  it("knows no other methods", async () => {
    const { connection } = await connectEditor(wireToServer());
    await expect(connection.sendRequest("no/method", asked)).rejects.toMatchObject({ code: ErrorCodes.MethodNotFound });
  });
});

describe("diagnostics", () => {
  it("are answered to a client that asks, for the newest version, and never sent to it", async () => {
    const editor = await connectEditor(wireToServer());
    await editor.open(uri, note);
    expect(await pull(editor)).toEqual(["speaker-unknown"]);
    await editor.change(uri, 2, "Max", { line: 9, from: 2, to: 5 });
    await editor.change(uri, 3, "**Bo:**", { line: 10, from: 2, to: 5 });
    await editor.save(uri);
    expect(await pull(editor)).toEqual(["turn-format", "speaker-unknown"]);
    await vi.waitFor(() => expect(editor.verdicts).toHaveLength(1));
    expect(editor.published).toEqual([]);
  });

  it("are sent to a client that cannot ask, one complete set for a version, and cleared at the end", async () => {
    const editor = await connectEditor(wireToServer(), { capabilities: plainClient });
    await editor.open(uri, note);
    await vi.waitFor(() => expect(editor.published).toHaveLength(1));
    await editor.change(uri, 2, noteWith(""));
    await vi.waitFor(() => expect(editor.published).toHaveLength(2));
    await editor.close(uri);
    await vi.waitFor(() => expect(editor.published).toHaveLength(3));
    const sets = editor.published.map(({ version, diagnostics }) => [version, diagnostics.map(({ code }) => code)]);
    expect(sets).toEqual([
      [1, ["speaker-unknown"]],
      [2, []],
      [undefined, []],
    ]);
  });

  it("are not sent again to a client that has them", async () => {
    const editor = await connectEditor(wireToServer());
    await editor.open(uri, note);
    const ask = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
      editor.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
    const line = note.slice(0, note.indexOf("two boats")).split("\n").length - 1;
    const typeAfter = (text: string, version: number, letter: string): Promise<void> =>
      editor.change(uri, version, letter, { line, from: text.length, to: text.length });
    await typeAfter("* Bo: two boat", 2, "s");
    const { resultId: first } = await ask();
    await typeAfter("* Bo: two boatss", 3, " ");
    expect(await ask(first)).toEqual({ kind: "unchanged", resultId: first });
    // Somebody who writes "and" goes on: that it breaks off there waits until the line is left.
    await typeAfter("* Bo: two boatss ", 4, "and");
    expect(await ask(first)).toEqual({ kind: "unchanged", resultId: first });
    await editor.caretAt(uri, 0);
    const broken = await ask(first);
    expect(broken).toMatchObject({ kind: "full", items: [{ code: "turn-unfinished" }, { code: "speaker-unknown" }] });
    expect(await ask(broken.resultId)).toEqual({ kind: "unchanged", resultId: broken.resultId });
    expect(await ask("of a server before")).toMatchObject({ kind: "full", items: [{}, {}] });
  });

  it("lead to the pages of the rules where the client says where they are", async () => {
    const editor = await connectEditor(wireToServer(), { initializationOptions: { rulePages: "vscode://x/rules" } });
    await editor.open(uri, note);
    const report = await editor.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
    expect(report).toMatchObject({
      items: [{ source: "notewright", codeDescription: { href: "vscode://x/rules/speaker-unknown.md" } }],
    });
  });
});

describe("requests", () => {
  it("are answered about a note", async () => {
    const editor = await connectEditor(wireToServer());
    await editor.open(uri, note);
    const textDocument = { uri };
    const position = { line: 9, character: 3 };
    const ask = (method: string, params: object): Promise<unknown> =>
      editor.connection.sendRequest(`textDocument/${method}`, { textDocument, ...params });
    expect(await ask("documentSymbol", {})).toMatchObject([{ children: expect.anything() }]);
    expect(await ask("foldingRange", {})).toContainEqual(expect.objectContaining({ startLine: 7 }));
    expect(await ask("hover", { position })).toMatchObject({
      contents: { value: expect.stringContaining("Ana Ruiz") },
    });
    expect(await ask("completion", { position: { line: 9, character: 2 } })).not.toEqual([]);
    const range = { start: { line: 11, character: 2 }, end: { line: 11, character: 2 } };
    expect(await ask("codeAction", { range, context: { diagnostics: [] } })).not.toEqual([]);
  });

  it("about a document that is not open are answered by nothing", async () => {
    const editor = await connectEditor(wireToServer());
    const textDocument = { uri: "file:///never/opened.md" };
    const position = { line: 0, character: 0 };
    expect(await pull(editor, textDocument.uri)).toEqual([]);
    expect(await editor.connection.sendRequest("textDocument/documentSymbol", { textDocument })).toEqual([]);
    expect(await editor.connection.sendRequest("textDocument/hover", { textDocument, position })).toBeNull();
  });

  it("that are cancelled while they wait are given up", async () => {
    let answer: (settings: unknown) => void = () => undefined;
    const settings = new Promise((resolve) => {
      answer = resolve;
    });
    const editor = await connectEditor(wireToServer(), { settings: () => settings });
    await editor.open(uri, note);
    const cancellation = new CancellationTokenSource();
    const pending = editor.connection.sendRequest(
      "textDocument/documentSymbol",
      { textDocument: { uri } },
      cancellation.token,
    );
    cancellation.cancel();
    answer(null);
    await expect(pending).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(await pull(editor)).toEqual(["speaker-unknown"]);
  });

  it("that are not about the newest version when their turn comes are given up, but for diagnostics", async () => {
    let answer: (settings: unknown) => void = () => undefined;
    const settings = new Promise((resolve) => {
      answer = resolve;
    });
    const editor = await connectEditor(wireToServer(), { settings: () => settings });
    await editor.open(uri, note);
    const params = { textDocument: { uri }, position: { line: 9, character: 3 } };
    const hover = editor.connection.sendRequest("textDocument/hover", params);
    const symbols = editor.connection.sendRequest("textDocument/documentSymbol", params);
    const diagnostics = pull(editor);
    await editor.change(uri, 2, noteWith(""));
    const after = editor.connection.sendRequest("textDocument/foldingRange", params);
    answer(null);
    await expect(hover).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    await expect(symbols).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    expect(await diagnostics).toEqual([]);
    expect(await after).toEqual(expect.any(Array));
  });

  it.each([
    ["documentSymbol", {}],
    ["documentSymbol", { textDocument: {} }],
    ["foldingRange", { textDocument: { uri: 7 } }],
    ["diagnostic", { textDocument: null }],
    ["hover", { textDocument: { uri } }],
    ["hover", { textDocument: { uri }, position: "here" }],
    ["completion", { textDocument: { uri }, position: { line: "9", character: 3 } }],
    [
      "codeAction",
      { textDocument: { uri }, range: { start: { line: 0, character: 0 } }, context: { diagnostics: [] } },
    ],
    [
      "codeAction",
      { textDocument: { uri }, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
    ],
  ])("that cannot be read are refused: %s %j", async (method, params) => {
    const editor = await connectEditor(wireToServer());
    await editor.open(uri, note);
    await expect(editor.connection.sendRequest(`textDocument/${method}`, params)).rejects.toMatchObject({
      code: ErrorCodes.InvalidParams,
    });
  });
});

describe("the verdict", () => {
  it("is sent for every opened document, and again only when it changes", async () => {
    const editor = await connectEditor(wireToServer());
    await editor.open(uri, note);
    await editor.open("file:///group/grammar.md", ordinary);
    await vi.waitFor(() => expect(editor.verdicts).toHaveLength(2));
    await editor.change(uri, 2, note.replace("boats", "ships"));
    await editor.change(uri, 3, ordinary);
    await vi.waitFor(() => expect(editor.verdicts).toHaveLength(3));
    expect(editor.verdicts.map(({ uri, version, verdict }) => [uri, version, verdict.isNote, verdict.profile])).toEqual(
      [
        [uri, 1, true, "attendee-table"],
        ["file:///group/grammar.md", 1, false, null],
        [uri, 3, false, null],
      ],
    );
  });

  it("is sent anew for a document that is opened again", async () => {
    const editor = await connectEditor(wireToServer());
    await editor.open(uri, note);
    await vi.waitFor(() => expect(editor.verdicts).toHaveLength(1));
    await editor.close(uri);
    await editor.open(uri, note);
    await vi.waitFor(() => expect(editor.verdicts).toHaveLength(2));
  });
});
