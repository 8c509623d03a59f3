import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastCheck from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { attendeeTable } from "../../server/src/profiles/attendeeTable";
import { createPainters, type PaintedLine } from "./grammar";

let plain: (text: string) => PaintedLine[];
let injected: (text: string) => PaintedLine[];

beforeAll(async () => {
  ({ plain, injected } = await createPainters());
});

const roles: Readonly<Record<string, string>> = {
  "entity.name.function.speaker.notewright": "speaker",
  "entity.name.tag.attendees.notewright": "attendees",
  "keyword.control.action.notewright": "action",
};

/** What Notewright colours in a line of a meeting note, as `role:text`. */
function colouredParts(line: PaintedLine): string[] {
  const parts: { role: string; text: string; end: number }[] = [];
  line.forEach(({ character, scopes }, index) => {
    const role = roles[scopes.at(-1) ?? ""];
    if (role === undefined) return;
    const last = parts.at(-1);
    if (last?.role === role && last.end === index) {
      last.text += character;
      last.end++;
    } else parts.push({ role, text: character, end: index + 1 });
  });
  return parts.map(({ role, text }) => `${role}:${text}`);
}

function colouredInNote(...lines: string[]): string[] {
  return injected(["# Agenda", "", ...lines].join("\n")).flatMap(colouredParts);
}

/** Every character with the scopes that are Markdown's own. */
function withoutOwnScopes(lines: readonly PaintedLine[]): string[] {
  return lines.map((line) =>
    line
      .map(({ character, scopes }) => `${character} ${scopes.filter((s) => !s.endsWith(".notewright")).join(" ")}`)
      .join("\n"),
  );
}

describe("speakers", () => {
  test.each([
    ["* Ann: hello", ["speaker:Ann"]],
    ["- Ann Lee: hello", ["speaker:Ann Lee"]],
    ["+ Jun (Joe) Okafor: hello", ["speaker:Jun (Joe) Okafor"]],
    ["1. Ann: hello", ["speaker:Ann"]],
    ["Ann: hello", ["speaker:Ann"]],
    ["Ann : hello", ["speaker:Ann"]],
    ["Ann:hello", []],
    ["Ann:Hello", ["speaker:Ann"]],
    ["Ann:: hello", ["speaker:Ann"]],
    ["- Ann:", ["speaker:Ann"]],
    ["- Zoë O’Brien-Núñez: hello", ["speaker:Zoë O’Brien-Núñez"]],
    ["- Ludo van der Berg: hello", ["speaker:Ludo van der Berg"]],
    ["AL: hello", ["speaker:AL"]],
    ["eP: hello", ["speaker:eP"]],
    ["AL (chat): hello", ["speaker:AL (chat)"]],
    ["AL?: hello", ["speaker:AL?"]],
    ["AL, BM: hello", ["speaker:AL, BM"]],
    ["Ann and Bob: hello", ["speaker:Ann and Bob"]],
    ["- Lee, Ann: hello", ["speaker:Lee, Ann"]],
    ["- annlee: hello", ["speaker:annlee"]],
    ["- @ann-lee: hello", ["speaker:@ann-lee"]],
    ["**Ann Lee:** hello", ["speaker:Ann Lee"]],
    ["* **Ann**: hello", ["speaker:Ann"]],
    ["* [Ann] - Preview", ["speaker:Ann"]],
    ["* [Ann Lee] hello", ["speaker:Ann Lee"]],
    ["* \\[Ann\\] hello", ["speaker:Ann"]],
    ["- [ ] Ann: hello", ["speaker:Ann"]],
  ])("%s", (line, expected) => {
    expect(colouredInNote(line)).toEqual(expected);
  });

  test("stand at every depth of a list", () => {
    expect(colouredInNote("* Go", "    * Threads", "        * Ann: hello", "          * Bob: hello")).toEqual([
      "speaker:Ann",
      "speaker:Bob",
    ]);
  });

  test.each([
    "- Note: hello",
    "- Note (from Ann): hello",
    "**Question:** hello",
    "**Question**: hello",
    "Next Steps: hello",
    "- Meeting Link: hello",
    "- Slide 6: hello",
    "- Option B: hello",
    "- WARNING: hello",
    "- https://example.org/ann: hello",
    "- mailto:ann@example.org",
    "- 10:30 start",
    "- At 10:30 we start",
    "- the plan for Ann: hello",
    "- std::vec",
    "- C:\\notes",
    "- [x] done",
    "- [WIP] hello",
    "- [Ann](https://example.org): hello",
    "- [Ann][1] hello",
    "[Ann]: https://example.org",
    "- **bold** Ann: hello",
    "- hello **Ann: hello**",
    "- `Ann: hello`",
    "- *Ann: hello*",
    "- <b>Ann: hello</b>",
    "### Ann: hello",
    "| Ann: hello | Bob: hello |",
    "<!-- Ann: hello -->",
    "    Ann: hello",
    "Hello, everyone.",
  ])("are not seen in: %s", (line) => {
    expect(colouredInNote(line)).toEqual([]);
  });

  test("are not seen in code fences and comments of many lines", () => {
    expect(colouredInNote("```", "Ann: hello", "- Bob: hello", "```", "<!--", "Ann: hello", "-->")).toEqual([]);
  });
});

describe("attendees", () => {
  test("have labels in a table, whole or broken", () => {
    expect(colouredInNote("|  |  |", "|--|--|", "| Attending | Ann, Bob |", "| Note Taker | Ann")).toEqual([
      "attendees:Attending",
      "attendees:Note Taker",
    ]);
    expect(colouredInNote("| Attending | Ann, Bob")).toEqual(["attendees:Attending"]);
    expect(colouredInNote("Attending | Ann, Bob")).toEqual(["attendees:Attending"]);
  });

  test("have labels as a line or a bullet", () => {
    expect(colouredInNote("Attendees: Ann, Bob", "", "- **Note taker:** Ann", "", "**Regrets**: Bob")).toEqual([
      "attendees:Attendees",
      "attendees:Note taker",
      "attendees:Regrets",
    ]);
  });

  test.each([...attendeeTable.format.attendees.attending, ...attendeeTable.format.attendees.noteTaker])(
    "may be labelled %s, as the server reads them",
    (label) => {
      expect(colouredInNote(`| ${label} | Ann |`)).toEqual([`attendees:${label}`]);
    },
  );

  test("have no label in another column", () => {
    expect(colouredInNote("| Ann | Host |")).toEqual([]);
  });
});

describe("action items", () => {
  test.each([
    ["ACTION: Ann to send it", ["action:ACTION", "speaker:Ann"]],
    ["- Action item: send it", ["action:Action item"]],
    ["- Action Item 3: Ann Lee will send it", ["action:Action Item 3", "speaker:Ann Lee"]],
    ["- **Action:** Ann will send it", ["action:Action", "speaker:Ann"]],
    ["**ACTION 60.2**: Ann to send it", ["action:ACTION 60.2", "speaker:Ann"]],
    ["[ACTION - Ann] send it", ["action:ACTION", "speaker:Ann"]],
    ["**ACTION - Ann**: send it", ["action:ACTION", "speaker:Ann"]],
    ["AI(AL): send it", ["action:AI", "speaker:AL"]],
    ["- TODO: send it", ["action:TODO"]],
    ["- [ ] TODO", ["action:TODO"]],
    ["- [ ] Ann: send it", ["speaker:Ann"]],
    ["- [x] Ann Lee to send it", ["speaker:Ann Lee"]],
    ["- [ ] Look into how to send it", []],
    ["- Actions speak louder", []],
  ])("%s", (line, expected) => {
    expect(colouredInNote(line)).toEqual(expected);
  });

  test.each(attendeeTable.format.actions.markers)("may be marked %s, as the server reads them", (marker) => {
    expect(colouredInNote(`- ${marker}: send it`)).toEqual([`action:${marker}`]);
  });
});

describe("what is coloured at all", () => {
  const turn = "- Ann: hello";

  test.each([
    "## May 4, 2023 - Guest languages meeting",
    "# 2023-05-04 project call",
    "## Attendees",
    "### Action Items:",
    "| Attending | Ann |",
    "|          |      | ",
    "Attendees: Ann, Bob",
    "* Agenda",
    "**Note taker:** Ann",
    "<!-- notewright: note -->",
  ])("starts at: %s", (sign) => {
    expect(
      injected([turn, "", sign, "", turn].join("\n"))
        .map(colouredParts)
        .filter((parts) => parts.length > 0),
    ).toContainEqual(["speaker:Ann"]);
    expect(injected([turn, "", sign].join("\n"))[0]?.map(({ scopes }) => scopes.at(-1))).not.toContain(
      "entity.name.function.speaker.notewright",
    );
  });

  test.each([
    "# Release notes - October 2023",
    "## [1.2.0](https://example.org/call-it/1.2.0) - 2023-05-04",
    "## Meetings",
    "The agenda: see below",
    "| Name | Purpose |",
    "```\n## Agenda\n```",
    "- nested\n  - Agenda",
    "<!-- notewright: ignore -->\n\n# Agenda",
  ])("does not start at: %s", (line) => {
    expect(injected([line, "", turn].join("\n")).flatMap(colouredParts)).toEqual([]);
  });
});

describe("Markdown's own colours", () => {
  const lines = [
    "# Agenda",
    "## May 4, 2023 - Guest languages meeting",
    "Attendees",
    "---",
    "===",
    "",
    "| Attending | Ann, **Bob** |",
    "| --- | :-: |",
    "| Note Taker | `Ann`",
    "- Ann: **bold** and [a link](https://example.org) after",
    "* **Ann:** _text_ `code`",
    "* **Ann**: text",
    "* **Note:** text & more",
    "* __Ann__: text",
    "* ***Ann:*** text",
    "    * [Ann] - [topic](https://example.org)",
    "    * [Ann Lee]: text",
    "    * \\[Ann\\] text",
    "  - Ann *Lee: text*",
    "  - Ann & Bob: <b>text</b>",
    "+ [ ] Ann: text",
    "+ [x] Ann to do ~~this~~ that",
    "1. Ann: ![image](a.png)",
    "> Ann: quoted",
    "> - Bob: quoted",
    "Ann: text that",
    "    goes on",
    "ACTION: Ann to **do** it",
    "**ACTION 1.2:** Ann to do it",
    "[ACTION - Ann] `do` it",
    "[Ann]: https://example.org",
    "[^1]: Ann: text",
    "```js",
    "```",
    "~~~",
    "<!-- Ann: text",
    "<!-- notewright: note -->",
    "<!-- notewright: ignore -->",
    "-->",
    "<details>",
    "Ann: text <br> text",
    "\tAnn: text",
    "***",
    "Ann_Lee: text_",
    "https://example.org: text",
  ];

  test("are the same with the injection as without, whatever the lines", () => {
    fastCheck.assert(
      fastCheck.property(fastCheck.array(fastCheck.constantFrom(...lines), { maxLength: 16 }), (chosen) => {
        const text = chosen.join("\n");
        expect(withoutOwnScopes(injected(text))).toEqual(withoutOwnScopes(plain(text)));
      }),
      { numRuns: 300 },
    );
  });

  test("are the same in the reference notes", () => {
    const folder = join(import.meta.dirname, "../../seeds");
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), "utf8");
      expect(withoutOwnScopes(injected(text))).toEqual(withoutOwnScopes(plain(text)));
      expect(injected(text).flatMap(colouredParts)).toContain("attendees:Attending");
    }
  });

  test("are all there is in Markdown that is no note", () => {
    const text = lines.slice(9).join("\n");
    expect(injected(text)).toEqual(plain(text));
  });
});
