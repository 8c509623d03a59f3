import fc from "fast-check";
import { sectionLine, tableBlock, tidyTable, tidyTalk, titleLine } from "../support/noteParts";
import { noteLines, noteText } from "../support/noteText";
import { suppressingComment, trickyBlock, trickyCharacter } from "../support/trickyParts";
import type { Editor } from "./editor";
import { type Change, type SettingsName, settingsByName } from "./session";

/** Something a person does in an editor: one or more steps, made of the text as it then is. */
export type Gesture = (editor: Editor) => void;

/** Chooses an offset in a text: what people edit is mostly the start or the end of something. */
type Place = (text: string) => number;

/** Starts and ends of lines, bullets, words and marks, and places that no one should be able to stand at. */
const places = [
  /$/g,
  /^/g,
  /(?<=[\n\r])/g,
  /(?<=[\n\r])/g,
  /(?=[\r\n])/g,
  /(?<=\r)(?=\n)/g,
  /(?<=[\uD800-\uDBFF])/g,
  /\b/g,
  /(?<=^[ \t]*(?:[*+-]|\d[.)]) )/gm,
  /(?<=[[\]:*`|<>-])/g,
];

const place: fc.Arbitrary<Place> = fc
  .tuple(fc.nat(1_000_000), fc.constantFrom(...places, undefined, undefined, undefined))
  .map(([number, pattern]) => (text) => {
    const found = pattern && [...text.matchAll(pattern)];
    return found?.[number % found.length]?.index ?? number % (text.length + 1);
  });

const keys = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(
      ..."Ada: hm|Bo Li|Cyra: |* |\n* |\n    * Jo: |\r\n|\r|\n|\n\n|:|**|[|]|[Ada] |, Cyra Lind| (NVO)|1. |    |\t| |ACTION: |[ ] |## Updates\n|Updates:\n|- |a".split(
        "|",
      ),
      "| Cyra ",
      "|",
    ),
  },
  { weight: 2, arbitrary: suppressingComment },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ..."`|```|~~~\n|> |---\n|===|# |<!-- |-->|<div>\n|[m]: /u\n|\n\n    |+++\n|www.|https://|&amp;|\\".split("|"),
    ),
  },
  { weight: 1, arbitrary: trickyCharacter },
);

const block = fc.oneof(
  { weight: 6, arbitrary: tidyTalk },
  { weight: 4, arbitrary: noteLines },
  { weight: 1, arbitrary: trickyBlock.map((text) => `${text}\n`) },
  { weight: 1, arbitrary: tidyTable.map((text) => `${text}\n\n`) },
  { weight: 1, arbitrary: tableBlock.map((text) => `${text}\n\n`) },
  { weight: 1, arbitrary: titleLine.map((text) => `${text}\n`) },
  { weight: 2, arbitrary: sectionLine.map((text) => `${text}\n\n`) },
);

/** Key by key; in UTF-16 units, for an editor that sends half a character is to be withstood too. */
const type = fc.tuple(place, keys).map(
  ([choose, words]): Gesture =>
    (editor) => {
      const at = choose(editor.text);
      for (const [index, unit] of words.split("").entries()) editor.change([at + index, at + index, unit]);
    },
);

/** What somebody does who takes notes: writes on at the end of a line, ends it, and begins the next like it. */
const writeLine = fc
  .tuple(
    fc.nat(1_000_000),
    fc.constantFrom(" so", "on", " it", "ne.", ", and"),
    fc.constantFrom("\n", "\n", "\r\n"),
    fc.constantFrom(undefined, undefined, undefined, "", "* ", "  * ", "    - ", "  "),
    fc.constantFrom(
      "",
      "J",
      "Jo: hm",
      "Jo - hm",
      "hm, we wait",
      "Ada Berg",
      "TODO",
      "no meeting",
      "…",
      "Action items",
      "1. x",
    ),
  )
  .map(
    ([number, words, lineEnd, chosen, next]): Gesture =>
      (editor) => {
        const lines = [...editor.text.matchAll(/^([ \t]*(?:[-*+] )?)\w.*(?=\r?$)/gm)];
        const line = lines[number % lines.length];
        if (!line) return;
        const lead = chosen ?? line[1] ?? "";
        let at = line.index + line[0].length;
        for (const key of [...words, lineEnd + lead, ...next]) {
          editor.change([at, at, key]);
          at += key.length;
        }
      },
  );

const insert = fc.tuple(place, keys).map(
  ([choose, words]): Gesture =>
    (editor) => {
      const at = choose(editor.text);
      editor.change([at, at, words]);
    },
);

const erase = fc.tuple(place, fc.constantFrom(1, 1, 1, 2, 3, 8, 40, 200, 2000)).map(
  ([choose, length]): Gesture =>
    (editor) => {
      const start = choose(editor.text);
      editor.change([start, start + length, ""]);
    },
);

const backspace = fc.tuple(place, fc.integer({ min: 1, max: 6 })).map(
  ([choose, count]): Gesture =>
    (editor) => {
      const at = choose(editor.text);
      for (let end = at; end > Math.max(0, at - count); end--) editor.change([end - 1, end, ""]);
    },
);

const paste = fc.tuple(place, fc.constantFrom(0, 0, 0, 5, 80), block).map(
  ([choose, length, words]): Gesture =>
    (editor) => {
      const start = choose(editor.text);
      editor.change([start, start + length, words]);
    },
);

const someLines = fc.tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 5 }));

const cut = someLines.map(
  ([number, count]): Gesture =>
    (editor) => {
      const [first, last] = chooseLines(editor.text, number, count);
      if (first && last) editor.change([first.start, last.end, ""]);
    },
);

const duplicate = fc.tuple(someLines, place).map(
  ([[number, count], choose]): Gesture =>
    (editor) => {
      const [first, last] = chooseLines(editor.text, number, count);
      const at = choose(editor.text);
      if (first && last) editor.change([at, at, editor.text.slice(first.start, last.end)]);
    },
);

/** Lines go up by one: the line above them is taken out and put in again below, in one change event. */
const moveUp = someLines.map(
  ([number, count]): Gesture =>
    (editor) => {
      const [first, ...others] = chooseLines(editor.text, number, count + 1);
      const last = others.at(-1);
      if (!first || !last) return;
      const above = editor.text.slice(first.start, first.end);
      editor.change([last.end, last.end, above], [first.start, first.end, ""]);
    },
);

const indent = fc.tuple(someLines, fc.constantFrom("    ", "\t", "> ", "* "), fc.boolean()).map(
  ([[number, count], words, takesOut]): Gesture =>
    (editor) => {
      const { text } = editor;
      const changes = chooseLines(text, number, count).flatMap(({ start }): Change[] => {
        if (!takesOut) return [[start, start, words]];
        return text.startsWith(words, start) ? [[start, start + words.length, ""]] : [];
      });
      editor.change(...changes.reverse());
    },
);

/** The same letters at several carets, from the last one to the first as editors do, or in the order of the text. */
const typeAtCarets = fc.tuple(fc.array(place, { minLength: 2, maxLength: 4 }), keys, fc.boolean()).map(
  ([chosen, words, isForward]): Gesture =>
    (editor) => {
      const offsets = [...new Set(chosen.map((choose) => choose(editor.text)))].sort((a, b) => a - b);
      const changes = offsets.map((at, index): Change => {
        const shifted = isForward ? at + index * words.length : at;
        return [shifted, shifted, words];
      });
      editor.change(...(isForward ? changes : changes.reverse()));
    },
);

/** Changes of which each speaks of what the one before it left. */
const several = fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(30), keys), { minLength: 2, maxLength: 4 }).map(
  (parts): Gesture =>
    (editor) => {
      const { length } = editor.text;
      editor.change(
        ...parts.map(([at, size, words]): Change => [at % (length + 1), (at % (length + 1)) + size, words]),
      );
    },
);

const times = fc.integer({ min: 1, max: 5 });
const undo = fc.tuple(times, times, fc.boolean()).map(
  ([back, forth, returns]): Gesture =>
    (editor) => {
      for (let count = 0; count < back; count++) editor.undo();
      if (returns) for (let count = 0; count < forth; count++) editor.redo();
    },
);

const replaceAll = fc.tuple(fc.oneof(noteText, fc.constant(""), fc.constant(undefined)), fc.boolean()).map(
  ([words, isWhole]): Gesture =>
    (editor) => {
      const text = words ?? editor.text;
      editor.change(isWhole ? [text] : [0, editor.text.length, text]);
    },
);

const setting = fc.constantFrom(...(Object.keys(settingsByName) as SettingsName[])).map(
  (name): Gesture =>
    (editor) =>
      editor.set(name),
);

/** Anything that is done to a note, the usual more often. */
export const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  { weight: 8, arbitrary: type },
  { weight: 12, arbitrary: writeLine },
  { weight: 6, arbitrary: insert },
  { weight: 6, arbitrary: erase },
  { weight: 3, arbitrary: backspace },
  { weight: 5, arbitrary: paste },
  { weight: 3, arbitrary: cut },
  { weight: 2, arbitrary: duplicate },
  { weight: 2, arbitrary: moveUp },
  { weight: 3, arbitrary: indent },
  { weight: 2, arbitrary: typeAtCarets },
  { weight: 2, arbitrary: several },
  { weight: 4, arbitrary: undo },
  { weight: 1, arbitrary: replaceAll },
  { weight: 1, arbitrary: setting },
);

interface Line {
  readonly start: number;
  /** Behind its line end. */
  readonly end: number;
}

/** Some lines in a row, chosen by number; fewer at the end of the text. */
function chooseLines(text: string, number: number, count: number): Line[] {
  const lines = [...text.matchAll(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g)];
  const first = number % Math.max(1, lines.length);
  return lines.slice(first, first + count).map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}
