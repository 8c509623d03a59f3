import { describe, expect, it, vi } from "vitest";
import type { DocumentDiagnosticReport } from "vscode-languageserver/node";
import { Clock } from "../support/clock";
import { type MemoryFiles, memoryFiles } from "../support/memoryFiles";
import { connectEditor, type Editor, modernClient, wireToServer } from "../support/wire";
import { noteWith } from "../support/world";

const turns = "* Ana: all is well\n* Bo: two boats\n* Zoe: one more\n* Zoe: the last one\n";
const note = noteWith(`## Updates\n\n${turns}\n## Agenda\n\n* Harbour lights\n\n## Action Items\n\n* Bo: paint\n`);
const uri = "file:///group/may.md";
const own = "group/.notewright.json";
const ownUri = `file:///${own}`;
const loud = '{\n  "rules": { "speaker-unknown": "loud" }\n}\n';
const expectedSeverity = {
  range: { start: { line: 1, character: 32 }, end: { line: 1, character: 38 } },
  severity: 1,
  source: "Notewright",
  message: expect.stringContaining('Unexpected "loud", expected a severity: "error"'),
};

async function severities(editor: Editor): Promise<unknown[]> {
  const params = { textDocument: { uri } };
  const report = await editor.connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", params);
  return report.kind === "full" ? report.items.map(({ code, severity }) => [code, severity]) : [];
}

/** Asks again until the check holds; a busy machine takes its time. */
function eventually(check: () => unknown): Promise<unknown> {
  return vi.waitFor(check, { timeout: 20_000 });
}

/** What the client shows of the configuration now. */
function shownOf(editor: Editor): unknown {
  return editor.published.findLast((params) => params.uri === ownUri)?.diagnostics ?? [];
}

function changedOnDisk(editor: Editor, path: string): Promise<void> {
  return editor.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: `file:///${path}`, type: 2 }],
  });
}

async function openNote(files: MemoryFiles, settings: unknown = null): Promise<{ editor: Editor; clock: Clock }> {
  const clock = new Clock();
  const editor = await connectEditor(wireToServer(clock, files), { settings: () => settings });
  await editor.open(uri, note);
  return { editor, clock };
}

describe("a repository's configuration", () => {
  it("holds for the first findings of a note, under what the user has set", async () => {
    const files = memoryFiles({ [own]: '{ "rules": { "speaker-unknown": "error" } }' });
    expect(await severities((await openNote(files)).editor)).toEqual([["speaker-unknown", 1]]);
    const user = { rules: { "speaker-unknown": "hint" } };
    expect(await severities((await openNote(files, user)).editor)).toEqual([["speaker-unknown", 4]]);
  });

  it("has its mistakes shown though it is not open, until they are mended or no note needs it", async () => {
    const files = memoryFiles({ [own]: loud });
    const { editor, clock } = await openNote(files);
    expect(await severities(editor)).toEqual([["speaker-unknown", 3]]);
    await eventually(() => expect(shownOf(editor)).toEqual([expectedSeverity]));
    files.texts.set(own, loud.replace("loud", "warning"));
    await changedOnDisk(editor, own);
    await eventually(async () => {
      clock.pass(1000);
      expect(await severities(editor)).toEqual([["speaker-unknown", 2]]);
    });
    await eventually(() => expect(shownOf(editor)).toEqual([]));
    files.texts.set(own, loud);
    await changedOnDisk(editor, own);
    await eventually(() => {
      clock.pass(1000);
      expect(shownOf(editor)).toEqual([expectedSeverity]);
    });
    await editor.close(uri);
    await eventually(() => expect(shownOf(editor)).toEqual([]));
  });

  it("is taken as it stands in the editor, and is itself no note", async () => {
    const files = memoryFiles({ [own]: "{}" });
    const { editor, clock } = await openNote(files);
    expect(await severities(editor)).toEqual([["speaker-unknown", 3]]);
    await editor.open(ownUri, '{ "rules": { "speaker-unknown": "off" } }');
    await eventually(async () => {
      clock.pass(1000);
      expect(await severities(editor)).toEqual([]);
    });
    await editor.change(ownUri, 2, loud);
    await eventually(() => {
      clock.pass(1000);
      expect(shownOf(editor)).toEqual([expectedSeverity]);
    });
    const asked = { textDocument: { uri: ownUri } };
    expect(await editor.connection.sendRequest("textDocument/diagnostic", asked)).toEqual({ kind: "full", items: [] });
    expect(editor.verdicts.map((message) => message.uri)).toEqual([uri]);
    await editor.close(ownUri);
    await eventually(() => {
      clock.pass(1000);
      expect(shownOf(editor)).toEqual([]);
    });
  });

  it("is checked where it alone is open", async () => {
    const clock = new Clock();
    const editor = await connectEditor(wireToServer(clock, memoryFiles({ [own]: "{}" })));
    await editor.open(ownUri, loud);
    await eventually(() => {
      clock.pass(1000);
      expect(shownOf(editor)).toEqual([expectedSeverity]);
    });
  });

  it("holds as it was last while it is no JSON", async () => {
    const files = memoryFiles({ [own]: '{ "rules": { "speaker-unknown": "error" } }' });
    const { editor, clock } = await openNote(files);
    expect(await severities(editor)).toEqual([["speaker-unknown", 1]]);
    await editor.open(ownUri, '{ "rules": { "speaker-unknown": "err');
    await eventually(() => {
      clock.pass(1000);
      expect(shownOf(editor)).not.toEqual([]);
    });
    expect(await severities(editor)).toEqual([["speaker-unknown", 1]]);
  });

  it("gives way to none when it is deleted", async () => {
    const files = memoryFiles({ [own]: '{ "files": { "may.md": "ignore" } }' });
    const { editor, clock } = await openNote(files);
    expect(await severities(editor)).toEqual([]);
    files.texts.delete(own);
    await changedOnDisk(editor, own);
    await eventually(async () => {
      clock.pass(1000);
      expect(await severities(editor)).toEqual([["speaker-unknown", 3]]);
    });
  });

  it("is read by the client for a server that has no files", async () => {
    const files = memoryFiles({ [own]: '{ "rules": { "speaker-unknown": "error" } }' });
    const editor = await connectEditor(wireToServer(), { initializationOptions: { files: true } });
    editor.connection.onRequest("notewright/listFolder", (message: { uri: string }) => files.list(message.uri));
    editor.connection.onRequest("notewright/readFile", (message: { uri: string }) =>
      files.read(message.uri, 1e6).then((text) => text ?? null),
    );
    await editor.open(uri, note);
    expect(await severities(editor)).toEqual([["speaker-unknown", 1]]);
  });

  it("is done without where the client fails to read files", async () => {
    const editor = await connectEditor(wireToServer(), { initializationOptions: { files: true } });
    editor.connection.onRequest("notewright/listFolder", () => {
      throw new Error("no such place");
    });
    await editor.open(uri, note);
    expect(await severities(editor)).toEqual([["speaker-unknown", 3]]);
  });

  it("is watched", async () => {
    const watching = { ...modernClient.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
    const editor = await connectEditor(wireToServer(), { capabilities: { ...modernClient, workspace: watching } });
    await eventually(() => expect(editor.registered).toContain("workspace/didChangeWatchedFiles"));
  });
});

describe("a template", () => {
  it("says in which order a note has its sections, as soon as it is there", async () => {
    const files = memoryFiles({});
    const { editor, clock } = await openNote(files, { rules: { "speaker-unknown": "off" } });
    expect(await severities(editor)).toEqual([]);
    files.texts.set("group/TEMPLATE.md", "## {date} Harbour call\n\n## Agenda\n\n## Updates\n\n## Actions\n");
    await changedOnDisk(editor, "group/TEMPLATE.md");
    await eventually(async () => {
      clock.pass(1000);
      expect(await severities(editor)).toEqual([["section-order", 4]]);
    });
  });
});
