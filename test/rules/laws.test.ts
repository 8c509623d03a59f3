import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNote } from "../../server/src/model/readNote";
import { attendeeTable } from "../../server/src/profiles/attendeeTable";
import type { RuleId } from "../../server/src/rules/index";
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
  "* Book a room.",
  "* Bo Vega: Write a page by March 51.",
  "* Ada: If the tests run,",
  "* ACTION: Ada to write a page on errors",
  "*",
  "1. _Submit a PR to add your item here_",
  "> Ada: As I said.",
  "<!-- notewright-disable turn-format speaker-misspelt -->",
  "  <!-- notewright-disable -->",
  "<!-- notewright-enable turn-format -->",
  "<!-- notewright-disable-next-line -->",
  "* [Ada] As I said. <!-- notewright-disable-line turn-format, turn-fromat -->",
  "Bo Marsh: The grammar is half done.",
  "  * Two blanks in.",
  "     * Five blanks in.",
  "1. Other agenda items",
  "* Ada: It is\u200B done.",
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

/** Comments that keep findings from being shown, at work or not. */
const suppressing = lines.filter((line) => line.includes("<!--"));

/** What may stand anywhere below the head: no row of a table, no fence, no second title, no comment that others hang on. */
const bodyLines = lines.filter((line) => !/[|`]|<!--|^#{1,2} .*(?:5|50|day\}),/.test(line));

/** A note with a head, and good and bad lines below. */
const wellFormed = fc
  .tuple(fc.constantFrom(...heads.slice(0, 2)), fc.array(fc.constantFrom(...bodyLines), { maxLength: 25 }))
  .map(([head, chosen]) => [...head, ...chosen].join("\n"));

/** The same with such comments. */
const withComments = fc
  .tuple(wellFormed, fc.array(fc.tuple(fc.nat(), fc.constantFrom(...suppressing)), { minLength: 1, maxLength: 4 }))
  .map(([text, comments]) =>
    comments
      .reduce((noteLines, [place, comment]) => withLine(noteLines, 9 + (place % 20), comment), text.split("\n"))
      .join("\n"),
  );

/** The comment at the line, or above the next that is not indented: between a bullet and those nested in it, it parts them. */
function withLine(noteLines: readonly string[], line: number, comment: string): string[] {
  const next = noteLines.findIndex((other, index) => index >= line && !/^\s/.test(other));
  return noteLines.toSpliced(next < 0 ? noteLines.length : next, 0, comment);
}

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

  test("every fix makes its finding vanish and brings no other, but those that it uncovers", () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        const before = countsOf(findingsOf(text));
        for (const finding of findingsOf(text)) {
          for (const { title, edits } of finding.fixes.filter((fix) => fix.edits.length > 0)) {
            const after = countsOf(findingsOf(applyEdits(text, edits)));
            const key = keyOf(finding);
            expect(after.get(key) ?? 0, `${title}: ${key}`).toBeLessThan(before.get(key) ?? 0);
            const added = [...after].filter(([other, count]) => count > (before.get(other) ?? 0));
            const unexpected = added.filter(([other]) => !uncovers(finding.rule, other));
            expect(unexpected, `${title}, for ${key}`).toEqual([]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test("a comment that keeps nothing quiet can be deleted, and nothing else changes", () => {
    let deleted = 0;
    fc.assert(
      fc.property(withComments, (text) => {
        const others = (note: string) => findingsOf(note).filter(({ rule }) => rule !== "suppression-unused");
        const before = [...countsOf(others(text))];
        for (const { rule, fixes } of findingsOf(text)) {
          if (rule !== "suppression-unused") continue;
          const fixed = applyEdits(text, fixes.at(-1)?.edits ?? []);
          expect(fixed.length).toBeLessThan(text.length);
          expect([...countsOf(others(fixed))]).toEqual(before);
          deleted++;
        }
      }),
      { numRuns: 200 },
    );
    expect(deleted).toBeGreaterThan(100);
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

/** A finding is known by its rule and words; how often somebody speaks may change. */
function keyOf({ rule, message }: Finding): string {
  return `${rule}: ${message.replace(/\d+ turns/, "turns")}`;
}

function countsOf(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return counts;
}

/** What can be told only once the finding of another rule is mended. */
const uncovered: Readonly<Record<string, readonly RuleId[]>> = {
  // How somebody's turns are written, where one ends, and whose an item is, is judged once it is clear who that is.
  "speaker-ambiguous": ["turn-format", "turn-merged", "turn-unfinished", "action-duplicate"],
  "speaker-misspelt": ["turn-format", "turn-merged", "turn-unfinished", "action-duplicate"],
  "attendees-missing": ["turn-format", "turn-merged", "turn-unfinished", "action-duplicate"],
  // A turn may have gone on in what is now another's, or gone.
  "turn-merged": ["turn-unfinished"],
  placeholder: ["turn-unfinished"],
  "template-line": ["turn-unfinished"],
  // Whether the list holds what was said is judged once there is a list.
  "section-missing": ["action-unlisted"],
  // A section stands in its place or not once it is known, and only the first that does not is reported; what is below
  // its head is said in it, and no longer topics of another.
  "section-name": ["section-order", "turn-unfinished"],
  "section-order": ["section-order"],
};

function uncovers(rule: string, added: string): boolean {
  return uncovered[rule]?.some((other) => added.startsWith(`${other}:`)) ?? false;
}
