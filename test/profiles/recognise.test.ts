import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DraftReader } from "../../server/src/model/draft";
import { ChunkedText } from "../../server/src/parse/chunkedText";
import { type Asked, Recogniser, type Verdict } from "../../server/src/profiles/recognise";
import { maybeNote } from "../../server/src/profiles/signature";
import { noteText } from "../support/noteText";

function judge(text: string, choice?: Asked["choice"]): string {
  return verdictOf(text, choice).reason;
}

function verdictOf(text: string, choice?: Asked["choice"], fileName = "note.md", folders: string[] = []): Verdict {
  const cut = ChunkedText.of(text);
  return new Recogniser().judge(cut, { choice, fileName, folders }, ({ format }) => new DraftReader(format).read(cut));
}

const table = "| | |\n| --- | --- |\n| Attending | Ada Miller\n| Note Taker |\n";

describe("a note", () => {
  test.each([
    [
      "an attendee table",
      `## March 05, 2024\n\n${table}`,
      "A meeting note: it has a table with the rows Attending and Note Taker",
    ],
    ["a broken attendee table", "| Attending | Ada |", "A meeting note: it has a table with the row Attending"],
    [
      "dated, with the sections of one",
      "## March 05, 2024 - Roof\n\n## Updates\n\n* none\n\n## Agenda\n\n* Roof\n",
      "A meeting note: it has a dated heading and the headings Updates and Agenda",
    ],
    ["front matter", "---\ntype: meeting-notes\n---\n\nHello\n", "A meeting note: its front matter says so"],
    ["a comment", "<!-- notewright: note -->\n\nHello\n", "A meeting note: a comment in it says so"],
  ])("%s", (_, text, reason) => expect(judge(text)).toBe(reason));

  test("the settings go before all", () => {
    expect(judge("Hello", "note")).toBe("A meeting note: your settings or your group's configuration say so");
    expect(judge(table, "ignore")).toBe("No meeting note: your settings or your group's configuration say so");
  });
});

describe("a note of another form", () => {
  const top = "# March 05, 2024\n\n";
  test.each([
    ["a heading over the attendees", `${top}## Attendees\n\n* Ada\n\n## Updates\n\n## Agenda\n`],
    ["a line of attendees", `${top}Attending: Ada, Bo\n\n## Updates\n\n## Agenda\n`],
    ["a bold line of attendees", `${top}**Attendees:** Ada, Bo\n\n## Updates\n\n## Agenda\n`],
    ["a bullet of attendees", `${top}* Present: Ada, Bo\n\n## Updates\n\n## Agenda\n`],
  ])("%s", (_, text) => expect(verdictOf(text).profile?.id).toBe("generic"));
});

test.each([
  ["linked-minutes", "# Roof 2024-03-05\n\n## Links\n\n## Agenda\n\n## Minutes\n\n### Present\n\n* Ada\n"],
  ["section-notes", "# Roof 2024-03-05\n\n## Agenda\n\n## Minutes\n\n### Present\n\n* Ada\n"],
  ["scribe-bullets", "# Roof 2024-03-05\n\n## Present\n\n* Ada\n\n## Scribe(s)\n\n## Agenda\n\n## Minutes\n"],
  ["section-notes", "# Roof 2024-03-05\n\n## Agenda\n\n## Attendees\n\n* Ada\n\nScribe: Ada\n\n## Notes\n"],
  [
    "call-transcript",
    "# Roof 7\n\n### Meeting Date & Time: 2024/03/05\n\n### Notes: Ada\n\n## Agenda\n\n## Attendees\n",
  ],
])("what is of the form %s, though another has the same sections: %j", (id, text) => {
  expect(verdictOf(text).profile?.id).toBe(id);
});

test("a meeting of some days, with a schedule in place of agenda items", () => {
  const text = "## Autumn meeting\n\n### Logistics\n\n### Schedule\n\n## Meeting notes\n\n### Attendees\n\n* Ada\n";
  expect(verdictOf(text).profile?.id).toBe("standards-transcript");
});

describe("a note of no known form", () => {
  test.each([
    [
      "what only meetings have on their agenda",
      "# Roof group - March 2024\n\n## Review agenda (2m, Ada)\n\n* fine\n",
      "it has a dated heading and the heading Review agenda",
    ],
    [
      "what only meetings have on their agenda, as a numbered item",
      "# Roof group - March 2024\n\n1. Determine volunteers for note taking (1m, Ada)\n1. Tiles\n",
      "it has a dated heading and the item Determine volunteers for note taking",
    ],
    [
      "a cancelled meeting",
      "# March 5, 2024\n\nThis meeting was cancelled, too wet.\n",
      "it has a dated heading and the words that the meeting was cancelled",
    ],
  ])("%s", (_, text, reason) => expect(judge(text)).toBe(`A meeting note: ${reason}`));

  const talk = "# Shingles\n\nWhy they leak.\n\n".concat("kdahl: Why?\n\nmfern: It is old.\n\n".repeat(3));
  test.each([
    ["2024-03-05-shingles.md", ["roof", "design-minutes"], true],
    ["2024-03-05-shingles.md", ["roof", "designs"], false],
    ["shingles.md", ["roof", "minutes"], false],
  ])("a talk under handles in %s of %j: %s", (fileName, folders, isNote) => {
    expect(verdictOf(talk, undefined, fileName, folders).isNote).toBe(isNote);
  });
});

describe("no note", () => {
  test.each([
    ["a README", "# Roof\n\nHow to attend our meetings: see the agenda.\n\n## Updates\n\nNone.\n"],
    ["a table of something else", "| Name | Present |\n| --- | --- |\n| Ada | yes |\n"],
    ["a list of one column", "| Attendees |\n| --- |\n| Ada |\n"],
    ["a weekly report", "# Weekly report 2024-03-05\n\n## Updates\n\n## Next steps\n"],
    ["a changelog", "## 2024-03-05 Changelog\n\n### Updates\n\n### Actions\n"],
    ["a list of what was cancelled", `# 2024-03-05\n\nCancelled: two orders.\n\n${"* one more order\n".repeat(9)}`],
    ["a study", "# Study\n\n| Participants | 120 |\n| --- | --- |\n| Dose | 5 |\n"],
    ["a comment", `<!-- notewright: ignore -->\n\n${table}`],
    ["a note in a fence", "# A rule\n\n```\n## March 05, 2024\n\n| Attending | Ada |\n```\n"],
    ["a table below the first bullet", `* hello\n\n${table}`],
    ["nothing", ""],
  ])("%s", (_, text) => expect(judge(text)).toMatch(/^No meeting note/));
});

test("what is recognised by its text was never sorted out beforehand", () => {
  fc.assert(
    fc.property(noteText, (text) => {
      fc.pre(verdictOf(text).isNote);
      expect(maybeNote(text)).toBe(true);
    }),
  );
});
