import { describe, expect, it } from "vitest";
import { ErrorCodes } from "vscode-languageserver/node";
import { LineIndex } from "../../server/src/text/lines";
import { strangerFindings, strangerNote } from "./notes";
import { RawClient } from "./rawClient";

const whole = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
const at = (line: unknown, character: unknown) => ({ line, character });

describe("edits", () => {
  it("whose versions go back, or are given twice, hold all the same", async () => {
    const client = await RawClient.connect();
    const uri = client.newUri();
    client.open(uri, strangerNote, 5);
    expect(await client.findings(uri, 5)).toContain("speaker-unknown");
    client.change(uri, 3, { text: strangerNote.replaceAll("Zoe", "Bo") });
    expect(await client.findings(uri, 3)).not.toContain("speaker-unknown");
    client.clear();
    client.change(uri, 3, { text: strangerNote });
    expect(await client.findings(uri, 3)).toContain("speaker-unknown");
  });

  it("out of range are made at the nearest place", async () => {
    const client = await RawClient.connect();
    const lines = strangerNote.split("\n");
    const turn = lines.indexOf("* Ana: all is well");
    const words = "\n\nNew\n";
    for (const [range, expected] of [
      [{ start: at(9999, 7), end: at(99999, 7) }, strangerNote + words],
      [{ start: at(-3, -7), end: at(-1, 9) }, words + strangerNote],
      [{ start: at(turn, 9999), end: at(turn, 99999) }, lines.with(turn, lines[turn] + words).join("\n")],
      [{ start: at(turn, 6), end: at(turn, 2) }, lines.with(turn, `* ${words} all is well`).join("\n")],
    ] as const) {
      const [edited, fresh] = [client.newUri(), client.newUri()];
      client.open(edited, strangerNote);
      client.change(edited, 2, { range, text: words });
      // Made where the client means it, whatever came before.
      client.change(edited, 3, { range: { start: at(turn + 1, 0), end: at(turn + 1, 0) }, text: "B" });
      const { start } = new LineIndex(expected).lineSpan(turn + 1);
      client.open(fresh, `${expected.slice(0, start)}B${expected.slice(start)}`);
      const [one, other] = await Promise.all(
        [edited, fresh].map(async (uri) => {
          const answers = ["documentSymbol", "foldingRange"].map((method) =>
            client.request(`textDocument/${method}`, { textDocument: { uri } }),
          );
          return JSON.stringify((await Promise.all(answers)).map(({ result }) => result)).replaceAll(uri, "");
        }),
      );
      expect(one).toContain("Harbour lights");
      expect(one, JSON.stringify(range)).toBe(other);
    }
  });

  it("that cannot be read are left out and told of, without a word of the note", async () => {
    const client = await RawClient.connect();
    for (const change of [
      { range: whole },
      { range: whole, text: 7 },
      { range: { start: "0:0", end: at(1, 1) }, text: "a" },
      { range: { start: at("0", 0), end: at(1, 1) }, text: "a" },
      { range: null, text: "a" },
      null,
    ]) {
      const uri = client.newUri();
      client.clear();
      client.open(uri, strangerNote);
      client.change(uri, 2, { text: "# Nothing" }, change);
      client.change(uri, 3, { range: { start: at(0, 0), end: at(0, 0) }, text: "" });
      expect(await client.findings(uri, 3), JSON.stringify(change)).toEqual(strangerFindings);
      expect(client.logged()).toContain("textDocument/didChange");
      expect(client.logged()).not.toMatch(/Nothing|Zoe/);
    }
  });

  it("of a document that was never opened, or was closed, change nothing", async () => {
    const client = await RawClient.connect();
    const uri = client.newUri();
    client.change(uri, 2, { text: strangerNote });
    client.notify("textDocument/didClose", { textDocument: { uri } });
    client.notify("textDocument/didSave", { textDocument: { uri } });
    client.notify("notewright/caret", { uri, line: 3 });
    await client.expectService();
    expect(client.published(uri)).toEqual([]);
    client.open(uri, strangerNote);
    expect(await client.findings(uri, 1)).toContain("speaker-unknown");
    client.notify("textDocument/didClose", { textDocument: { uri } });
    client.clear();
    client.change(uri, 2, { text: strangerNote });
    await client.expectService();
    expect(client.published(uri).flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });
});

describe("documents", () => {
  it("that are opened twice are as they were opened last", async () => {
    const client = await RawClient.connect();
    const uri = client.newUri();
    client.open(uri, strangerNote);
    expect(await client.findings(uri, 1)).toContain("speaker-unknown");
    client.clear();
    client.open(uri, strangerNote.replaceAll("Zoe", "Bo"));
    expect(await client.findings(uri, 1)).not.toContain("speaker-unknown");
  });

  it("are left out of what cannot be read", async () => {
    const client = await RawClient.connect();
    const uri = client.newUri();
    for (const params of [
      {},
      { textDocument: "a" },
      { textDocument: { uri, languageId: "markdown", version: 1 } },
      { textDocument: { uri: 7, languageId: "markdown", version: 1, text: "" } },
      { textDocument: { uri, version: "1", text: strangerNote } },
      [{ uri }],
      undefined,
    ]) {
      for (const method of ["didOpen", "didChange", "didSave", "willSave", "didClose"]) {
        client.notify(`textDocument/${method}`, params);
      }
      client.notify("notewright/caret", params);
    }
    await client.expectService();
    expect(client.published(uri)).toEqual([]);
  });
});

describe("requests", () => {
  it("of an unknown method are refused, notifications of one are left out", async () => {
    const client = await RawClient.connect();
    client.notify("no/method", { textDocument: 7 });
    client.notify("$/none");
    for (const method of ["no/method", "$/none", "textDocument/rename"]) {
      expect(await client.request(method, {})).toMatchObject({ error: { code: ErrorCodes.MethodNotFound } });
    }
    await client.expectService();
  });

  it("that cannot be read are refused", async () => {
    const client = await RawClient.connect();
    const uri = client.newUri();
    client.open(uri, strangerNote);
    for (const [method, params] of [
      ["hover", { textDocument: { uri }, position: "0:0" }],
      ["completion", { textDocument: { uri }, position: at("0", 0) }],
      ["codeAction", { textDocument: { uri }, range: whole }],
      ["documentSymbol", {}],
      ["foldingRange", undefined],
      ["foldingRange", [uri]],
    ] as const) {
      const { error } = await client.request(`textDocument/${method}`, params);
      expect(error?.code).toBe(ErrorCodes.InvalidParams);
    }
    await client.expectService();
  });

  it("about places outside the text are answered for the nearest inside", async () => {
    const client = await RawClient.connect();
    const uri = client.newUri();
    client.open(uri, strangerNote);
    for (const position of [at(-1, -1), at(9999, 9999), at(2 ** 40, 2 ** 40)]) {
      expect(await client.request("textDocument/hover", { textDocument: { uri }, position })).toHaveProperty("result");
      const range = { start: position, end: at(0, 0) };
      const asked = { textDocument: { uri }, range, context: { diagnostics: [] } };
      expect(await client.request("textDocument/codeAction", asked)).toHaveProperty("result");
    }
  });

  it("that were answered long ago, or never made, may be cancelled", async () => {
    const client = await RawClient.connect();
    await client.expectService();
    for (const params of [{ id: 1 }, { id: 2 }, { id: 77 }, { id: "never" }, {}, undefined, { id: {} }]) {
      client.notify("$/cancelRequest", params);
    }
    await client.expectService();
  });

  it("that nobody made may be answered", async () => {
    const client = await RawClient.connect();
    for (const answer of [
      { id: 77, result: 7 },
      { id: null, error: { code: 1, message: "no" } },
      { id: 77, error: 7 },
    ]) {
      client.send(answer);
    }
    await client.expectService();
  });
});

describe("settings of wrong types", () => {
  const wrong = [
    null,
    7,
    [],
    { enable: "no", files: ["a"], labels: "a", rules: 7, turns: [] },
    { files: { "[": "note", "": "note", a: 7 }, labels: [7, null], rules: { none: "off", "turn-form": 7 }, turns: 7 },
  ];

  it("hold as if they were not set, when they are asked for", async () => {
    const answers = [
      ...wrong.map((settings) => ({ result: [settings] })),
      { result: 7 },
      { result: [] },
      { error: {} },
    ];
    let answer: object = {};
    const client = await RawClient.connect({
      capabilities: { workspace: { configuration: true } },
      answer: () => answer,
    });
    for (answer of answers) await client.expectService();
    answer = { error: { code: ErrorCodes.InternalError, message: "no" } };
    await client.expectService();
  });

  it("hold as if they were not set, when they are sent, in any way", async () => {
    const client = await RawClient.connect();
    const sent = wrong.map((notewright) => ({ settings: { notewright } }));
    for (const params of [...sent, undefined, null, {}, { settings: null }, { settings: 7 }, [7]]) {
      client.notify("workspace/didChangeConfiguration", params);
      client.notify("workspace/didChangeWorkspaceFolders", params);
      await client.expectService();
    }
  });
});
