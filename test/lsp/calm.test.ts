import { describe, expect, it, vi } from "vitest";
import type { CodeAction, DocumentDiagnosticReport } from "vscode-languageserver/node";
import { Clock } from "../support/clock";
import { connectEditor, type Editor, modernClient, wireToServer } from "../support/wire";
import { noteWith } from "../support/world";

const uri = "file:///group/may.md";
const turns = "* Ana: all is well\n* Bo: two boats\n* Carla: one more\n";
const note = noteWith(
  `## Updates\n\n${turns}\n\n## Agenda\n\n* Harbour lights\n\n## Action Items\n\n* Bo: paint the pier\n`,
);
const lines = note.split("\n");
/** The empty line below the turns. */
const bullet = lines.indexOf("* Carla: one more") + 1;
const attending = lines.findIndex((line) => line.startsWith("| Attending"));

const plainClient = { ...modernClient, textDocument: {}, workspace: {} };
const unrefreshedClient = { ...modernClient, workspace: {} };

async function startWriting(
  capabilities = modernClient,
  settings: unknown = null,
): Promise<{ editor: Editor; clock: Clock }> {
  const clock = new Clock();
  const editor = await connectEditor(wireToServer(clock), { capabilities, settings: () => settings });
  await editor.open(uri, note);
  return { editor, clock };
}

/** Types at the end of a line, one character after the other; answers the last version. */
async function type(editor: Editor, words: string, line = bullet, version = 1): Promise<number> {
  let [at, character, last] = [line, lines[line]?.length ?? 0, version];
  for (const letter of words) {
    await editor.change(uri, ++last, letter, { line: at, from: character, to: character });
    if (letter === "\n") [at, character] = [at + 1, 0];
    else character++;
  }
  return last;
}

async function pull(editor: Editor): Promise<string[]> {
  const params = { textDocument: { uri } };
  const report = await editor.connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", params);
  return report.kind === "full" ? report.items.map((item) => String(item.code)) : [];
}

/** What an editor that pulls shows: it pulls after each change, and when it is told to. */
async function expectShownAnew(editor: Editor, codes: string[]): Promise<void> {
  await vi.waitFor(() => expect(editor.refreshes).toBe(1));
  expect(await pull(editor)).toEqual(codes);
}

describe("while a line is written", () => {
  it("nothing is found on it, and what was found is offered a fix all the same", async () => {
    const { editor } = await startWriting();
    for (const [index, letter] of [..."* Ana: well. Bo: h"].entries()) {
      await editor.change(uri, index + 2, letter, { line: bullet, from: index, to: index });
      expect(await pull(editor)).toEqual([]);
    }
    const place = { line: bullet, character: 14 };
    const actions = await editor.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: place, end: place },
      context: { diagnostics: [], only: ["quickfix"] },
    });
    expect(actions[0]?.title).toMatch(/split/i);
    await editor.save(uri);
    expect(await pull(editor)).toEqual(["turn-merged"]);
  });

  it("nobody is unknown because of a name half written among the attendees", async () => {
    const { editor } = await startWriting();
    const from = (lines[attending] ?? "").indexOf("a Diaz");
    await editor.change(uri, 2, "", { line: attending, from, to: from + "a Diaz".length });
    expect(await pull(editor)).toEqual([]);
    await editor.save(uri);
    expect(await pull(editor)).toEqual(["speaker-misspelt"]);
  });

  it("findings elsewhere stay", async () => {
    const { editor } = await startWriting();
    const version = await type(editor, "* Ana:\n* Bo:");
    expect(await pull(editor)).toEqual(["turn-empty"]);
    expect(version).toBe(13);
  });
});

describe("a line that was written", () => {
  it("is judged at once when another line is changed", async () => {
    const { editor } = await startWriting();
    const version = await type(editor, "* Ana:");
    expect(await pull(editor)).toEqual([]);
    await type(editor, "s", bullet - 1, version);
    expect(await pull(editor)).toEqual(["turn-empty"]);
  });

  it("is judged when the note is saved, and not again before the next key", async () => {
    const { editor } = await startWriting();
    const version = await type(editor, "* Ana:");
    await editor.save(uri);
    await expectShownAnew(editor, ["turn-empty"]);
    await editor.change(uri, version + 1, " ", { line: bullet, from: 6, to: 6 });
    expect(await pull(editor)).toEqual([]);
  });

  it("is not judged because the editor saves by itself", async () => {
    const { editor } = await startWriting();
    await type(editor, "* Ana:");
    await editor.save(uri, true);
    expect(await pull(editor)).toEqual([]);
    await editor.save(uri);
    expect(await pull(editor)).toEqual(["turn-empty"]);
  });

  it("is judged when the caret leaves it, for another line or another file", async () => {
    for (const line of [bullet - 1, null]) {
      const { editor } = await startWriting();
      await editor.caretAt(uri, bullet);
      await type(editor, "* Ana:");
      await editor.caretAt(uri, bullet);
      expect(await pull(editor)).toEqual([]);
      expect(editor.refreshes).toBe(0);
      await editor.caretAt(uri, line);
      await expectShownAnew(editor, ["turn-empty"]);
    }
  });

  it("is judged after two seconds without a key, unless the caret is known to stay", async () => {
    const { editor, clock } = await startWriting();
    await type(editor, "* Ana");
    await pull(editor);
    clock.pass(1900);
    await editor.change(uri, 7, ":", { line: bullet, from: 5, to: 5 });
    expect(await pull(editor)).toEqual([]);
    clock.pass(1900);
    expect(await pull(editor)).toEqual([]);
    clock.pass(200);
    await expectShownAnew(editor, ["turn-empty"]);

    const stays = await startWriting();
    await stays.editor.caretAt(uri, bullet);
    await type(stays.editor, "* Ana:");
    await pull(stays.editor);
    stays.clock.pass(60_000);
    expect(await pull(stays.editor)).toEqual([]);
    expect(stays.editor.refreshes).toBe(0);
  });

  it("is judged at once where the change was made away from the caret, or in several places", async () => {
    const { editor } = await startWriting();
    await editor.caretAt(uri, 0);
    await editor.change(uri, 2, "* Ana:", { line: bullet, from: 0, to: 0 });
    expect(await pull(editor)).toEqual(["turn-empty"]);
    await editor.change(uri, 3, note.replace("two boats", ""));
    expect(await pull(editor)).toEqual(["turn-empty"]);
  });

  it("is no longer the one that is written when Enter brings the caret to the next", async () => {
    for (const caretFirst of [true, false]) {
      const { editor } = await startWriting();
      await editor.caretAt(uri, bullet);
      const version = await type(editor, "* Ana:");
      if (caretFirst) await editor.caretAt(uri, bullet + 1);
      await editor.change(uri, version + 1, "\n* Bo:", { line: bullet, from: 6, to: 6 });
      if (!caretFirst) await editor.caretAt(uri, bullet + 1);
      expect(await pull(editor)).toEqual(["turn-empty"]);
      await editor.caretAt(uri, 0);
      await vi.waitFor(async () => expect(await pull(editor)).toEqual(["turn-empty", "turn-empty"]));
    }
  });
});

describe("a user who wants it otherwise", () => {
  it("is told at every key", async () => {
    const { editor } = await startWriting(modernClient, { calm: "onType" });
    await editor.caretAt(uri, bullet);
    await type(editor, "* Ana:");
    expect(await pull(editor)).toEqual(["turn-empty"]);
  });

  it("is told when the note is saved, and by itself saved notes leave the line with the caret in peace", async () => {
    const { editor, clock } = await startWriting(modernClient, { calm: "onSave" });
    expect(await pull(editor)).toEqual([]);
    const version = await type(editor, "* Ana:\n* Bo:");
    await editor.caretAt(uri, bullet + 1);
    clock.pass(60_000);
    expect(await pull(editor)).toEqual([]);
    await editor.save(uri, true);
    expect(await pull(editor)).toEqual(["turn-empty"]);
    await editor.save(uri);
    expect(await pull(editor)).toEqual(["turn-empty", "turn-empty"]);
    await vi.waitFor(() => expect(editor.refreshes).toBeGreaterThan(0));
    await editor.change(uri, version + 1, "* Zoe:", { line: bullet + 4, from: 0, to: 0 });
    await editor.caretAt(uri, 0);
    expect(await pull(editor)).toEqual(["turn-empty", "turn-empty"]);
  });

  it("is sent what is new when the note is saved, if the editor does not ask", async () => {
    const { editor } = await startWriting(plainClient, null);
    await editor.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: { notewright: { calm: "onSave" } },
    });
    const codes = () => editor.published.at(-1)?.diagnostics.map(({ code }) => code);
    await vi.waitFor(() => expect(editor.published).toHaveLength(2));
    await type(editor, "* Ana:");
    await editor.caretAt(uri, 0);
    await vi.waitFor(() => expect(editor.published.at(-1)?.version).toBe(7));
    expect(codes()).toEqual([]);
    await editor.save(uri);
    await vi.waitFor(() => expect(codes()).toEqual(["turn-empty"]));
  });
});

describe("other editors", () => {
  it("are sent what is found once the line is left", async () => {
    const { editor, clock } = await startWriting(plainClient);
    await type(editor, "* Ana:");
    await vi.waitFor(() => expect(editor.published.at(-1)?.version).toBe(7));
    expect(editor.published.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    clock.pass(2000);
    await vi.waitFor(() =>
      expect(editor.published.at(-1)).toMatchObject({ version: 7, diagnostics: [{ code: "turn-empty" }] }),
    );
  });

  it("that ask, and cannot be told to ask again, are told everything at once", async () => {
    const { editor } = await startWriting(unrefreshedClient);
    await type(editor, "* Ana:");
    expect(await pull(editor)).toEqual(["turn-empty"]);
  });
});
