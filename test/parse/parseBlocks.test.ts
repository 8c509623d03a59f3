import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../../server/src/parse/blocks";
import { parseBlocks } from "../../server/src/parse/parseBlocks";
import { noteText } from "../support/noteText";

/** The blocks as an indented list of kinds and the plain text in them; what is masked shows as `·`. */
function outline(blocks: readonly Block[], indent = ""): string[] {
  return blocks.flatMap((block) => {
    const words = "words" in block ? ` ${block.words.masked.replaceAll("\uFFFC", "·")}` : "";
    const rows =
      block.kind === "table" ? ` ${block.rows.map((row) => row.map(({ text }) => text).join("/")).join(" ")}` : "";
    const nested = block.kind === "item" ? outline(block.children, `${indent}  `) : [];
    return [`${indent}${block.kind}${words}${rows}`, ...nested];
  });
}

describe("blocks", () => {
  test.each([
    ["headings", "# A\n\nB\n---\n", ["heading A", "heading B"]],
    ["nested items", "* a\n    * b\n\n      c\n* [x] d\n", ["item a", "  item b", "    paragraph c", "item d"]],
    ["an empty item", "* \n* b\n", ["item ", "item b"]],
    ["a table without closing pipes", "| | |\n|-|-|\n| a | b\n| c\n", ["table / a/b c"]],
    ["front matter", "---\na: b\n---\n# A\n", ["frontMatter", "heading A"]],
    ["fences and HTML", "```\na: b\n```\n\n<!-- a: b -->\n", ["code", "html"]],
    [
      "masked links, code and pictures",
      "a [b](c) `d` ![e](f) <https://g.h>\n",
      ["paragraph a ······ ··· ······· ·············"],
    ],
    ["a reference that leads somewhere", "[a] b\n\n[a]: https://c.d\n", ["paragraph ··· b", "other"]],
    ["a definition that is a word", "* [a] b\n* [a]: yes\n", ["item [a] b", "item [a]: yes"]],
    ["a byte order mark", "\uFEFF# A\n", ["heading A"]],
    ["lone carriage returns", "# A\r\rb\r", ["heading A", "paragraph b"]],
  ])("%s", (_, text, expected) => expect(outline(parseBlocks(text))).toEqual(expected));

  test("words stand at their span, and masking keeps their length", () => {
    fc.assert(
      fc.property(noteText, (text) => {
        const visit = (blocks: readonly Block[]): void => {
          for (const block of blocks) {
            if ("words" in block) {
              const { span, masked } = block.words;
              expect(masked.length).toBe(span.end - span.start);
              for (const [index, letter] of [...masked].entries()) {
                if (masked.length === [...masked].length && letter !== "\uFFFC")
                  expect(letter).toBe(text[span.start + index]);
              }
            }
            if (block.kind === "item") visit(block.children);
          }
        };
        visit(parseBlocks(text));
      }),
    );
  });
});
