import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readNote } from "../../server/src/model/readNote";
import { attendeeTable } from "../../server/src/profiles/attendeeTable";
import { lint } from "../../server/src/rules/lint";

const { format } = attendeeTable;

const tidy = `## March 5, 2024 - Parser group

|          |      |
| -------- | -------- |
| Attending  | Ada Lindqvist, Bo Marsh, Cleo (Kay) Okafor
| Note Taker | Bo Marsh

## Updates

* Ada: The tokenizer is done.
* Kay: I’ve read “the manual” – twice.

## Agenda

* Error messages
    * They are too long.
    * Ada: Who wrote them?
* Accepted the new wording by consensus vote
* [Bo] - Release date
    * Bo: https://example.org/plan says May, TBD.
    * Question: and the manual?

## Action Items

* Ada: Shorten the error messages
* [ ] Cleo to write the manual
`;

test("a tidy note has no finding: no closing pipes, bullets without speaker, tasks without date, curly quotes", () => {
  expect(lint(readNote(tidy, format), format)).toEqual([]);
});

test("what markdownlint reports is none of ours", () => {
  const untidy = tidy
    .replace("## Updates\n\n* ", "## Updates\n- ")
    .replace("## Agenda\n\n", "#### Agenda   \n\n\n\n")
    .replace("    * Ada: Who", "   + Ada: Who")
    .replace("Question:", "Question: <b>see</b> https://example.org");
  expect(lint(readNote(untidy, format), format)).toEqual([]);
});

test("the reference note has one finding for each of those who are not listed, and no other", () => {
  const seed = readFileSync(join(import.meta.dirname, "../../seeds/2023-08-08-sig-guest-languages.md"), "utf8");
  const findings = lint(readNote(seed, format), format);
  expect(findings.map(({ rule, at }) => `${rule} ${seed.slice(at.start, at.end)}`)).toEqual([
    "speaker-unknown Achille",
    "speaker-unknown Luke",
    "speaker-unknown Randy",
  ]);
});

test("a rule that is switched off says nothing, and another severity holds where one is chosen", () => {
  const text = tidy.replace("* Ada: Shorten", "* Shorten");
  const severityOf = (chosen: Parameters<typeof lint>[2]) =>
    lint(readNote(text, format), format, chosen).map(({ rule, severity }) => `${rule} ${severity}`);
  expect(severityOf({})).toEqual(["action-owner-missing information"]);
  expect(severityOf({ "action-owner-missing": "error" })).toEqual(["action-owner-missing error"]);
  expect(severityOf({ "action-owner-missing": "off" })).toEqual([]);
});
