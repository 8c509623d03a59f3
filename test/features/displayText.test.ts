import { describe, expect, it } from "vitest";
import { displayText, escapeMarkdown } from "../../server/src/features/displayText";

describe("displayText", () => {
  it.each([
    ["[Tide](https://example.org/a_(b)) tables", "Tide tables"],
    ["![map](map.png) and [notes][1]", "map and notes"],
    ["**bold**, `code` and ~~gone~~", "bold, code and gone"],
    ["\\[Ana\\] said\n  so", "[Ana] said so"],
    ["<https://example.org>", "https://example.org"],
    ["  \n ", "…"],
    ["``", "…"],
  ])("%s", (markdown, words) => {
    expect(displayText(markdown)).toBe(words);
  });

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
