import { describe, expect, it } from "vitest";
import type { Block } from "../../server/src/parse/blocks";
import { parseBlocks } from "../../server/src/parse/parseBlocks";

function depthOf(blocks: readonly Block[]): number {
  return Math.max(0, ...blocks.map((block) => (block.kind === "item" ? 1 + depthOf(block.children) : 0)));
}

describe("blocks nested beyond reading", () => {
  it.each([
    ["in one line", "* ".repeat(10_000)],
    ["in quotes and items by turns", "> - ".repeat(5_000)],
    ["with numbers", "1. ".repeat(5_000)],
    ["by tabs", Array.from({ length: 1_000 }, (_, depth) => `${"\t".repeat(depth)}* Ana: yes\n`).join("")],
    ["by spaces", Array.from({ length: 1_000 }, (_, depth) => `${"  ".repeat(depth)}- [Ana](a.md): yes\n`).join("")],
  ])("are kept as one block, and those around it are read: %s", (_, deep) => {
    const text = `# Above\n\n${deep}Ana: yes\n\n# Below\n`;
    const blocks = parseBlocks(text);
    expect(blocks.map(({ kind }) => kind)).toEqual(["heading", "other", "heading"]);
    expect(blocks.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      "# Above",
      `${deep}Ana: yes`.trim(),
      "# Below",
    ]);
  });

  it("begin far below what anybody writes", () => {
    const text = Array.from({ length: 40 }, (_, depth) => `${"\t".repeat(depth)}* [Ana](a.md): yes\n`).join("");
    expect(depthOf(parseBlocks(text))).toBe(40);
    expect(parseBlocks(`${"```"}\n${" ".repeat(300)}* art\n${"```"}\n`).map(({ kind }) => kind)).toEqual(["code"]);
  });
});
