import { describe, expect, test } from "vitest";
import { readNote } from "../../server/src/model/readNote";
import { attendeeTable } from "../../server/src/profiles/attendeeTable";
import type { RuleId } from "../../server/src/rules/index";
import { lint } from "../../server/src/rules/lint";
import type { Finding } from "../../server/src/rules/rule";
import { applyEdits } from "../../server/src/text/edit";

const { format } = attendeeTable;

/** A note whose attendee table has the given rows. */
function noteWith(rows: string, body: string): string {
  return `## March 5, 2024 - Parser group\n\n|          |      |\n| -------- | -------- |\n${rows}\n\n${body}`;
}

const everyone = "| Attending | Ada Lindqvist, Bo Marsh, Cleo Okafor |";

function findingsOf(text: string, rule: RuleId): Finding[] {
  return lint(readNote(text, format), format).filter((finding) => finding.rule === rule);
}

/** The text after the first fix of the rule's first finding. */
function fixOnce(text: string, rule: RuleId): string {
  return applyEdits(text, findingsOf(text, rule)[0]?.fixes[0]?.edits ?? []);
}

describe("an attendee is added to a row without a second cell", () => {
  const body = "## Updates\n\n* Ada: It runs.\n* Ada: It does.\n";

  test.each([
    ["| Attending |", "| Attending | Ada"],
    ["| Attending", "| Attending | Ada"],
    ["| Attending | |", "| Attending | Ada |"],
    ["| Attending |     |", "| Attending | Ada    |"],
  ])("%s", (row, expected) => {
    const fixed = fixOnce(noteWith(row, body), "speaker-unknown");
    expect(fixed).toBe(noteWith(expected, body));
    expect(findingsOf(fixed, "speaker-unknown")).toEqual([]);
  });
});

test("an empty turn is reported as such, and not for its form", () => {
  const text = noteWith(everyone, "## Updates\n\n* \\[Bo\\]\n* Ada: It runs.\n* Cleo: It does.\n");
  expect(findingsOf(text, "turn-empty")).toHaveLength(1);
  expect(findingsOf(text, "turn-format")).toEqual([]);
});

test("of two sections of a name, none is moved", () => {
  const text = noteWith(everyone, "## Agenda\n\n* One\n\n## Updates\n\n* Two\n\n## Updates\n\n* Three\n");
  expect(findingsOf(text, "section-order").map(({ fixes }) => fixes)).toEqual([[]]);
});

test("an owner is written so that Markdown shows what is to be done", () => {
  const turns = "## Updates\n\n* [Ada]: It runs well.\n* [Bo]: Does it?\n* [Ada]: It does.\n\n";
  const text = noteWith(everyone, `${turns}## Action Items\n\n* **JC:** \n`);
  const fixed = fixOnce(text, "action-owner-missing");
  expect(fixed).toContain("* Owner: **JC:**");
  expect(findingsOf(fixed, "action-owner-missing")).toEqual([]);
});

test("what is deleted takes no blank line with it that parts what stands around", () => {
  const text = noteWith(everyone, "* Ada: It runs.\n* [ ] TODO\n\n\nBo Marsh: It does.\n");
  const fixed = fixOnce(text, "placeholder");
  expect(fixed).toBe(noteWith(everyone, "* Ada: It runs.\n\n\nBo Marsh: It does.\n"));
});
