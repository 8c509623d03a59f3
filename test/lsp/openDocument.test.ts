import fc from "fast-check";
import { expect, it } from "vitest";
import { OpenDocument } from "../../server/src/lsp/openDocument";
import { LineIndex } from "../../server/src/text/lines";

const words = fc.string({ unit: fc.constantFrom("a", "* ", "\n", "\r\n", "\r", "é", "😀"), maxLength: 20 });

it("holds, after any edits, the text that the editor holds, and earlier versions keep theirs", () => {
  const edits = fc.array(fc.tuple(words, fc.nat(), fc.nat()), { maxLength: 8 });
  fc.assert(
    fc.property(words, edits, (start, changes) => {
      let document = OpenDocument.create("file:///may.md", "markdown", 0, start);
      let text = start;
      for (const [newText, first, second] of changes) {
        const lines = new LineIndex(text);
        const [from, to] = [first % (text.length + 1), second % (text.length + 1)].sort((a, b) => a - b);
        const range = { start: lines.positionAt(from ?? 0), end: lines.positionAt(to ?? 0) };
        const before = document;
        const [kept, version] = [text, document.version + 1];
        text = text.slice(0, lines.offsetAt(range.start)) + newText + text.slice(lines.offsetAt(range.end));
        document = OpenDocument.update(document, [{ range, text: newText }], version);
        expect([before.text, before.version]).toEqual([kept, version - 1]);
        expect([document.text, document.version, document.lines.text]).toEqual([text, version, text]);
      }
    }),
  );
});
