import { expect, test } from "vitest";
import { Caret } from "../../client/src/caret";
import type { CaretMessage } from "../../server/src/lsp/protocol";

type Editor = NonNullable<Parameters<Caret["update"]>[0]>;

const may = "file:///notes/may.md";
const june = "file:///notes/june.md";

function editorAt(uri: string, line: number): Editor {
  return { document: { uri: { toString: () => uri } }, selection: { active: { line } } } as unknown as Editor;
}

function openCaret(...notes: string[]) {
  const told: CaretMessage[] = [];
  const known = new Set(notes);
  const caret = new Caret({
    verdictOf: (uri) => ({ isNote: known.has(uri), profile: null, reason: "It says so." }),
    tellCaret: (message) => void told.push(message),
  });
  return { caret, told, known };
}

test("the caret is told once for each line that it comes to", () => {
  const { caret, told } = openCaret(may);
  for (const line of [3, 3, 4, 4, 3]) caret.update(editorAt(may, line));
  expect(told.map(({ line }) => line)).toEqual([3, 4, 3]);
});

test("the caret is told to have left a note for another, or for no editor", () => {
  const { caret, told } = openCaret(may, june);
  caret.update(editorAt(may, 3));
  caret.update(editorAt(june, 3));
  caret.update(undefined);
  expect(told).toEqual([
    { uri: may, line: 3 },
    { uri: may, line: null },
    { uri: june, line: 3 },
    { uri: june, line: null },
  ]);
});

test("nothing is told of a file before it is known to be a note", () => {
  const { caret, told, known } = openCaret();
  caret.update(editorAt(may, 3));
  expect(told).toEqual([]);
  known.add(may);
  caret.update(editorAt(may, 3));
  expect(told).toEqual([{ uri: may, line: 3 }]);
});

test("the caret is told anew to a server that judges the note again", () => {
  const { caret, told, known } = openCaret(may);
  caret.update(editorAt(may, 3));
  known.clear();
  caret.update(editorAt(may, 3));
  known.add(may);
  caret.update(editorAt(may, 3));
  expect(told.at(-1)).toEqual({ uri: may, line: 3 });
  expect(told).toHaveLength(3);
});
