import { describe, expect, it } from "vitest";
import { displayText, escapeMarkdown } from "../../server/src/features/displayText";

describe("displayText", () => {
  it.each([
    ["[Tide](https://example.org/a_(b)) tables", "Tide tables"],
    ["![map](map.png) and [notes][1]", "map and notes"],
    ["**bold**, `code` and ~~gone~~", "bold, code and gone"],
    ["*soft*, __loud__, _low_ and ***both***", "soft, loud, low and both"],
    ["*see `x` and _y_*", "see x and y"],
    ["<b>bold</b>, a<br/>b and <a href='x'>link</a>", "bold, ab and link"],
    ["a snake_case_name, 2 * 3 * 4 and 5*3", "a snake_case_name, 2 * 3 * 4 and 5*3"],
    ["`__init__` of `*args` in `<b>`", "__init__ of *args in <b>"],
    ["[`call_it`](https://example.org) by \\*hand\\*", "call_it by *hand*"],
    ["[![map](map.png)](https://example.org) [see [1]](x) [ ] 1 < 2 > 0", "map see [1] [ ] 1 < 2 > 0"],
    ["\\[Ana\\] said\n  so", "[Ana] said so"],
    ["<https://example.org>", "https://example.org"],
    ["  \n ", "…"],
    ["``", "…"],
  ])("%s", (markdown, words) => {
    expect(displayText(markdown)).toBe(words);
  });

  it.each(["[", "![", "[a](", "<http:", "<a", "`", "*a ", "_a ", "**", "\\", "(", "[a][", "~~", "]\\[\\", "[\\]"])(
    "takes long runs of %s as fast as other words",
    (piece) => {
      expect([...displayText(piece.repeat(200_000))].length).toBeLessThanOrEqual(80);
    },
  );

  it("cuts at the limit and never within a character", () => {
    expect(displayText("🚢🚢🚢🚢", 3)).toBe("🚢🚢…");
    expect(displayText("🚢🚢🚢", 3)).toBe("🚢🚢🚢");
  });
});

describe("escapeMarkdown", () => {
  it("keeps every character from meaning anything", () => {
    expect(escapeMarkdown("*a* <b> [c](d)\n# e")).toBe("\\*a\\* \\<b\\> \\[c\\]\\(d\\) \\# e");
  });
});
