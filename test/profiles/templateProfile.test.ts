import { describe, expect, it } from "vitest";
import { readTemplate } from "../../server/src/profiles/templateProfile";

describe("readTemplate", () => {
  it("reads the sections in their order, and a table of attendees", () => {
    const text = `## {month} {day}, 2024 - Harbour Group meeting

|          |      |
| -------- | -------- |
| Attending  |
| Note Taker |

## Tide Tables

* ...

## Agenda

* ...

## Chores

...
`;
    expect(readTemplate(text)).toEqual({
      sections: [{ name: "Tide Tables" }, { name: "Agenda" }, { name: "Chores" }],
      attendees: { form: "row" },
    });
  });

  it.each([
    ["bullets", "## Attendees\n\n* TODO\n"],
    ["lines", "## Present\n\nName\n"],
    ["line", "## Present\n\nName (AB), Name (CD)\n"],
    ["column", "| Attendees |\n| --- |\n| TODO |\n"],
    ["columns", "| Attendees | Group |\n| --- | --- |\n| TODO | TODO |\n"],
  ])("reads attendees as %s", (form, list) => {
    expect(readTemplate(`# {date} Harbour call\n\n${list}\n## Notes\n\n## Agenda\n`)?.attendees).toEqual({ form });
  });

  it("leaves out headings that are filled in, or numbered", () => {
    const text = "# Minutes\n\n## Agenda\n\n## Topic #1\n\n## Topic #2\n\n## {topic}\n\n## ...\n\n## Next steps\n";
    expect(readTemplate(text)?.sections).toEqual([{ name: "Agenda" }, { name: "Next steps" }]);
  });

  it("takes a heading that comes twice for the one below", () => {
    const text = "# {date} call\n\n## Agenda\n\n## Notes\n\n### Attendees\n\n* TODO\n\n### Notes\n\n* TODO\n";
    expect(readTemplate(text)?.sections).toEqual([{ name: "Agenda" }, { name: "Attendees" }, { name: "Notes" }]);
  });

  it("reads what asks the author for words, and nothing that stays in each note", () => {
    const text = `# {date} Harbour call

_All times are in UTC._ See the [instructions](README.md).

## Agenda

* Opening and roll call
* *Review of the last minutes*
* [topic]
    * Notes on the topic go here
* [ ] [Read this](README.md) first

## Notes

*Describe what was said, and by whom*

## Last berth

_This tells where to begin the next time._

TODO
`;
    expect(readTemplate(text)?.placeholders).toEqual([
      "[topic]",
      "Notes on the topic go here",
      "*Describe what was said, and by whom*",
    ]);
  });

  it.each([
    ["of something else", "# Bug report\n\n## Steps\n\n1. First\n\n## Expected\n\n"],
    ["that is empty", ""],
    ["without headings", "Fill in what follows.\n"],
    ["of absurd length", `## Agenda\n\n## Agenda\n\n${"* words\n".repeat(20_000)}`],
  ])("reads nothing from a template %s", (_, text) => {
    expect(readTemplate(text)).toBeUndefined();
  });
});
