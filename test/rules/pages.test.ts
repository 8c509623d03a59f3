import { describe, expect, test } from "vitest";
import { defaultReadingOptions } from "../../server/src/model/format";
import type { Note, Person } from "../../server/src/model/note";
import { readNote } from "../../server/src/model/readNote";
import { rosterOf } from "../../server/src/model/roster";
import { attendeeTable } from "../../server/src/profiles/attendeeTable";
import { type RuleId, rules } from "../../server/src/rules/index";
import { lint } from "../../server/src/rules/lint";
import type { Finding, Fix } from "../../server/src/rules/rule";
import { applyEdits } from "../../server/src/text/edit";
import { LineIndex } from "../../server/src/text/lines";
import { type Example, readRulePage } from "../support/rulePages";

const { format } = attendeeTable;
/** The only rules whose fixes need no judgement. */
const safeRules: readonly RuleId[] = ["attendees-table", "attendees-fenced", "turn-format"];

/** Whom the pages say that other notes know. */
const roster = rosterOf(
  rules.flatMap(({ id }) => {
    const { known, speaking } = readRulePage(id);
    const listing = known.map((name) => ({ people: [readPerson(name)] }));
    return [...listing, ...speaking.map((name) => ({ people: [], spoken: [{ name, isFrequent: true }] }))];
  }),
);

for (const { id } of rules) {
  const page = readRulePage(id);

  describe(id, () => {
    test.each(page.accepted)("accepts example %#", (example) => {
      expect(findingsOf(example, id)).toEqual([]);
    });

    test.each(page.reported)("reports example %#", ({ findings, ...example }) => {
      expect(findingsOf(example, id).map((finding) => lineFor(example.note, finding))).toEqual(findings);
    });

    test("shows each reported example with a fix after its first fix", () => {
      const fixed = page.reported.flatMap((example) => {
        const fix = findingsOf(example, id)[0]?.fixes.find(({ edits }) => edits.length > 0);
        return fix ? [applyEdits(example.note, fix.edits)] : [];
      });
      expect(page.fixed).toEqual(fixed);
    });

    test.each(page.reported)(
      "is rid of the finding by each of its fixes, and brings no other: example %#",
      (example) => {
        for (const finding of findingsOf(example, id)) {
          for (const fix of finding.fixes) proveFix(example, finding, fix);
        }
      },
    );

    test.each(page.reported)("has nothing left to fix after its fixes: example %#", (example) => {
      const once = fixEach(example, id);
      expect(fixEach(once, id)).toEqual(once);
    });
  });
}

function read(text: string, labels: readonly string[] = []): Note {
  return readNote(text, format, { ...defaultReadingOptions, labels }, roster);
}

function readPerson(name: string): Person {
  return { name, nicknames: [], abbreviations: [], handles: [] };
}

function findingsOf(example: Example, id: RuleId): Finding[] {
  return lintAll(example, id).filter(({ rule }) => rule === id);
}

/** The findings of all rules that are on by default, and of the page's own. */
function lintAll({ note, path }: Example, id: string, labels: readonly string[] = []): Finding[] {
  const own = rules.find((rule) => rule.id === id);
  const chosen = own?.severity === "off" ? { [id]: "hint" as const } : {};
  return lint(read(note, labels), format, chosen, { today: "2024-03-12", path });
}

function lineFor(text: string, { at, message }: Finding): string {
  const lines = new LineIndex(text);
  const [start, end] = [at.start, at.end].map((offset) => lines.positionAt(offset));
  const place = [start, end].map((position) => `${(position?.line ?? 0) + 1}:${(position?.character ?? 0) + 1}`);
  return `${place.join("-")} ${message}`;
}

function proveFix(example: Example, finding: Finding, fix: Fix): void {
  expect(fix.safe).toBe(safeRules.some((id) => id === finding.rule));
  proveEdits(example, finding, fix, fix.edits);
  // A client without snippets leaves the placeholder there.
  if (fix.placeholder !== undefined) proveEdits(example, finding, fix, filledIn(example.note, fix));
}

function proveEdits(example: Example, finding: Finding, fix: Fix, edits: Fix["edits"]): void {
  const text = example.note;
  const fixed = applyEdits(text, edits);
  expect(fixed === text).toBe(edits.length === 0);
  const before = countFindings(lintAll(example, finding.rule));
  const after = countFindings(
    lintAll({ ...example, note: fixed }, finding.rule, fix.addLabel === undefined ? [] : [fix.addLabel]),
  );
  expect(after.get(keyOf(finding)) ?? 0, `${fix.title}: the finding is gone`).toBeLessThan(
    before.get(keyOf(finding)) ?? 0,
  );
  const added = [...after].filter(([key, count]) => count > (before.get(key) ?? 0)).map(([key]) => key);
  expect(added, `${fix.title}: new findings`).toEqual([]);
  if (fix.safe) expect(wordsOf(fixed)).toEqual(wordsOf(text));
}

/** The fix's edits with a name over its placeholder, as a user types it. */
function filledIn(text: string, { edits, placeholder }: Fix): Fix["edits"] {
  const name = read(text).attendees[0]?.name ?? "";
  if (placeholder === undefined) return edits;
  return edits.map(({ span, newText }) => ({ span, newText: newText.replace(placeholder, name) }));
}

/** A finding is known by its rule and words; how often somebody speaks may change. */
function keyOf({ rule, message }: Finding): string {
  return `${rule}: ${message.replace(/\d+ turns/, "turns")}`;
}

function countFindings(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return counts;
}

/** The text after the first fix of each of the rule's findings, one after the other. */
function fixEach(example: Example, id: RuleId): Example {
  let fixed = example;
  for (const _ of findingsOf(example, id)) {
    const fix = findingsOf(fixed, id)
      .flatMap(({ fixes }) => fixes.slice(0, 1))
      .find(({ edits }) => edits.length > 0);
    if (fix) fixed = { ...fixed, note: applyEdits(fixed.note, filledIn(fixed.note, fix)) };
  }
  return fixed;
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase());
}
