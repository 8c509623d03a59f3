import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNote } from "../../server/src/model/readNote";
import { attendeeTable } from "../../server/src/profiles/attendeeTable";
import { lint } from "../../server/src/rules/lint";
import type { Finding } from "../../server/src/rules/rule";
import { applyEdits, type Edit } from "../../server/src/text/edit";
import type { Span } from "../../server/src/text/span";

const { format } = attendeeTable;

/** Lines as notes have them, good and bad; a random pile of them touches every rule. */
const lines = [
  "## March 5, 2024 - Parser group",
  "# Monday, March 5, 2024",
  "## {month} {day}, 2024",
  "# Mrach 50, 2024",
  "|          |      |",
  "| -------- | -------- |",
  "| -------- |",
  "| Attending  | Ada Lindqvist, Bo Marsh, Bo Vega, Zoë Okafor (ZO), Ada Lindqvist |",
  "| Attending |",
  "Attending | Ada Lindqvist, Cleo Okafor",
  "| Note Taker | Femi Adeyemi |",
  "| Note Taker | TBD |",
  "```",
  "",
  "",
  "## Updates",
  "## Agneda",
  "Agenda:",
  "* Agenda",
  "## Action Items",
  "* Action Items:",
  "### Details",
  "* Ada: The tokenizer is done.",
  "* ada:The tests run. Bo Marsh: So they do.",
  "    * [Ada] They are too long. Zoe: I agree.",
  "    * \\[Bo\\] I do not.",
  "    * **Zoë**: Nor do I.",
  "    * **Bo Vega:** Well…",
  "* Ada - The manual waits.",
  "* Femi: Is there a demo?",
  "  Ada: There is.",
  "* Cleo Okafro: Good.",
  "* [Ada] - Error messages",
  "    * ...",
  "* Ada:",
  "* ACTION: Write the manual.",
  "* [ ] TODO",
  "* [ ] Book a room.",
  "*",
  "1. _Submit a PR to add your item here_",
  "> Ada: As I said.",
  "Bo Marsh: The grammar is half done.",
];

const heads = [
  ["## March 5, 2024 - Parser group", ""],
  [
    "## March 5, 2024 - Parser group",
    "",
    "|          |      |",
    "| -------- | -------- |",
    "| Attending  | Ada Lindqvist, Bo Marsh, Bo Vega, Zoë Okafor (ZO), Cleo Okafor",
    "| Note Taker | Femi Adeyemi",
    "",
  ],
  [],
];

const pile = fc
  .tuple(
    fc.constantFrom(...heads),
    fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...lines) }, fc.string()), { maxLength: 40 }),
    fc.constantFrom("\n", "\r\n", "\r"),
  )
  .map(([head, chosen, ending]) => [...head, ...chosen].join(ending));

/** A pile of lines with some stretches cut out of it, as a note is while somebody edits it. */
const mutated = fc
  .tuple(pile, fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.string({ maxLength: 4 })), { maxLength: 4 }))
  .map(([text, cuts]) =>
    cuts.reduce((note, [place, length, inserted]) => {
      const start = note.length === 0 ? 0 : place % note.length;
      return note.slice(0, start) + inserted + note.slice(start + length);
    }, text),
  );

const anyText = fc.oneof(mutated, fc.string({ unit: "binary", maxLength: 200 }));

describe("whatever the text", () => {
  test("no rule throws, and all places and edits lie within it", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { at, related, fixes } of findingsOf(text)) {
          const places = [at, ...related.map((place) => place.at), ...fixes.flatMap(({ edits }) => spansOf(edits))];
          for (const place of places) expect(isWithin(text, place)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("no fix holds edits that overlap each other", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { edits } of findingsOf(text).flatMap(({ fixes }) => fixes)) {
          const spans = spansOf(edits).sort((a, b) => a.start - b.start);
          for (const [index, span] of spans.entries())
            expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("the safe fixes keep every word, and once they are done none is left", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const fixed = fixSafely(text);
        expect(wordsOf(fixed)).toEqual(wordsOf(text));
        expect(fixSafely(fixed)).toBe(fixed);
      }),
      { numRuns: 300 },
    );
  });

  test("a message says what was not expected, then what was, without a full stop", () => {
    fc.assert(
      fc.property(pile, (text) => {
        for (const { message, related } of findingsOf(text)) {
          expect(message).toMatch(/^Unexpected [\s\S]+, expected [\s\S]*[^.]$/);
          for (const place of related) expect(place.message).toMatch(/[^.]$/);
        }
      }),
    );
  });
});

function findingsOf(text: string): Finding[] {
  return lint(readNote(text, format), format);
}

function spansOf(edits: readonly Edit[]): Span[] {
  return edits.map(({ span }) => span);
}

function isWithin(text: string, { start, end }: Span): boolean {
  return 0 <= start && start <= end && end <= text.length;
}

/** The text after all safe fixes, again and again until none is left; three rounds are always enough. */
function fixSafely(text: string): string {
  let fixed = text;
  for (let round = 0; round < 3; round++) {
    const fixes = findingsOf(fixed).flatMap((finding) => finding.fixes.filter(({ safe }) => safe));
    fixed = applyEdits(
      fixed,
      fixes.flatMap(({ edits }) => edits),
    );
  }
  return fixed;
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase());
}
