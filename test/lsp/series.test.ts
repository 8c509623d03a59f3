import { describe, expect, it, vi } from "vitest";
import type { DocumentDiagnosticReport } from "vscode-languageserver/node";
import { listFolderMethod, readFileMethod } from "../../server/src/lsp/protocol";
import { Clock } from "../support/clock";
import { memoryFiles } from "../support/memoryFiles";
import { connectEditor, type Editor, modernClient, wireToServer } from "../support/wire";
import { noteWith } from "../support/world";

const turns = "* Ana: all is well\n* Bo: two boats\n* Zoe: one more\n* Zoe: the last one\n";
const rest = `## Updates\n\n${turns}\n## Agenda\n\n* Harbour lights\n\n## Action Items\n\n* Bo: paint\n`;
const [march, april, uri] = ["group/2024-03-05.md", "group/2024-04-09.md", "file:///group/2024-05-07.md"];
const [unlisted, unknown] = [["speaker-unlisted-known"], ["speaker-unknown"]];
const note = noteWith(rest).replace("March 05", "May 07");
const zoe = noteWith(rest, "Zoe Ortiz, Ana Ruiz, Bo Lindqvist");

async function pull(editor: Editor): Promise<string[]> {
  const params = { textDocument: { uri } };
  const report = await editor.connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", params);
  return report.kind === "full" ? report.items.map(({ code }) => String(code)) : [];
}

function changedOnDisk(editor: Editor, ...paths: string[]): Promise<void> {
  const changes = paths.map((path) => ({ uri: `file:///${path}`, type: 2 }));
  return editor.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
}

describe("the series of a note", () => {
  it("is read behind the first answer, and has the client pull anew once", async () => {
    const files = memoryFiles({ [march]: zoe });
    const editor = await connectEditor(wireToServer(undefined, files));
    await editor.open(uri, note);
    await vi.waitFor(() => expect(editor.refreshes).toBe(1));
    expect(await pull(editor)).toEqual(unlisted);
    expect(files.wasRead).toEqual([march]);
  });

  it("is published to a client that does not pull: first without it, then with it", async () => {
    const capabilities = { ...modernClient, textDocument: {} };
    const editor = await connectEditor(wireToServer(undefined, memoryFiles({ [march]: zoe })), { capabilities });
    await editor.open(uri, note);
    await vi.waitFor(() => expect(editor.published).toHaveLength(2));
    expect(editor.published.map(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual([unknown, unlisted]);
  });

  it("is left alone for what is no note", async () => {
    const files = memoryFiles({ [march]: zoe, [april]: note });
    const editor = await connectEditor(wireToServer(undefined, files));
    await editor.open("file:///group/charter.md", "# Charter\n\nWe look after the harbour.\n");
    await vi.waitFor(() => expect(editor.verdicts).toHaveLength(1));
    await editor.open(uri, note);
    await vi.waitFor(() => expect(editor.refreshes).toBe(1));
    expect(files.wasRead).toEqual([april, march]);
  });

  it("is followed on the disk", async () => {
    const [files, clock] = [memoryFiles({ [march]: note }), new Clock()];
    const watching = { ...modernClient.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
    const capabilities = { ...modernClient, workspace: watching };
    const editor = await connectEditor(wireToServer(clock, files), { capabilities });
    await vi.waitFor(() => expect(editor.registered).toContain("workspace/didChangeWatchedFiles"));
    await editor.open(uri, note);
    await vi.waitFor(() => expect(editor.refreshes).toBe(1));
    expect(await pull(editor)).toEqual(unknown);
    files.texts.set(march, zoe);
    await changedOnDisk(editor, march);
    expect(await pull(editor)).toEqual(unknown);
    clock.pass(1000);
    await vi.waitFor(() => expect(editor.refreshes).toBe(2));
    expect(await pull(editor)).toEqual(unlisted);
  });

  it("is read from open documents where they are open, and from the disk when they are closed", async () => {
    const [files, clock] = [memoryFiles({ [march]: note }), new Clock()];
    const editor = await connectEditor(wireToServer(clock, files));
    await editor.open(`file:///${march}`, zoe);
    await editor.open(uri, note);
    await vi.waitFor(async () => expect(await pull(editor)).toEqual(unlisted));
    await editor.close(`file:///${march}`);
    await pull(editor);
    clock.pass(1000);
    await vi.waitFor(async () => expect(await pull(editor)).toEqual(unknown));
  });

  it("is asked of a client that reads files, where the server cannot", async () => {
    const files = memoryFiles({ [march]: zoe });
    const editor = await connectEditor(wireToServer(), { initializationOptions: { files: true } });
    editor.connection.onRequest(listFolderMethod, ({ uri: folder }: { uri: string }) => files.list(folder));
    editor.connection.onRequest(readFileMethod, async (asked: { uri: string; mostBytes: number }) => {
      return (await files.read(asked.uri, asked.mostBytes)) ?? null;
    });
    await editor.open(uri, note);
    await vi.waitFor(() => expect(editor.refreshes).toBe(1));
    expect(await pull(editor)).toEqual(unlisted);
  });

  it("does no harm where such a client answers nonsense, or not at all", async () => {
    const editor = await connectEditor(wireToServer(), { initializationOptions: { files: true } });
    editor.connection.onRequest(listFolderMethod, () => ({ files: [1, `file:///${march}`], folders: "none" }));
    await editor.open(uri, note);
    await vi.waitFor(() => expect(editor.logged).toContainEqual(expect.stringContaining("series failed")));
    expect(await pull(editor)).toEqual(unknown);
    expect(editor.logged.filter((line) => /Zoe|Ortiz/.test(line))).toEqual([]);
  });

  it("is not read for a user who turns that off", async () => {
    const files = memoryFiles({ [march]: zoe });
    let series = false;
    const editor = await connectEditor(wireToServer(undefined, files), { settings: () => ({ series }) });
    await editor.open(uri, note);
    await vi.waitFor(() => expect(editor.verdicts).toHaveLength(1));
    expect(await pull(editor)).toEqual(unknown);
    expect(files.wasRead).toEqual([]);
    series = true;
    await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await vi.waitFor(async () => expect(await pull(editor)).toEqual(unlisted));
    series = false;
    await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await vi.waitFor(async () => expect(await pull(editor)).toEqual(unknown));
  });
});
