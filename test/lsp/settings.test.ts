import { describe, expect, it, vi } from "vitest";
import type { DocumentDiagnosticReport } from "vscode-languageserver/node";
import { connectEditor, type Editor, modernClient, wireToServer } from "../support/wire";
import { noteWith } from "../support/world";

const turns = "* Ana: all is well\n* Bo: two boats\n* Zoe: one more\n* Zoe: the last one\n";
const note = noteWith(`## Updates\n\n${turns}\n## Agenda\n\n* Harbour lights\n\n## Action Items\n\n* Bo: paint\n`);
const [here, there] = ["file:///here/may.md", "file:///there/may.md"];
const askedNothing = { ...modernClient, workspace: {} };

async function severities(editor: Editor, uri: string): Promise<unknown[]> {
  const params = { textDocument: { uri } };
  const report = await editor.connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", params);
  return report.kind === "full" ? report.items.map(({ code, severity }) => [code, severity]) : [];
}

function changed(editor: Editor, settings: unknown = null): Promise<void> {
  return editor.connection.sendNotification("workspace/didChangeConfiguration", { settings });
}

describe("settings", () => {
  it("hold for each folder of a workspace by itself", async () => {
    const editor = await connectEditor(wireToServer(), {
      folders: ["file:///here", "file:///there"],
      settings: (uri) => (uri === here ? { rules: { "speaker-unknown": "error" } } : { files: { "may.md": "ignore" } }),
    });
    await editor.open(here, note);
    await editor.open(there, note);
    expect(await severities(editor, here)).toEqual([["speaker-unknown", 1]]);
    expect(await severities(editor, there)).toEqual([]);
    await vi.waitFor(() => expect(editor.verdicts).toHaveLength(2));
    expect(editor.verdicts.find(({ uri }) => uri === there)?.verdict).toMatchObject({
      isNote: false,
      reason: expect.stringContaining("settings"),
    });
  });

  it("are asked for once, and again after a change, which has the client pull anew", async () => {
    const asked: string[] = [];
    let value: unknown = null;
    const editor = await connectEditor(wireToServer(), {
      settings: (uri) => {
        asked.push(uri);
        return value;
      },
    });
    await editor.open(here, note);
    expect(await severities(editor, here)).toEqual([["speaker-unknown", 3]]);
    expect(await severities(editor, here)).toEqual([["speaker-unknown", 3]]);
    expect(asked).toEqual([here]);
    value = { enable: false };
    await changed(editor);
    expect(await severities(editor, here)).toEqual([]);
    await vi.waitFor(() => expect(editor.verdicts.map(({ verdict }) => verdict.isNote)).toEqual([true, false]));
    expect(asked).toEqual([here, here]);
    expect(editor.refreshes).toBe(1);
  });

  it("come with the change from a client that cannot be asked", async () => {
    const editor = await connectEditor(wireToServer(), {
      capabilities: askedNothing,
      initializationOptions: { settings: { rules: { "speaker-unknown": "hint" } } },
    });
    await editor.open(here, note);
    expect(await severities(editor, here)).toEqual([["speaker-unknown", 4]]);
    await changed(editor, { notewright: { rules: { "speaker-unknown": "warning" } } });
    expect(await severities(editor, here)).toEqual([["speaker-unknown", 2]]);
  });

  it("have their mistakes shown, each once", async () => {
    const value = { enable: "perhaps", rules: { "no-such-rule": "off" } };
    const editor = await connectEditor(wireToServer(), { settings: () => value });
    await editor.open(here, note);
    await editor.open(there, note);
    await changed(editor);
    expect(await severities(editor, here)).toEqual([["speaker-unknown", 3]]);
    expect(await severities(editor, there)).toEqual([["speaker-unknown", 3]]);
    expect(editor.shown).toEqual([
      expect.stringContaining("notewright.enable"),
      expect.stringContaining("no-such-rule"),
    ]);
  });

  it("fall back to the defaults when the client fails to answer", async () => {
    const editor = await connectEditor(wireToServer(), {
      settings: () => {
        throw new Error("Ana Ruiz has no settings");
      },
    });
    await editor.open(here, note);
    expect(await severities(editor, here)).toEqual([["speaker-unknown", 3]]);
    expect(editor.logged.join("\n")).toContain("configuration failed");
    expect(editor.logged.join("\n")).not.toContain("Ana");
  });

  it("are held against the folders as they change", async () => {
    const settings = { files: { "may.md": "ignore" } };
    const editor = await connectEditor(wireToServer(), { folders: ["file:///"], settings: () => settings });
    await editor.open(here, note);
    expect(await severities(editor, here)).toEqual([["speaker-unknown", 3]]);
    const event = { added: [{ uri: "file:///here", name: "here" }], removed: [{ uri: "file:///", name: "all" }] };
    await editor.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event });
    expect(await severities(editor, here)).toEqual([]);
  });
});
