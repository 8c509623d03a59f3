import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Note } from "../../server/src/model/note";
import { readNote } from "../../server/src/model/readNote";
import { rosterOf } from "../../server/src/model/roster";
import { attendeeTable } from "../../server/src/profiles/attendeeTable";
import { commonFormat } from "../../server/src/profiles/common";
import { delegateTranscript } from "../../server/src/profiles/delegateTranscript";
import { sectionNotes } from "../../server/src/profiles/sectionNotes";
import { standardsTranscript } from "../../server/src/profiles/standardsTranscript";
import { describeNote } from "../support/describeNote";
import { noteText } from "../support/noteText";

const head = `## March 05, 2024 - Gardening meeting

|          |      |
| -------- | -------- |
| Attending  | Ada Miller, Bo Li, Jiawei (Jo) Chen
| Note Taker | Bo Li

`;

/** What is found below the head of a complete little note, without what the head itself gives. */
function body(text: string): string[] {
  const known = new Set(describeNote(head));
  return describeNote(head + text).filter((line) => !known.has(line) && !line.startsWith("state"));
}

test("the head of a note", () => {
  expect(describeNote(head)).toEqual([
    "title Gardening meeting, 2024-3-5",
    "attendee Ada Miller",
    "attendee Bo Li",
    "attendee Jiawei Chen (“Jo”)",
    "note taker Bo Li = Bo Li",
    "state unfilled",
  ]);
});

describe("titles", () => {
  test.each([
    ["## August 08, 2023 - Roof meeting", "title Roof meeting, 2023-8-8"],
    ["# Aug 8th, 2023", "title nameless, 2023-8-8"],
    ["# Roof | 8 August 2023", "title Roof, 2023-8-8"],
    ["# Roof meeting 2023-08-08", "title Roof meeting, 2023-8-8"],
    ["## Tuesday, August 8, 2023: Roof", "title Roof, 2023-8-8"],
    ["## Spe 13, 2023 - Roof", "title Roof, 2023-Spe-13"],
    ["# April 16 project call", "title project call, ?-4-16"],
    ["# Room 13 plan", "title Room 13 plan, no date"],
  ])("%s", (heading, expected) => expect(describeNote(heading)[0]).toBe(expected));

  test("a heading too deep, or one that names a section, is none", () => {
    expect(readNote("### August 08, 2023", attendeeTable.format).title).toBeUndefined();
    expect(readNote("## Agenda\n", attendeeTable.format).title).toBeUndefined();
  });
});

describe("broken attendee tables are read as far as they go", () => {
  const people = ["attendee Ada Miller", "attendee Bo Li", "note taker Bo Li = Bo Li"];
  const found = (table: string) =>
    describeNote(`## March 05, 2024\n\n${table}\n\n* hello\n`).filter((line) =>
      /^(?:attendee|note taker|table)/.test(line),
    );

  test.each([
    ["no delimiter row", "| Attending | Ada Miller, Bo Li |\n| Note Taker | Bo Li |", ["table: no delimiter row"]],
    [
      "a wrong column count",
      "| | | |\n| --- | --- |\n| Attending | Ada Miller, Bo Li\n| Note Taker | Bo Li",
      ["table: column count"],
    ],
    [
      "a row without leading pipe",
      "Attending | Ada Miller, Bo Li\nNote Taker | Bo Li",
      ["table: no delimiter row", "table: no leading pipe", "table: no leading pipe"],
    ],
    [
      "a row behind an empty line",
      "| | |\n| --- | --- |\n| Attending | Ada Miller, Bo Li\n\n| Note Taker | Bo Li |",
      ["table: cut off"],
    ],
    [
      "a row swallowed by a paragraph",
      "The usual place.\n| Attending | Ada Miller, Bo Li |\n| Note Taker | Bo Li |",
      ["table: no delimiter row"],
    ],
    [
      "a fence",
      "```\n| | |\n| --- | --- |\n| Attending | Ada Miller, Bo Li |\n| Note Taker | Bo Li |\n```",
      ["table: in a fence"],
    ],
    [
      "names that ran into a third cell",
      "| | |\n| --- | --- |\n| Attending | Ada Miller | Bo Li |\n| Note Taker | Bo Li |",
      ["table: column count"],
    ],
    [
      "names that go on below their row",
      "| | |\n| --- | --- |\n| Attending | Ada Miller,\nBo Li\n| Note Taker | Bo Li |",
      ["table: wrapped row"],
    ],
    [
      "a slip in the delimiter row",
      "| | |\n| --- | -=- |\n| Attending | Ada Miller, Bo Li\n| Note Taker | Bo Li |",
      ["table: column count"],
    ],
    ["nothing wrong", "| Attending | Ada Miller, Bo Li |\n| --- | --- |\n| Note Taker | Bo Li |", []],
    ["no closing pipes", "| | |\n| --- | --- |\n| Attending | Ada Miller, Bo Li\n| Note Taker | Bo Li", []],
  ])("%s", (_, table, defects) => expect(found(table)).toEqual([...people, ...defects]));
});

test("names end where people speak behind them", () => {
  const people = (said: string) =>
    readNote(`# Roof\n\n## Attendees\n\n* Ada Miller\n\n${said}\n\n* Bo Li\n`, sectionNotes.format).attendees.map(
      ({ name }) => name,
    );
  expect(people("Please add yourselves.")).toEqual(["Ada Miller", "Bo Li"]);
  expect(people("**Ada:** Two kinds of nails.\n\n**Cyra:** Three.\n\n**Ada:** Namely:")).toEqual(["Ada Miller"]);
});

describe("sections", () => {
  test("as headings, label lines and top bullets", () => {
    expect(body("## Updates\n\n* none\n\nAgenda:\n\n* Roof\n\n* Action Items:\n    * Bo: Buy nails\n")).toEqual([
      "section Updates (heading, updates)",
      "section Agenda (label, agenda)",
      "section Action Items (bullet, actions)",
      "topic Roof",
      "action Bo = Bo Li: Buy nails",
    ]);
  });

  test("a name that is nearly one", () => {
    expect(body("## Agneda\n\n* Roof\n")).toEqual(["section Agneda (heading, nearly Agenda)"]);
  });

  test("with a count behind the name", () => {
    expect(body("## Action items (3)\n")).toEqual(["section Action items (3) (heading, actions)"]);
    expect(body("## Action items (Ada)\n")).toEqual(["section Action items (Ada) (heading, unknown)"]);
  });

  test("a name of which a word is another one", () => {
    expect(body("## Meeting roles\n")).toEqual(["section Meeting roles (heading, unknown)"]);
    expect(body("## Meetng ntoes\n")).toEqual(["section Meetng ntoes (heading, nearly Meeting Notes)"]);
  });

  test("an item of the agenda is none", () => {
    expect(body("## Agenda\n\n* Roof\n* Next steps\n")).toEqual([
      "section Agenda (heading, agenda)",
      "topic Roof",
      "topic Next steps",
    ]);
  });

  test("a line that holds nothing but a name", () => {
    expect(body("Action Items\n\n* Bo to buy nails\n\nnotes\n")).toEqual([
      "section Action Items (label, actions)",
      "action Bo = Bo Li: Bo to buy nails",
    ]);
  });

  test("a label right below the attendee table", () => {
    expect(describeNote(`${head.trimEnd()}\nUpdates:\n\n* Ada: It leaks.\n`)).toContain(
      "section Updates (label, updates)",
    );
  });

  test("a heading below a section's is a topic of it", () => {
    expect(body("## Agenda\n\n### Roof\n\n* Ada: It leaks.\n")).toEqual([
      "section Agenda (heading, agenda)",
      "topic Roof",
      "turn Ada = Ada Miller: It leaks. (depth 0)",
    ]);
  });
});

describe("topics", () => {
  test("nested, with presenters", () => {
    expect(
      body(`## Agenda

* Roof
    * Costs
        * Ada: Too much.
    * Something said
* [Jo] - Paint
* [Bo] Windows
* [New member] Cy
* Ada - Doors
    * Bo: Oak.
`),
    ).toEqual([
      "section Agenda (heading, agenda)",
      "topic Roof",
      "  topic Costs",
      "topic Paint by Jo = Jiawei Chen",
      "topic Windows by Bo = Bo Li",
      "topic [New member] Cy",
      "topic Doors by Ada = Ada Miller",
      "turn Ada = Ada Miller: Too much. (depth 2)",
      "turn Bo = Bo Li: Oak. (depth 1)",
    ]);
  });

  test("with several presenters, or one in a heading", () => {
    expect(body("## Agenda\n\n* [Ada, Bo] - Roof\n\n### [Jo] - Paint\n")).toEqual([
      "section Agenda (heading, agenda)",
      "topic Roof by Ada, Bo = Ada Miller",
      "topic Paint by Jo = Jiawei Chen",
    ]);
  });
});

describe("speaker turns", () => {
  test.each([
    ["Ada: It leaks.", "It leaks."],
    ["ada: It leaks.", "It leaks."],
    ["Ada : It leaks.", "It leaks."],
    ["Ada:It leaks.", "It leaks."],
    ["Ada:: It leaks.", "It leaks."],
    ["**Ada:** It leaks.", "It leaks."],
    ["**Ada**: It leaks.", "It leaks."],
    ["__Ada__ It leaks.", "It leaks."],
    ["[Ada] It leaks.", "It leaks."],
    ["[Ada]: yes", "yes"],
    ["\\[Ada\\] It leaks.", "It leaks."],
    ["Ada - It leaks.", "It leaks."],
    ["Ada – It leaks.", "It leaks."],
    ["Ada (chat): It leaks.", "It leaks."],
    ["Ada: [a link](https://example.org)", "[a link](https://example.org)"],
  ])("%s", (words, spoken) => {
    const [turn] = readNote(`${head}## Updates\n\n* ${words}\n`, attendeeTable.format).turns;
    expect(turn?.spoken.text).toBe(spoken);
    expect(turn?.speakers[0]?.who).toMatchObject({ kind: "one", person: { name: "Ada Miller" } });
  });

  test("whom a numbered agenda names before an item presents it", () => {
    expect(body("## Agenda\n\n1. Jo: Paint\n2. Ada - Doors\n3. News: a shed\n")).toEqual([
      "section Agenda (heading, agenda)",
      "topic Paint by Jo = Jiawei Chen",
      "topic Doors by Ada = Ada Miller",
      "topic News: a shed",
    ]);
  });

  test("who is in a list of people and what they do need not be here", () => {
    const roster = rosterOf([{ people: [{ name: "Cy Doe", nicknames: [], abbreviations: [], handles: [] }] }]);
    const turns = (text: string) => readNote(head + text, attendeeTable.format, undefined, roster).turns.length;
    expect(turns("Cy Doe - the doors\n\nAda Miller - the roof\n")).toBe(1);
    expect(turns("## Updates\n\n* Cy Doe - It leaks.\n")).toBe(1);
  });

  test("a name in bold before what was said, of somebody of the group who speaks again", () => {
    const roster = rosterOf([{ people: [{ name: "Cy Doe", nicknames: [], abbreviations: [], handles: [] }] }]);
    const turns = (text: string) => readNote(head + text, attendeeTable.format, undefined, roster).turns.length;
    expect(turns("**Cy** paints.\n")).toBe(0);
    expect(turns("**Cy** paints.\n\n**Cy** rests.\n")).toBe(2);
  });

  test("several speakers at once", () => {
    expect(body("* Ada & Bo: We agree.\n")).toEqual(["turn Ada = Ada Miller + Bo = Bo Li: We agree. (depth 0)"]);
  });

  test("a header of what is nested below", () => {
    expect(body("## Updates\n\n* Ada:\n    * Roof is done.\n")).toContain(
      "turn Ada = Ada Miller:  and what is below (depth 0)",
    );
  });

  test("somebody who is not listed speaks twice, and looks like a name", () => {
    expect(body("## Updates\n\n* Cyra: Hello.\n* Cyra: Hello again.\n* Dora: Only once.\n")).toEqual([
      "section Updates (heading, updates)",
      "turn Cyra = unknown: Hello. (depth 0)",
      "turn Cyra = unknown: Hello again. (depth 0)",
    ]);
  });

  test.each([
    "Question: who?",
    "Note: wet paint",
    "When: now",
    "https://example.org",
    "https: is not a person",
    "10:30 start",
    "Next steps: none",
    "Things to do: none",
    "WASM: a format",
    "[x] done",
    "`Ada: in code`",
    "[Ada: a link](https://example.org)",
    "<!-- Ada: hidden -->",
    "![Ada: picture](a.png)",
  ])("%s is none, even twice", (words) => {
    const text = `${head}## Updates\n\n* ${words}\n* ${words}\n`;
    expect(readNote(text, attendeeTable.format).turns).toEqual([]);
  });

  test("a name with another in parentheses, or one behind a mark of the writer's own", () => {
    expect(
      body("## Agenda\n\n* Roof\n    * Jiawei (Jo) Chen: Yes.\n    * BL2 (Bo): No.\n    * Ada or Bo: Both.\n"),
    ).toEqual([
      "section Agenda (heading, agenda)",
      "topic Roof",
      "turn Jiawei (Jo) Chen = Jiawei Chen: Yes. (depth 1)",
      "turn BL2 (Bo) = Bo Li: No. (depth 1)",
      "turn Ada = Ada Miller + Bo = Bo Li: Both. (depth 1)",
    ]);
  });

  test("handles that nobody knows, where several people speak under theirs", () => {
    const said = "kdahl: Why?\n\nmfern: It leaks.\n\n";
    const speakers = (text: string) =>
      readNote(`${head}${text}`, attendeeTable.format).turns.map(({ speakers }) => speakers[0]?.label.text);
    expect(speakers(`${said.repeat(3)}oli-b: Mend it.\n\noli-b: Soon.\n\nonce: no.\n`)).toEqual([
      ...["kdahl", "mfern", "kdahl", "mfern", "kdahl", "mfern"],
      ...["oli-b", "oli-b"],
    ]);
    expect(speakers(said.repeat(2))).toEqual([]);
    expect(speakers("stream: add it\n\nlib: mend it\n\n".repeat(3))).toEqual([]);
  });

  test.each([
    ["Ada <chat>: Yes.", ["Ada"]],
    ["Ada<chat>: Yes.", ["Ada"]],
    ["Ada [on queue]: Yes.", ["Ada"]],
    ["00:12:30 Ada: Yes.", ["Ada"]],
    ["Ada `shed.md`: mended", []],
    ["Ada <ada@example.org>: hello", []],
    ["Ada [map](https://example.org): hello", []],
  ])("a mark that tells how: %s", (line, speakers) => {
    const { turns } = readNote(`${head}## Notes\n\n${line}\n`, attendeeTable.format);
    expect(turns.map(({ prefix }) => prefix.label.text)).toEqual(speakers);
  });

  test("an abbreviation that speaks once, among people who all have one", () => {
    const speakers = (people: string, said: string) =>
      readNote(`# 5 March 2024 Meeting\n\n${people}\n\n${said}`, delegateTranscript.format).turns.map(
        ({ prefix }) => prefix.label.text,
      );
    const said = "AMR: Why?\n\nZED: It leaks.\n\nNB: no rain.\n\nAPI: none.\n\n* ROW: one\n";
    const abbreviated = "Ada Miller (AMR), Bo Li (BLI), Cyra Dahl (CDL)";
    expect(speakers(abbreviated, said)).toEqual(["AMR", "ZED"]);
    expect(speakers("Ada Miller (AMR), Bo Li, Cyra Dahl", said)).not.toContain("ZED");
  });

  test("no votes, whoever has such initials", () => {
    const text =
      "# Roof\n\n## Attendees\n\n* Sam Arden\n* Sia Fox\n\n## Notes\n\nSA: Vote!\n\n* SF: 6\n* F: 2\n* N: 1\n* A: 0\n* SA: 0 + 1 in the chat\n";
    const { turns } = readNote(text, standardsTranscript.format);
    expect(turns.map(({ spoken }) => spoken.text)).toEqual(["Vote!"]);
  });

  test("none in front matter, fences, HTML and tables", () => {
    const text = `---\nAda: front matter\n---\n\n${head}\`\`\`\nAda: fence\n\`\`\`\n\n<!--\nAda: comment\n-->\n\n| Ada: cell | b |\n| --- | --- |\n\n    Ada: indented code\n`;
    expect(readNote(text, attendeeTable.format).turns).toEqual([]);
  });

  test.each([
    ["* [Ada] One.\n* [Bo] Two.\n* [Jo] Three.\n", "brackets"],
    ["* **Ada:** One.\n* **Bo:** Two.\n* **Jo:** Three.\n", "bold"],
    ["* **Ada**: One.\n* **Bo**: Two.\n* **Jo**: Three.\n", "bold-colon"],
    ["* Ada: One.\n* Bo:Two.\n* [Jo] Three.\n", "plain"],
    ["* [Ada]: One.\n* [Bo]: Two.\n* [Jo]: Three.\n", "brackets-colon"],
    ["* [Ada] One.\n* [Bo] Two.\n", "plain"],
    ["* [Ada] One.\n* [Bo] Two.\n\n## Agenda\n\n* [Jo] - Roof\n", "brackets"],
  ])("the note's own form", (turns, form) => {
    expect(readNote(`${head}## Updates\n\n${turns}`, attendeeTable.format).turnForm).toBe(form);
  });
});

describe("action items", () => {
  const actions = (items: string) => body(`## Action Items\n\n${items}`).slice(1);

  test.each([
    ["* Ada: Buy nails", "action Ada = Ada Miller: Buy nails"],
    ["* Ada - buy nails", "action Ada = Ada Miller: buy nails"],
    ["* [ ] Ada to buy nails", "action Ada = Ada Miller: Ada to buy nails [open]"],
    [
      "* [x] Ada and Bo will buy nails by Friday",
      "action Ada = Ada Miller + Bo = Bo Li: Ada and Bo will buy nails by Friday [done] [due Friday]",
    ],
    ["* Buy nails (Ada)", "action Ada = Ada Miller: Buy nails (Ada)"],
    ["* Buy nails: Ada and Bo", "action Ada = Ada Miller + Bo = Bo Li: Buy nails: Ada and Bo"],
    ["* Buy nails", "action nobody: Buy nails"],
    ["* Buy nails (small)", "action nobody: Buy nails (small)"],
    ["* Cyra: Buy nails", "action Cyra = unknown: Buy nails"],
    ["* Everyone: Buy nails", "action Everyone = group: Buy nails"],
    ["* ~~Ada: Buy nails~~", "action Ada = Ada Miller: Buy nails [done]"],
    ["* ✅ Ada: Buy nails", "action Ada = Ada Miller: Buy nails"],
    ["* (Ada) buy nails", "action Ada = Ada Miller: (Ada) buy nails"],
    ["* Buy nails - Ada", "action Ada = Ada Miller: Buy nails - Ada"],
    ["* Ada needs to buy nails", "action Ada = Ada Miller: Ada needs to buy nails"],
    ["* @octocat will buy nails", "action @octocat = unknown: @octocat will buy nails"],
    ["* @octocat: buy nails", "action @octocat = unknown: buy nails"],
    ["* Cyra will buy nails", "action Cyra = unknown: Cyra will buy nails"],
    ["* We should buy nails", "action nobody: We should buy nails"],
    ["* **52.1**: Ada to buy nails", "action Ada = Ada Miller: Ada to buy nails"],
    ["* Documentation should be updated", "action nobody: Documentation should be updated"],
    ["* This will be hard", "action nobody: This will be hard"],
    ["* Follow-up: ask the board", "action nobody: Follow-up: ask the board"],
    ["* Talk to the board", "action nobody: Talk to the board"],
  ])("%s", (item, expected) => expect(actions(item)).toEqual([expected]));

  test("of somebody of the group by initials", () => {
    const roster = rosterOf([{ people: [{ name: "Cy Doe", nicknames: [], abbreviations: [], handles: [] }] }]);
    const [action] = readNote(`${head}ACTION: CD to buy nails.\n`, attendeeTable.format, undefined, roster).actions;
    expect(action?.owners.map(({ label, who }) => [label.text, who.kind])).toEqual([["CD", "known"]]);
  });

  test("of somebody of the group whose name is no word with which a task starts", () => {
    const people = ["Cy Doe", "Mark Xu"].map((name) => ({ name, nicknames: [], abbreviations: [], handles: [] }));
    const items = `${head}## Action Items\n\n* Cy send the plan\n* Mark the post\n`;
    const note = readNote(items, attendeeTable.format, undefined, rosterOf([{ people }]));
    expect(note.actions.map(({ owners }) => owners.map(({ label }) => label.text))).toEqual([["Cy"], []]);
  });

  test("below a bullet that names their owner", () => {
    expect(actions("* Ada:\n    * Buy nails\n    * Buy paint\n")).toEqual([
      "action Ada = Ada Miller: Buy nails",
      "action Ada = Ada Miller: Buy paint",
    ]);
  });

  test.each([
    ["ACTION: Ada to buy nails", "action Ada = Ada Miller: Ada to buy nails"],
    ["**ACTION 52.1:** Ada to buy nails", "action Ada = Ada Miller: Ada to buy nails"],
    ["**Action item 52.1**: Ada to buy nails", "action Ada = Ada Miller: Ada to buy nails"],
    ["**Action item:** Ada: buy nails", "action Ada = Ada Miller: buy nails"],
    ["[ACTION - Ada] buy nails", "action Ada = Ada Miller: buy nails"],
    ["AI(Bo): buy nails", "action Bo = Bo Li: buy nails"],
    ["TODO: buy nails", "action nobody: buy nails"],
  ])("said elsewhere: %s", (words, expected) => {
    expect(body(`## Agenda\n\n* Roof\n    * ${words}\n`)).toContain(expected);
  });

  test("a stand-in is none", () => expect(actions("* ...\n* TODO\n* [ ] TBD\n")).toEqual([]));
});

test("a decision with more below it", () => {
  expect(body("## Agenda\n\n* Accepted the roof by consensus vote\n    * Ada: Good.\n")).toContain(
    "decision Accepted the roof by consensus vote",
  );
});

test.each([
  "Accepted the new roof by consensus vote",
  "Vote passed",
  "Resolution: paint it green",
  "**Decision:** paint it green",
  "**DECISION 60.1:** paint it green",
  "Conclusion: paint it green",
])("decision: %s", (words) => {
  expect(body(`## Agenda\n\n* ${words}\n`)).toEqual(["section Agenda (heading, agenda)", `decision ${words}`]);
});

test("what is listed as decided is a decision", () => {
  const decided = "* Paint it green\n* Ada: Or red.\n\n**60.1**: Keep the door\n";
  expect(body(`## Decisions\n\n${decided}`)).toEqual([
    "section Decisions (heading, decisions)",
    "turn Ada = Ada Miller: Or red. (depth 0)",
    "decision Paint it green",
    "decision **60.1**: Keep the door",
  ]);
});

describe("state", () => {
  const state = (text: string) => readNote(text, attendeeTable.format).state;

  test("a template is unfilled", () => {
    const table = "| | |\n| --- | --- |\n| Attending | \n| Note Taker | \n";
    expect(
      state(
        `## {month} {day}, 2024 - Roof\n\n${table}\n## Updates\n\n* Shed\n    * ...\n* Fence\n    * ...\n\n## Action Items\n\n...\n`,
      ),
    ).toBe("unfilled");
  });

  test("a cancelled meeting", () =>
    expect(state("## March 05, 2024 - Roof\n\nCancelled, too wet.\n")).toBe("cancelled"));

  test.each([
    ["cancelled", "*Meeting cancelled due to rain*"],
    ["cancelled", "This meeting was canceled."],
    ["unfilled", "The meeting is cancelled if it rains"],
    ["unfilled", "Canceled orders of nails"],
  ])("a meeting that was announced is %s: %s", (expected, words) => {
    const announced = "* When: March 5\n* Where: the shed\n\n## Agenda\n\n* Roof\n    * Shingles\n* Fence\n* Gate\n";
    const { format } = standardsTranscript;
    expect(readNote(`## March 05, 2024 - Roof\n\n${announced}\n${words}\n`, format).state).toBe(expected);
  });

  test("what announces the meeting above its agenda is no note", () => {
    const invitation = "Everybody is welcome.\n\n- When: Tuesday\n- Where: the shed\n- Bring tea\n\n";
    const generic = (text: string) => readNote(head + invitation + text, commonFormat).state;
    expect(generic("## Agenda\n\n1. Roof\n")).toBe("unfilled");
    expect(generic("## Agenda\n\n1. Roof\n\n## Notes\n\nIt leaks.\n")).toBe("written");
    expect(generic("")).toBe("written");
  });

  test("anything beside an attendee is a note", () => expect(state(`${head}* Roof\n`)).toBe("written"));
});

test("what is nested without end is read as far as anybody would", () => {
  const deep = `${head}${"- ".repeat(1500)}x\n`;
  expect(readNote(deep, attendeeTable.format).attendees).toHaveLength(3);
});

describe("laws", () => {
  test("the walk over a note sees what its getters give", () => {
    const note = readNote(
      `${head}## Agenda\n\n* Ada: It leaks, but the\n* ACTION: Cyra to mend it\n`,
      attendeeTable.format,
    );
    const [turn, action] = [note.turns[0], note.actions[0]];
    const spans = spansOf(note);
    expect(spans).toEqual(expect.arrayContaining([turn?.spoken.span, action?.task.span, note.title?.span]));
    expect(spans).toEqual(
      expect.arrayContaining([note.unfinishedTurns[0]?.end.span, note.unclearOwners[0]?.label.span]),
    );
  });

  test("any text gives a note, with spans inside it", () => {
    fc.assert(
      fc.property(noteText, (text) => {
        const note = readNote(text, attendeeTable.format);
        for (const { start, end } of spansOf(note)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  test("a part's text is what stands at its span", () => {
    fc.assert(
      fc.property(noteText, (text) => {
        const note = readNote(text, attendeeTable.format);
        const parts = [
          ...note.turns.flatMap((turn) => [turn.spoken, turn.prefix.label, ...turn.speakers.map(({ label }) => label)]),
          ...note.sections.map(({ name }) => name),
          ...note.actions.map(({ task }) => task),
          ...note.decisions.map((decision) => decision.text),
        ].map((part) => ("text" in part ? part : undefined));
        for (const part of parts) if (part) expect(text.slice(part.span.start, part.span.end)).toBe(part.text);
      }),
    );
  });
});

/** Every span in the note, found by walking all of it: what it holds, and what stands behind its getters. */
function spansOf(note: Note): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  const seen = new Set<object>();
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if ("start" in value && "end" in value) spans.push(value as { start: number; end: number });
    Object.values(value).forEach(walk);
  };
  const getters = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(note)));
  for (const [name, { get }] of getters) if (get) walk(note[name as keyof Note]);
  // What readings hold counts from where each of them starts, and what is not read yet counts from its chunk.
  for (const name of ["title", "table", "attendees", "noteTakers", "sections"] as const) walk(note[name]);
  return spans;
}
