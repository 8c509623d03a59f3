import { describe, expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { noteOf, type Size, sizes } from "./notes";
import { spreadOf } from "./statistics";
import { typistAt } from "./typist";

describe("the benchmark", () => {
  it.each(Object.keys(sizes) as Size[])("types the same text that a server makes of its keys, at %s", (size) => {
    const { text, place } = noteOf(size);
    const typist = typistAt(place);
    const document = TextDocument.create("file:///note.md", "markdown", 1, text);
    let typed = text;
    for (let key = 0; key < 200; key++) {
      const { range, start, end, text: inserted } = typist.press();
      expect([document.offsetAt(range.start), document.offsetAt(range.end)]).toEqual([start, end]);
      TextDocument.update(document, [{ range, text: inserted }], key + 2);
      typed = typed.slice(0, start) + inserted + typed.slice(end);
      const { line, character } = typist.bulletStart;
      const before = document.getText({ start: { line, character: 0 }, end: { line, character } });
      expect(before).toMatch(/^ *\* $/);
    }
    expect(document.getText()).toBe(typed);
    expect(typed.length).toBeGreaterThan(text.length + 150);
  });

  it("sums up by what was measured", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(spreadOf(hundred)).toEqual({ median: 50, high: 95, worst: 100, count: 100 });
    expect(spreadOf([7])).toEqual({ median: 7, high: 7, worst: 7, count: 1 });
  });
});
