import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { beforeComments } from "../../server/src/text/comments";
import { findDifference, joinDifferences } from "../../server/src/text/difference";
import { applyEdits, Claims, type Edit, withoutOverlaps } from "../../server/src/text/edit";
import { LineIndex, lineEnding } from "../../server/src/text/lines";

const lines = fc.array(fc.tuple(fc.string({ maxLength: 6 }), fc.constantFrom("\n", "\r\n", "\r", "")), {
  maxLength: 12,
});
const text = lines.map((parts) => parts.flat().join(""));

describe("LineIndex", () => {
  test("agrees with the protocol's own documents", () => {
    fc.assert(
      fc.property(text, fc.nat(80), fc.nat(12), fc.nat(12), (source, offset, line, character) => {
        const document = TextDocument.create("file:///a.md", "markdown", 1, source);
        const index = new LineIndex(source);
        expect(index.positionAt(offset)).toEqual(document.positionAt(offset));
        expect(index.offsetAt({ line, character })).toBe(document.offsetAt({ line, character }));
        expect(index.lineCount).toBe(document.lineCount);
      }),
    );
  });
});

test.each([
  ["a\r\nb\n", "\r\n"],
  ["a\rb", "\r"],
  ["a", "\n"],
])("the line end of %j is %j", (source, ending) => expect(lineEnding(source)).toBe(ending));

describe("differences", () => {
  test("of two versions in a row can be told as one", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, letters, (before, between, after) => {
        const { start, endBefore, endAfter } = joinDifferences(
          findDifference(before, between),
          findDifference(between, after),
        );
        expect(before.slice(0, start) + after.slice(start, endAfter) + before.slice(endBefore)).toBe(after);
      }),
    );
  });
});

describe("edits", () => {
  const at = (start: number, end: number, newText: string) => ({ span: { start, end }, newText });

  test("are done at once, whatever their order", () => {
    expect(applyEdits("abcdef", [at(4, 5, "E"), at(0, 1, "A"), at(2, 2, "-")])).toBe("Ab-cdEf");
  });

  test("one that overlaps an earlier one, or repeats it, is left out", () => {
    expect(applyEdits("abcdef", [at(0, 3, "x"), at(2, 4, "y"), at(5, 6, "z"), at(5, 6, "z")])).toBe("xdez");
    expect(withoutOverlaps([at(1, 2, "a"), at(1, 2, "a")])).toHaveLength(1);
  });

  test("claim their places, whatever their order, until one is taken", () => {
    const edit = fc.tuple(fc.nat(30), fc.nat(4)).map(([start, length]) => at(start, start + length, "x"));
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
        const claims = new Claims();
        const taken: Edit[] = [];
        for (const next of edits) {
          const isFree = !taken.some((other) => conflict(other, next));
          expect(claims.claim([next])).toBe(isFree);
          if (isFree) taken.push(next);
        }
      }),
    );
  });
});

function conflict({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

describe("what stands before the comments at the end of a line", () => {
  test.each([
    ["Ann <!-- chair -->", "Ann "],
    ["Ann <!-- chair --> <!-- late -->", "Ann "],
    ["Ann <!-->", "Ann "],
    ["Ann --><!-- chair -->", "Ann -->"],
    ["Ann -->", "Ann -->"],
    ["<!-- chair --> Ann", "<!-- chair --> Ann"],
  ])("of %s", (line, before) => expect(beforeComments(line)).toBe(before));
});
