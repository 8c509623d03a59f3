import fc from "fast-check";
import type { RootContent, Table } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { Chunk } from "../../server/src/parse/chunk";
import { ChunkedText } from "../../server/src/parse/chunkedText";
import { nothingDefined } from "../../server/src/parse/definitions";
import { parseMarkdown } from "../../server/src/parse/markdown";
import { parsePlainChunk } from "../../server/src/parse/plainChunk";
import { inlineWords, onceWrong, plainLines, tableText } from "./plainText";

/** How many of the chunks were read without remark, with the same result. */
function countPlain(text: string): number {
  return ChunkedText.of(text).chunks.filter((chunk) => {
    const { defined, isStart } = chunk.place;
    const plain = parsePlainChunk(chunk.text, defined.targets, () => undefined);
    expect(chunk.blocks).toEqual(parseMarkdown(chunk.text, defined, isStart).blocks);
    expect(chunk.definitions).toEqual(definitionsIn(chunk));
    return plain !== undefined;
  }).length;
}

function definitionsIn({ text, mayDefine }: Chunk): unknown {
  return mayDefine ? parseMarkdown(text, nothingDefined, false).definitions : nothingDefined;
}

describe("a chunk read without remark is what remark reads", () => {
  test("for lines that start, go on and end all kinds of blocks", () => {
    let plain = 0;
    fc.assert(
      fc.property(plainLines, (text) => {
        plain += countPlain(text);
      }),
      { numRuns: 2000, examples: onceWrong.map((text) => [text]) },
    );
    expect(plain).toBeGreaterThan(500);
  });

  test.each([
    ["where nothing is defined", nothingDefined],
    ["where brackets may refer to something", { targets: new Set(["m", "o p"]), footnotes: new Set(["p"]) }],
  ])("for words with links, code, HTML and addresses, %s", (_, defined) => {
    let plain = 0;
    fc.assert(
      fc.property(inlineWords, (words) => {
        if (parsePlainChunk(words, defined.targets, () => undefined)) plain++;
        expect(new Chunk(words, { defined, isStart: false }).blocks).toEqual(
          parseMarkdown(words, defined, false).blocks,
        );
      }),
      { numRuns: 2000 },
    );
    expect(plain).toBeGreaterThan(500);
  });
});

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();

function isTable(node: RootContent | undefined): node is Table {
  return node?.type === "table";
}

test("the cells of a table stand where GFM sees words", () => {
  let tables = 0;
  fc.assert(
    fc.property(tableText, (text) => {
      const [table] = markdown.parse(text).children;
      const [block] = parsePlainChunk(text, new Set(), () => undefined) ?? [];
      if (!block) return;
      expect(block.kind === "table").toBe(isTable(table));
      if (block.kind !== "table" || !isTable(table)) return;
      tables++;
      // Words from a line without pipes on stand below the table.
      for (const [index, cells] of block.rows.entries()) {
        const theirs = table.children[index]?.children ?? [];
        expect(cells.length).toBe(theirs.length);
        for (const [place, { children }] of theirs.entries()) {
          const { span, text: written } = cells[place] ?? { span: { start: -1, end: -1 }, text: "" };
          expect(text.slice(span.start, span.end)).toBe(written);
          const [first, last] = [children[0]?.position, children.at(-1)?.position];
          if (first && last) expect(span).toEqual({ start: first.start.offset, end: last.end.offset });
          if (children.length === 0) expect(written).toBe("");
        }
      }
    }),
    { numRuns: 3000 },
  );
  expect(tables).toBeGreaterThan(500);
});
