import { describe, expect, test } from "vitest";
import { readNote } from "../../server/src/model/readNote";
import { attendeeTable } from "../../server/src/profiles/attendeeTable";
import { lint } from "../../server/src/rules/lint";
import { analyse } from "../../server/src/workspace/analyser";
import { defaultSettings } from "../../server/src/workspace/settings";
import { noteWith } from "../support/world";

const { format } = attendeeTable;

/** The rules with a finding, each with the number of its line below the head. */
function findingsIn(text: string, above = ""): string[] {
  const note = `${above}${text}`;
  const first = note.slice(0, note.indexOf("## Updates")).split("\n").length;
  return lint(readNote(note, format), format, { "section-missing": "off" }).map(({ rule, at }) => {
    return `${note.slice(0, at.start).split("\n").length - first} ${rule}`;
  });
}

const noteOf = (...lines: string[]) => noteWith(`## Updates\n\n${lines.join("\n")}\n`);
const found = (...lines: string[]) => findingsIn(noteOf(...lines));

const gap = "* Ana: it is ??? or so";
const raw = "* Bo:since when";
const clean = "* Carla: since May";

describe("a comment that disables", () => {
  test("a rule holds from there to the one that enables it, or to the end", () => {
    const [off, on] = ["<!-- notewright-disable turn-gap -->", "<!-- notewright-enable turn-gap -->"];
    expect(found(gap, clean, raw, off, gap, raw, gap)).toEqual(["2 turn-gap", "4 turn-format", "7 turn-format"]);
    expect(found(off, gap, clean, raw, on, gap)).toEqual(["5 turn-format", "7 turn-gap"]);
  });

  test("all rules, by naming none, leaves those quiet that are not enabled again", () => {
    const off = "<!-- notewright-disable -->";
    expect(found(off, gap, clean, raw)).toEqual([]);
    expect(found(off, gap, clean, raw, "<!-- notewright-enable -->", gap)).toEqual(["7 turn-gap"]);
    expect(found(off, gap, clean, raw, "<!-- notewright-enable turn-gap -->", gap, raw)).toEqual(["7 turn-gap"]);
    const again = [off, gap, clean, "<!-- notewright-enable turn-gap -->", gap, off, gap, raw];
    expect(found(...again)).toEqual(["6 turn-gap"]);
  });

  test("a line holds for that line, and may name several rules and a reason", () => {
    expect(found(`${gap} <!-- notewright-disable-line turn-gap -->`, gap, clean)).toEqual(["3 turn-gap"]);
    const both = "* Bo:since ??? when <!-- notewright-disable-line turn-gap, turn-format -- the tape was cut -->";
    expect(found(both, gap, clean)).toEqual(["3 turn-gap"]);
    expect(found("* Bo:since ??? when <!-- notewright-disable-line -->", gap, clean)).toEqual(["3 turn-gap"]);
  });

  test("the next line holds for the line below, other such comments left aside", () => {
    const next = (rule: string) => `<!-- notewright-disable-next-line ${rule} -->`;
    expect(found(clean, next("turn-gap"), gap, gap)).toEqual(["5 turn-gap"]);
    expect(found(`${clean} ${next("turn-gap")}`, gap, gap)).toEqual(["4 turn-gap"]);
    expect(found(clean, next("turn-gap"), next("turn-format"), "* Bo:since ??? when", gap)).toEqual(["6 turn-gap"]);
    const nested = ["* Moorings", "    * Ana: so it is", `    ${next("turn-gap")}`, "    * Bo: it is ???"];
    expect(findingsIn(noteWith(`## Updates\n\n## Agenda\n\n${nested.join("\n")}\n`))).toEqual([]);
  });

  test("is read in a heading, in a paragraph and in HTML of several lines", () => {
    expect(found(clean, clean, "", "## Agneda <!-- notewright-disable-line section-name -->")).toEqual([]);
    expect(found(clean, "", "Bo: it is ??? <!-- notewright-disable-line turn-gap -->")).toEqual([]);
    expect(found(clean, "<!-- notewright-disable\n  turn-gap\n-->", gap)).toEqual([]);
    expect(found(clean, "<div>\n<!-- notewright-disable turn-gap -->\n</div>", "", gap)).toEqual([]);
  });

  test("is none in code, with another name or unclosed", () => {
    expect(found(`${gap} \`<!-- notewright-disable-line -->\``, clean)).toEqual(["2 turn-gap"]);
    expect(found(clean, "```", "<!-- notewright-disable -->", "```", gap)).toEqual(["6 turn-gap"]);
    expect(found(clean, "<!-- notewright-disabled turn-gap -->", gap)).toEqual(["4 turn-gap"]);
    expect(found(clean, "<!-- not notewright-disable -->", gap)).toEqual(["4 turn-gap"]);
  });

  test("above all else holds for the note as a whole, behind front matter too", () => {
    const untaken = noteOf(clean, clean).replace(/\| Note Taker.*\n/, "");
    const off = "<!-- notewright-disable note-taker-missing -->\n";
    const untitled = off.replace("disable", "disable title-missing");
    expect(findingsIn(untaken).map((line) => line.split(" ")[1])).toEqual(["note-taker-missing"]);
    expect(findingsIn(untaken, off)).toEqual([]);
    expect(findingsIn(untaken.replace(/^## .*\n/, ""), `---\ntype: meeting-notes\n---\n\n${untitled}`)).toEqual([]);
  });
});

describe("words with a comment behind them", () => {
  test("are read as if it were not there", () => {
    const behind = "<!-- to be checked -->";
    expect(found(`* Ana: ${behind}`, clean, clean)).toEqual(["2 turn-empty"]);
    expect(found(`* Ana: and so I said the ${behind}`, clean, clean)).toEqual(["2 turn-unfinished"]);
    expect(found("Ana: and so I said the", "", behind, "", "Bo: what?")).toEqual(["2 turn-unfinished"]);
    expect(found(clean, clean, "", "## Action Items", "", `* Bo: ${behind}`)).toEqual(["7 action-empty"]);
  });
});

test("a line of a list of names is read without the comment behind it", () => {
  const names = (behind = "") => `Ana Ruiz\nBo Lindqvist\nAna Ruiz${behind}\nCarla Diaz\n`;
  const note = (behind?: string) =>
    `# Harbour Group\n\n## Attendees\n\n${names(behind)}\n## Notes\n\n${clean}\n${clean}\n`;
  const rulesIn = (text: string) =>
    analyse("may.md", text, { ...defaultSettings, files: { "*": "note" } })
      .findings.map(({ rule }) => rule)
      .filter((rule) => rule === "attendee-duplicate" || rule === "suppression-unused");
  expect(rulesIn(note())).toEqual(["attendee-duplicate"]);
  expect(rulesIn(note(" <!-- notewright-disable-line attendee-duplicate -->"))).toEqual([]);
});

describe("suppression-unused", () => {
  const unused = (...lines: string[]) => found(...lines).filter((line) => line.endsWith("suppression-unused"));

  test("tells of every rule named that has nothing to report, and of none that is turned off", () => {
    const comment = "<!-- notewright-disable-line turn-gap turn-empty action-overdue no-such-rule -->";
    expect(unused(`${gap} ${comment}`, clean)).toEqual(["2 suppression-unused", "2 suppression-unused"]);
  });

  test("tells of what disables or enables for the second time", () => {
    const [off, on] = ["<!-- notewright-disable turn-gap -->", "<!-- notewright-enable turn-gap -->"];
    expect(unused(off, gap, off, clean, gap, on, on)).toEqual(["4 suppression-unused", "8 suppression-unused"]);
  });

  test("is kept quiet by its own name only", () => {
    const idle = `${clean} <!-- notewright-disable-line turn-gap -->`;
    expect(unused("<!-- notewright-disable -->", gap, idle)).toEqual(["4 suppression-unused"]);
    expect(unused("<!-- notewright-disable suppression-unused -->", clean, idle)).toEqual([]);
  });

  test("waits until the note is written up, unless the rule does not exist", () => {
    const template = (rule: string) => noteWith(`<!-- notewright-disable ${rule} -->\n\n## Updates\n`, "");
    expect(findingsIn(template("turn-gap"))).toEqual([]);
    expect(findingsIn(template("turn-gasp")).map((line) => line.split(" ")[1])).toEqual(["suppression-unused"]);
  });
});
