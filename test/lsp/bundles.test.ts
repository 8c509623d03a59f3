import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { runBundle } from "../support/commandLine";
import { connectEditor, wireToIpc, wireToStdio, wireToWorker } from "../support/wire";

const uri = "file:///group/2023-08-08.md";
const seed = join(import.meta.dirname, "../../seeds/2023-08-08-sig-guest-languages.md");

describe.each([
  ["over standard input and output", wireToStdio],
  ["over Node's channel", wireToIpc],
  ["in a web worker", wireToWorker],
])("the built server %s", (_, wireTo) => {
  it("serves the owner's note", async () => {
    const editor = await connectEditor(wireTo());
    await editor.open(uri, await readFile(seed, "utf8"));
    const report = await editor.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
    const unknown = expect.objectContaining({ code: "speaker-unknown" });
    expect(report).toMatchObject({ items: [unknown, unknown, unknown] });
    await vi.waitFor(() => expect(editor.verdicts).toMatchObject([{ uri, verdict: { isNote: true } }]));
    const actions = await editor.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: { line: 26, character: 10 }, end: { line: 26, character: 10 } },
      context: { diagnostics: [] },
    });
    expect(actions).toContainEqual(expect.objectContaining({ kind: "quickfix" }));
  });
});

describe("the built server", () => {
  it("ends with 0 when it is told to", async () => {
    const wire = wireToStdio();
    const ended = new Promise((resolve) => wire.process.on("exit", resolve));
    const { connection } = await connectEditor(wire);
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    expect(await ended).toBe(0);
  });

  it("answers --version and --help, and names what it needs", async () => {
    expect(await runBundle("server.js", ["--version"])).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^\d/),
    });
    expect(await runBundle("server.js", ["--help"])).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^Usage/),
    });
    expect(await runBundle("server.js", [])).toMatchObject({ code: 2, errors: [expect.stringContaining("--help")] });
  });
});
