import { describe, expect, test } from "vitest";
import { readNote } from "../../server/src/model/readNote";
import { builtInProfiles, findProfile } from "../../server/src/profiles/builtIn";
import { addAttendees } from "../../server/src/rules/attendees/addAttendees";
import { applyEdits } from "../../server/src/text/edit";
import { analyse } from "../../server/src/workspace/analyser";
import { defaultSettings } from "../../server/src/workspace/settings";
import { cleanNotes, fixtures } from "../support/fixtures";

function readFixture(id: string, change = (text: string): string => text) {
  const text = change(fixtures.get(id) ?? "");
  const format = findProfile(id)?.format;
  if (!format) throw new Error(`no profile ${id}`);
  return readNote(text, format);
}

test("there is a clean note in the form of every profile", () => {
  expect([...fixtures.keys()].sort()).toEqual(builtInProfiles.map(({ id }) => id).sort());
});

test.each(cleanNotes.map((one) => [one.path, one] as const))(
  "%s is recognised, and nothing is found in it",
  (path, one) => {
    const { verdict, findings, note } = analyse(path, one.text, defaultSettings);
    expect(verdict.profile?.id).toBe(one.profile);
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    expect(note?.state).toBe("written");
  },
);

describe.each([...fixtures])("a note in the form %s", (id, text) => {
  test("names all who speak", () => {
    expect(readFixture(id).unclearSpeakers.map(({ first }) => first.text)).toEqual([]);
  });

  test("reads no finding of a user's own making into an empty one", () => {
    const headings = text.replace(/^(?![ \t]*(?:#|\||!)).*$/gm, "");
    const { findings } = analyse("note.md", headings, defaultSettings);
    expect(findings.filter(({ severity }) => severity === "warning" || severity === "error")).toEqual([]);
  });
});

test.each([
  ["attendee-table", "Carla Diaz, Eve Stone\n"],
  ["section-notes", "* Minjun (Max) Park\n* Eve Stone\n"],
  ["standards-transcript", "- Carla Diaz\n- Eve Stone\n"],
  ["delegate-transcript", "| Carla Diaz    | CDZ          | Boatyard     |\n| Eve Stone | | |\n"],
  ["linked-minutes", "* Carla Diaz (@cdiaz)\n* Eve Stone\n"],
  ["scribe-bullets", "* Bo Lindqvist\n* Eve Stone\n"],
  ["call-transcript", "* Carla Diaz\n* Eve Stone\n"],
  ["formal-minutes", "Carla Diaz\nEve Stone\n"],
  ["generic", "Carla Diaz, Eve Stone\n"],
])("an attendee is added in the form %s", (id, expected) => {
  const note = readFixture(id);
  const edit = addAttendees(note, ["Eve Stone"]);
  const text = edit ? applyEdits(note.text, [edit]) : "";
  expect(text).toContain(expected);
  const names = readFixture(id, () => text).attendees.map(({ name }) => name);
  expect(names).toEqual(
    [...note.attendees.map(({ name }) => name), "Eve Stone"].sort((a, b) => names.indexOf(a) - names.indexOf(b)),
  );
  expect(names).toHaveLength(note.attendees.length + 1);
});

test.each([
  ["bullets with handles and roles", "* Ada Miller @amiller (voting member)\n* Bo Li (@boli)", ["Ada Miller", "Bo Li"]],
  ["bullets with links", "* [Ada Miller](https://example.org/#i) (ada)\n* Bo Li (he/him)", ["Ada Miller", "Bo Li"]],
  ["bullets with abbreviations", "* AM: Ada Miller (@ada)\n* BL: Bo Li", ["Ada Miller", "Bo Li"]],
  ["bullets with organisations", "* Ada Miller, Port Office\n* Bo Li - Ferry Line", ["Ada Miller", "Bo Li"]],
  [
    "bullets with organisations behind something else",
    "* Ada Miller (@ada) Port\n* Bo (Board), Ferry",
    ["Ada Miller", "Bo"],
  ],
  ["bullets with organisations behind dashes", "* Ada Miller -- Port\n* Bo Li (@bo) - Ferry", ["Ada Miller", "Bo Li"]],
  ["a calendar's addresses", "[ada.m@x.org](mailto:ada.m@x.org) [Bo Li](mailto:bo@x.org)", ["ada m", "Bo Li"]],
  ["bullets, last name first", "* Miller, Ada\n* Li, Bo", ["Ada Miller", "Bo Li"]],
  ["bullets for groups of one", "* Team members: Ada Miller\n* Others: Bo", ["Ada Miller", "Bo"]],
  ["bullets for groups", "* Members: Ada Miller, Bo Li\n* Guests: Carla", ["Ada Miller", "Bo Li", "Carla"]],
  ["lines", "Ada Miller  \nBo Li  \nCarla", ["Ada Miller", "Bo Li", "Carla"]],
  ["lines, last name first", "Miller, Ada  \nLi, Bo (Guest)  \nCarla", ["Ada Miller", "Bo Li", "Carla"]],
  ["paragraphs", "Ada Miller\n\nBo Li", ["Ada Miller", "Bo Li"]],
  ["a line", "Ada Miller, Bo Li and Carla", ["Ada Miller", "Bo Li", "Carla"]],
  ["a column", "| Attendee |\n| --- |\n| Ada Miller |\n| Bo Li |", ["Ada Miller", "Bo Li"]],
  ["columns", "| Name | GitHub |\n| - | - |\n| Ada Miller | @ada |\n| Bo Li | boli |", ["Ada Miller", "Bo Li"]],
  ["nobody yet", "* TODO", []],
])("attendees below a heading as %s", (_, list, names) => {
  const text = `# March 5 call\n\n## Agenda\n\n1. Roof\n\n## Attendees\n\n${list}\n\n## Notes\n\n* Ada: It leaks.\n`;
  const note = readFixture("section-notes", () => text);
  expect(note.attendees.map(({ name }) => name)).toEqual(names);
});

test("a misspelt name in bold on a line of its own is somebody's, where speakers are written so", () => {
  const talk = "**Tejre Thorne**\n\nIn six weeks.\n\n**Tejre**\n\nOr seven.\n\n";
  const list = "## Attendees\n\n* Dagny Reyes\n* Terje Thorne\n";
  const turnsIn = (id: string) => readFixture(id, () => `# Call 7\n\n## Lamps\n\n${talk}${list}`).turns.length;
  expect([turnsIn("call-transcript"), turnsIn("generic")]).toEqual([2, 1]);
});

test("a role before an organisation is nobody's nickname", () => {
  const [person] = readFixture("linked-minutes", () => "## Present\n\n* Bo Li (Board), Ferry\n").attendees;
  expect(person).toMatchObject({ name: "Bo Li", nicknames: [], role: "Board" });
});

test("other things than people are nobody, behind whatever label", () => {
  const talk = "## Languages\n\n* Others:\n  * Basic\n  * Fortran\n  * Lisp\n\n### Others: Prolog\n";
  const { attendees } = readFixture("generic", () => `# Roof, March 5, 2024\n\nPresent: Ada Miller\n\n${talk}`);
  expect(attendees.map(({ name }) => name)).toEqual(["Ada Miller"]);
});

test("a label before people with abbreviations is nobody's name", () => {
  const list = "**Remote attendees:** Ada Miller (AM), Bo Li (BL), Cara Diaz (CD),\nDora Brand (DB)\n";
  const { attendees } = readFixture("delegate-transcript", () => `# March 5, 2024 Meeting Notes\n\n${list}\n## Roof\n`);
  expect(attendees.map(({ name }) => name)).toEqual(["Ada Miller", "Bo Li", "Cara Diaz", "Dora Brand"]);
});

test("capitals that are the role of others abbreviate nobody", () => {
  const text = "## Attendees\n\n* Ada Miller (TSC)\n* Tom Ek (TSC)\n* Cara Diaz (CD)\n";
  const people = readFixture("linked-minutes", () => text).people.all;
  expect(people.map(({ abbreviations, role }) => [...abbreviations, role])).toEqual([
    ["TSC"],
    ["TSC"],
    ["CD", undefined],
  ]);
});

test.each([
  "## Attendees (2)\n\n* Ada Miller\n* Bo Li\n",
  "## Attendees (alphabetical)\n\nAda Miller\nBo Li\n",
  "Attendees\n\n* Ada Miller\n* Bo Li\n",
  "Present:\n\n- Ada Miller\n- Bo Li\n\n**Agenda**\n\n- [x] Roof\n- [ ] Door\n",
  "Present:\n\n- Ada Miller\n- Bo Li\n\n**Roof and door**\n\n- Tiles\n- Hinges\n",
  "## Attendees\n\n- Ada Miller\n- Bo Li\n\n**Roof and door**\n\nTiles\n",
  "**Members present:**  \nAda Miller  \n\n**Others present:**  \nBo Li, Secretary (note taker)\n",
  "**Present:**  \nAda Miller, Secretary  \nBo Li, Ferry Line\n",
  "**Present:**\nAda Miller, Secretary\nBo Li, executive director\n",
  "## Speakers/Attendees\n\n* Ada Miller\n* Bo Li\n",
  "## In-person attendees\n\n* Ada Miller\n\n## Remote participants\n\n* Bo Li\n",
  "**In-person attendees:** Ada Miller\n\n**Remote attendees:** Bo Li\n",
  "Members present: Ada Miller\n\nOthers present: Bo Li\n\nMembers absent: Cara Diaz\n",
  "Present: Ada Miller\n\nGuests: Bo Li\n",
  "**Present**:\n\n- Ada Miller\n\n**Guests**:\n\n- Bo Li\n",
])("attendees under another name: %j", (list) => {
  const { attendees } = readFixture(
    "generic",
    () => `# Roof, March 5, 2024\n\n${list}\n## Notes\n\n* Ada: It leaks.\n`,
  );
  expect(attendees.map(({ name }) => name)).toEqual(["Ada Miller", "Bo Li"]);
});

test("a list of people with abbreviations that a line of dashes makes a heading is read, and reported", () => {
  const list = "Ada Miller (AM), Bo Li (BL), Cara Diaz (CD)";
  const text = `# March 5, 2024 Meeting Notes\n-----\n${list}\n-----\n\n## Roof\n\nAM: It leaks.\n\nCD: It does.\n`;
  const { verdict, note, findings } = analyse("2024-03/march-05.md", text, defaultSettings);
  expect(verdict.profile?.id).toBe("delegate-transcript");
  expect(note?.attendees.map(({ abbreviations }) => abbreviations.join())).toEqual(["AM", "BL", "CD"]);
  expect(note?.turns.map(({ speakers }) => speakers[0]?.who.kind)).toEqual(["one", "one"]);
  expect(findings.filter(({ severity }) => severity === "warning").map(({ rule }) => rule)).toEqual(["heading-lost"]);
});

test("what was said in a section of attendees is nobody's name", () => {
  const text = "## Attendees\n\n* Ada Miller\n* Bo Li\n\nBo Li: I will be late, I fear.\n\nWe waited for him.\n";
  const { attendees, turns } = readFixture("generic", () => text);
  expect(attendees.map(({ name }) => name)).toEqual(["Ada Miller", "Bo Li"]);
  expect(turns).toHaveLength(1);
});

test("who is named in what was said below a heading within the attendees is not listed", () => {
  const lists = "## Attendees\n\n### Members\n\n* Ada Miller\n\n### Guests\n\n* Bo Li\n";
  const said = "### The new pier\n\nIt is as long as the old one.\n\n* Timber\n* Concrete\n";
  const { attendees } = readFixture("generic", () => `${lists}\n${said}`);
  expect(attendees.map(({ name }) => name)).toEqual(["Ada Miller", "Bo Li"]);
});

test("a bullet among the attendees with much below it is something said", () => {
  const said = "* Bo on the new pier\n  * It is long.\n  * Ada: And wide.\n  * Bo: Yes.\n  * Ada: Good.\n";
  const { attendees, turns } = readFixture("generic", () => `## Attendees\n\n* Ada Miller\n* Bo Li\n${said}`);
  expect(attendees.map(({ name }) => name)).toEqual(["Ada Miller", "Bo Li"]);
  expect(turns).toHaveLength(3);
});

test("who took notes, who led and who was not there stand behind labels", () => {
  const text =
    "# Sync, March 5, 2024\n\nChair: Ada Miller\nScribe: Bo Li\nRegrets: Carla Diaz\nPresent: Dora Brand, Eve Stone\n";
  const note = readFixture("generic", () => text);
  expect(note.attendees.map(({ name }) => name)).toEqual(["Dora Brand", "Eve Stone"]);
  expect(note.noteTakers.map(({ label }) => label.text)).toEqual(["Bo Li"]);
  expect(note.people.all.map(({ name }) => name)).toEqual(["Dora Brand", "Eve Stone", "Bo Li", "Ada Miller"]);
  expect(note.people.resolve("Carla Diaz").kind).toBe("unknown");
});

test.each([
  ["Agenda", "Attendees", "Notes"],
  ["Tagesordnung", "Teilnehmende", "Notizen"],
  ["Ordre du jour", "Présents", "Compte rendu"],
  ["Orden del día", "Asistentes", "Acta"],
  ["議題", "出席者", "議事録"],
  ["议程", "参会人员", "会议记录"],
])("sections in other languages: %s, %s, %s", (agenda, attendees, notes) => {
  const text = `# Roof\n\n## ${agenda}\n\n* x\n\n## ${attendees}\n\n* Ada Miller\n* Bo Li\n\n## ${notes}\n\n* Ada: Leaks.\n* Bo: Yes.\n`;
  const { verdict, note } = analyse("note.md", text, defaultSettings);
  expect(verdict.profile?.id).toBe("section-notes");
  expect(note?.attendees.map(({ name }) => name)).toEqual(["Ada Miller", "Bo Li"]);
  expect(note?.turns).toHaveLength(2);
});

describe("the form that a user names", () => {
  const text = fixtures.get("generic") ?? "";
  test.each([
    ["front matter", `---\nprofile: linked-minutes\n---\n${text}`, "linked-minutes"],
    ["a comment", `${text}\n<!-- notewright: profile scribe-bullets -->\n`, "scribe-bullets"],
  ])("in %s", (_, source, id) => expect(analyse("note.md", source, defaultSettings).verdict.profile?.id).toBe(id));

  test("in a setting, for what is a note", () => {
    const settings = { ...defaultSettings, profile: "formal-minutes" };
    expect(analyse("note.md", text, settings).verdict.profile?.id).toBe("formal-minutes");
    expect(analyse("note.md", "# Roof\n\nAttend our meetings!\n", settings).verdict.isNote).toBe(false);
  });
});

test.each([
  ["AB: Hello.", "AB"],
  ["* AB: Hello.", "AB"],
  ["abell: Hello.", "abell"],
  ["**Ann Bell**: Hello.", "Ann Bell"],
  ["**Ann Bell:** Hello.", "Ann Bell"],
  ["**Ann Bell**\n\nHello.", "Ann Bell"],
  ["**Ann Bell** [12:03](https://example.org/12): Hello.", "Ann Bell"],
  ["**Ann Bell** [slides](https://example.org/slides): Hello.", "Ann Bell"],
  ["**Ann Bell** - Hello.", "Ann Bell"],
  ["[Ann] Hello.", "Ann"],
  ["\\[Ann\\] Hello.", "Ann"],
  ["AB (chat): Hello.", "AB (chat)"],
  ["AB [on queue]: Hello.", "AB"],
  ["AB[chat]: Hello.", "AB"],
  ["AB?: Hello.", "AB?"],
  ["Ann Bell (59:54): Hello.", "Ann Bell"],
  ["00:24:37 ann: Hello.", "ann"],
  ["* ...: Hello.", "..."],
  ["AB, CD: Hello.", "AB CD"],
  ["AB/CD: Hello.", "AB CD"],
  ["AB+CD: Hello.", "AB CD"],
  ["Ann & Cara: Hello.", "Ann Cara"],
])("%j is a turn", (said, labels) => {
  const head = "## Attendees\n\n* Ann Bell @abell\n* Cara Diaz\n\n## Notes\n\n";
  const [turn, ...others] = readFixture("generic", () => `${head}${said}\n`).turns;
  expect(others).toEqual([]);
  expect(turn?.speakers.map(({ label }) => label.text).join(" ")).toBe(labels);
  expect(turn?.speakers.filter(({ who }) => who.kind !== "one" && labels !== "...")).toEqual([]);
});

test.each([
  "SF: 6",
  "Shingle: the new one [#12](https://example.org/12)",
  "Slides: here",
  "10:30 we begin",
  "10:30 Break: coffee",
  "see [chat]: it is there",
  "...",
  "Note: none",
])("%j is no turn", (said) => {
  const head = "## Attendees\n\n* Ann Bell\n\n## Notes\n\nAB: Hello.\n\nAB: Bye.\n\n";
  expect(readFixture("generic", () => `${head}${said}\n\n${said}\n`).turns).toHaveLength(2);
});
