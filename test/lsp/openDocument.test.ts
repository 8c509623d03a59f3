import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OpenDocument } from "../../server/src/lsp/openDocument";
import { LineIndex, type Lines } from "../../server/src/text/lines";

const words = fc.string({ unit: fc.constantFrom("a", "* ", "\n", "\r\n", "\r", "é", "😀"), maxLength: 20 });
const position = fc.record({ line: fc.integer({ min: -2, max: 14 }), character: fc.integer({ min: -2, max: 14 }) });

function open(text: string): OpenDocument {
  return OpenDocument.create("file:///may.md", "markdown", 0, text);
}

describe("a document that is edited", () => {
  const change = fc.record({ text: words, range: fc.record({ start: position, end: position }) });
  const changes = fc.array(fc.oneof({ weight: 8, arbitrary: change }, fc.record({ text: words })), { maxLength: 4 });

  it("holds the text and the lines that the editor holds, wherever it is changed, and earlier versions theirs", () => {
    fc.assert(
      fc.property(words, fc.array(changes, { maxLength: 6 }), (start, versions) => {
        let document = open(start);
        const all = [{ document, text: start }];
        for (const changes of versions) {
          const text = changes.reduce((text, change) => changed(text, change), document.text);
          document = OpenDocument.update(document, changes, document.version + 1);
          all.push({ document, text });
        }
        for (const [version, { document, text }] of all.entries()) {
          expect([document.version, document.text]).toEqual([version, text]);
          expectToTellItsEdit(document, all[version - 1]?.text);
          expect(answersOf(document.lines, text)).toEqual(answersOf(new LineIndex(text), text));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("tells what was changed in places of the text, the first one first", () => {
    const range = { start: { line: 7, character: 1 }, end: { line: 0, character: -1 } };
    expect(OpenDocument.update(open("a\nb"), [{ text: "c", range }], 1).changes).toEqual([
      { text: "c", range: { start: { line: 0, character: 0 }, end: { line: 1, character: 1 } } },
    ]);
  });

  it.each([
    ["a text that is none", [{ text: 7 }]],
    ["a range that is none", [{ text: "b", range: null }]],
    ["a place that is none", [{ text: "b", range: { start: { line: 0, character: "0" }, end: {} } }]],
    ["a place between the characters", [{ text: "b", range: { start: { line: 0, character: 0.5 }, end: {} } }]],
    ["nothing at all", [undefined]],
  ])("refuses %s, and the changes beside it", (_, changes) => {
    const document = open("a");
    expect(() => OpenDocument.update(document, [{ text: "c" }, ...(changes as [])], 1)).toThrow(/^Expected/);
    expect(OpenDocument.update(document, [], 1).text).toBe("a");
  });
});

it("is not made of what is no document", () => {
  for (const [uri, version, text] of [
    [7, 1, "a"],
    ["file:///may.md", undefined, "a"],
    ["file:///may.md", 1, null],
  ]) {
    expect(() => OpenDocument.create(uri as string, "markdown", version as number, text as string)).toThrow(
      /^Expected/,
    );
  }
});

type Change = Parameters<typeof OpenDocument.update>[1][number];

function changed(text: string, change: Change): string {
  if (!("range" in change)) return change.text;
  const lines = new LineIndex(text);
  const [from = 0, to = 0] = [lines.offsetAt(change.range.start), lines.offsetAt(change.range.end)].sort(
    (a, b) => a - b,
  );
  return text.slice(0, from) + change.text + text.slice(to);
}

/** What the lines say of every place in the text and of some outside. */
function answersOf(lines: Lines, text: string): unknown[] {
  const offsets = Array.from({ length: text.length + 4 }, (_, index) => index - 2);
  const places = Array.from({ length: 12 }, (_, line) =>
    Array.from({ length: 8 }, (_, character) => ({ line: line - 2, character: character - 2 })),
  );
  return [
    lines.lineCount,
    offsets.map((offset) => [offset, lines.lineAt(offset), lines.positionAt(offset)]),
    places.flat().map((place) => [place, lines.offsetAt(place)]),
    places.map((_, line) => [line - 2, lines.lineSpan(line - 2)]),
  ];
}

/** What a document tells of an edit makes it of the version before, and is as short as can be. */
function expectToTellItsEdit({ edited, text }: OpenDocument, before: string | undefined): void {
  if (!edited) return;
  const { start, endBefore, endAfter } = edited.edit;
  const [old, words] = [edited.before.slice(start, endBefore), text.slice(start, endAfter)];
  expect(edited.before).toBe(before);
  expect(edited.before.slice(0, start) + words + edited.before.slice(endBefore)).toBe(text);
  if (old !== "" && words !== "") expect([old[0], old.at(-1)]).not.toEqual([words[0], words.at(-1)]);
}
