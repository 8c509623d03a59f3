import { describe, expect, test } from "vitest";
import { readNote } from "../../server/src/model/readNote";
import { attendeeTable } from "../../server/src/profiles/attendeeTable";
import type { RuleId } from "../../server/src/rules/index";
import { lint } from "../../server/src/rules/lint";
import type { Finding } from "../../server/src/rules/rule";
import { applyEdits } from "../../server/src/text/edit";

const { format } = attendeeTable;
const head = "## March 5, 2024 - Parser group\n\n";
const table = "| | |\n| - | - |\n| Attending | Ada Lindqvist, Bo Marsh |\n| Note Taker | Bo Marsh |\n\n";

function findingsOf(text: string, id: RuleId): Finding[] {
  return lint(readNote(text, format), format).filter(({ rule }) => rule === id);
}

function placesOf(text: string, id: RuleId): string[] {
  return findingsOf(text, id).map(({ at }) => text.slice(at.start, at.end));
}

function applyFirstFix(text: string, id: RuleId): string {
  return applyEdits(text, findingsOf(text, id)[0]?.fixes[0]?.edits ?? []);
}

describe("many of a kind", () => {
  test("are one finding for each name of a section, with at most three others", () => {
    const text = `${head}${table}${"## Updates\n\n## Agenda\n\n".repeat(40)}`;
    const findings = findingsOf(text, "section-duplicate");
    expect(findings.map(({ message }) => /"(\w+)"/.exec(message)?.[1])).toEqual(["Updates", "Agenda"]);
    expect(findings.map(({ related }) => related.length)).toEqual([3, 3]);
  });

  test("are one finding for each speaker, with at most three others", () => {
    const text = `${head}${table}## Updates\n\n${"* Gil: Yes.\n* Gil Moss: No.\n".repeat(40)}`;
    const [finding, ...others] = findingsOf(text, "speaker-unknown");
    expect(others).toEqual([]);
    expect(finding?.message).toContain("80 turns");
    expect(finding?.related).toHaveLength(3);
  });

  test("are put in order one after the other", () => {
    const body = "## Action Items\n\n* Ada: Write.\n\n## Updates\n\n* Bo: Done.\n\n## Agenda\n\n* Errors\n";
    const text = head + table + body;
    expect(placesOf(text, "section-order")).toEqual(["Updates"]);
    const once = applyFirstFix(text, "section-order");
    expect(placesOf(once, "section-order")).toEqual(["Agenda"]);
    expect(placesOf(applyFirstFix(once, "section-order"), "section-order")).toEqual([]);
  });
});

describe("somebody who is not listed", () => {
  const turnsOf = (...labels: string[]) =>
    `${head}${table}## Updates\n\n${[...labels, ...labels].map((label) => `* ${label}: Yes.\n`).join("")}`;

  test.each([
    [["Luke", "Luke W", "Luke Wagner"], ["Luke Wagner"]],
    [["Luke W.", "Luke"], ["Luke W."]],
    [["luke", "Luke Wagner"], ["Luke Wagner"]],
    [
      ["Luke", "Luke Wagner", "Luke Moss"],
      ["Luke", "Luke Wagner", "Luke Moss"],
    ],
    [
      ["Luke W", "Luke Wagner", "Luke Weber"],
      ["Luke W", "Luke Wagner", "Luke Weber"],
    ],
    [
      ["Luke", "Lukas Wagner"],
      ["Luke", "Lukas Wagner"],
    ],
  ])("speaks as %j: %j", (labels, names) => {
    const findings = findingsOf(turnsOf(...labels), "speaker-unknown");
    expect(findings.map(({ message }) => /"([^"]+)"/.exec(message)?.[1])).toEqual(names);
  });

  test("is not reported again as the owner of an action item, under any of the names", () => {
    const text = `${turnsOf("Luke", "Luke Wagner")}\n## Action Items\n\n* Luke: Write.\n* Luke Wagner: Read.\n`;
    expect(findingsOf(text, "action-owner-unknown")).toEqual([]);
  });

  test("is offered once for a new attendee table", () => {
    const text = turnsOf("Luke", "Luke Wagner").replace(table, "");
    expect(applyFirstFix(text, "attendees-missing")).toContain("| Attending  | Luke Wagner |");
  });
});

// With a pattern that tries every stretch of such a run, each of these would take minutes.
describe("long runs", () => {
  const run = (piece: string) => piece.repeat(100_000);

  test("of blanks and cells in a table to be rebuilt", () => {
    const text = `${head}| Attending | Ada${run(" ")}| Bo${run(" |")}\n| Note Taker | Bo\n\n* Ada: Yes.\n`;
    expect(applyFirstFix(text, "attendees-table")).toContain("| Attending  | Ada, Bo |\n");
  });

  test("of empty lines in a table in a fence", () => {
    const text = `${head}\`\`\`\n| Attending | Ada |\n${run("\n")}\`\`\`\n\n* Ada: Yes.\n* Ada: No.\n`;
    expect(applyFirstFix(text, "attendees-fenced")).toMatch(/\| Attending \| Ada \|\n+\* Ada: Yes\./);
  });

  test("of dots and brackets in a turn", () => {
    const text = `${head}${table}## Updates\n\n* Ada: Well${run(".)")} Bo: Yes.\n`;
    expect(placesOf(text, "turn-merged")).toEqual(["Bo:"]);
  });

  test("of brackets in an action item", () => {
    const text = `${head}${table}## Action Items\n\n* ${run(")")} TODO${run(")")}x\n`;
    expect(findingsOf(text, "action-owner-missing")).toHaveLength(1);
  });
});

describe("a stand-in for an action item", () => {
  const items = (...lines: string[]) =>
    `${head}${table}## Updates\n\n* Ada: Yes.\n* Bo: No.\n\n## Action Items\n\n${lines.map((line) => `${line}\n`).join("")}`;
  const all = (text: string) => lint(readNote(text, format), format).filter(({ rule }) => rule !== "section-missing");

  test.each([
    "None",
    "None.",
    "No action items",
    "No new action items.",
    "_No actions this week_",
    "N/A",
    "Nothing",
    "...",
  ])("is no finding: %s", (words) => expect(all(items(`* ${words}`))).toEqual([]));

  test.each(["* Ada", "* Ada and Bo", "- [ ]", "* [ ] Ada", "*"])("is empty: %s", (line) => {
    expect(all(items(line)).map(({ rule, at }) => [rule, items(line).slice(at.start, at.end)])).toEqual([
      ["action-empty", line],
    ]);
  });

  test("is none where it only starts like one", () => {
    expect(all(items("* No action items may be lost")).map(({ rule }) => rule)).toEqual(["action-owner-missing"]);
  });
});
