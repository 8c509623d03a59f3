import { describe, expect, test } from "vitest";
import { parseBlocks } from "../../server/src/parse/parseBlocks";
import { isTooHard } from "../../server/src/parse/tooHard";

/** Behind this remark is needed, whatever stands above. */
const needsRemark = "\n[^1]\n";

describe("what remark would need seconds for is kept as one block that nobody reads", () => {
  test.each([
    "*_",
    "*a_ ",
    "a**b",
    "[",
    "![",
    "]",
    "[a](",
    "[[a](b)",
    "x<?",
    "x<![CDATA[",
    "`a``b",
    "\\*",
    "http://a.b ",
    "a@b.c ",
    "www.a ",
  ])("%j again and again", (unit) => {
    const text = `# Above\n\nx${unit.repeat(3000)}${needsRemark}\n# Below\n`;
    expect(isTooHard(text)).toBe(true);
    expect(parseBlocks(text).map(({ kind }) => kind)).toEqual(["heading", "other", "heading"]);
  });

  test.each(["  > [a]:\n\n", "  * [^1]\n\n", "  1. [^1]\n", "  a\n  =\n\n", "  a\n  --\n\n"])(
    "%j in an item again and again",
    (unit) => {
      const item = `* x[^1]\n\n${unit.repeat(3001)}`;
      expect(isTooHard(item)).toBe(true);
      expect(parseBlocks(`# Above\n\n${item}\n# Below\n`).map(({ kind }) => kind)).toEqual([
        "heading",
        "other",
        "heading",
      ]);
    },
  );
});

describe("what people write is not too hard", () => {
  test.each([
    ["many turns", "* **Ann**: see [one](https://a.b/c_d) and `two`\n"],
    ["many paragraphs", "**Ann**: see [one](https://a.b/c_d) and `two`\n\n"],
    ["many lines of words", "Ann said it, and then Bo (who had come late) said it again.\n"],
    ["much white space", `${" ".repeat(300)}\n`],
    ["many quoted turns", "> * **Ann**: see [one](https://a.b/c_d) and `two`\n"],
  ])("%s", (_, unit) => expect(isTooHard(unit.repeat(1000) + needsRemark)).toBe(false));
});
