import { describe, expect, it } from "vitest";
import { readConfiguration } from "../../server/src/profiles/readConfiguration";
import { inferConfiguration, type MaybeNote } from "../../server/src/workspace/inferConfiguration";

function noteOf(day: number, body: string): MaybeNote {
  const text = `## March 0${day}, 2024 - Harbour Group meeting

|          |      |
| -------- | -------- |
| Attending | Ana Ruiz, Bo Lindqvist, Carla Diaz
| Note Taker | Bo Lindqvist

${body}`;
  return { uri: `file:///notes/2024-03-0${day}.md`, text };
}

const turns = "* **Ana**: all is well\n* **Bo**: two boats\n* **Tide**: high\n* **Tide**: low\n";
const usual = `## News\n\n${turns}\n## Agenda Items\n\n* Harbour lights\n\n## Weather\n\n* Fair\n\n## Actions\n\n* Bo: paint\n`;
const notes = [1, 2, 3].map((day) => noteOf(day, usual));

describe("inferConfiguration", () => {
  it("finds what the notes have in common", () => {
    const inferred = inferConfiguration(notes);
    expect(inferred?.notes).toBe(3);
    const { value, mistakes } = readConfiguration(inferred?.text ?? "");
    expect(mistakes).toEqual([]);
    expect(value).toEqual({
      extends: "attendee-table",
      profile: {
        title: { dates: ["MMMM do, yyyy"] },
        sections: [
          { name: "News", expected: true },
          { name: "Agenda Items", role: "agenda", expected: true },
          { name: "Weather", expected: true },
          { name: "Actions", role: "actions", expected: true },
        ],
        turns: { form: "bold-colon" },
      },
    });
  });

  it("proposes labels for the user to decide on", () => {
    expect(inferConfiguration(notes)?.text).toContain('\n  // "labels": ["Tide"]\n}\n');
  });

  it("takes the commonest name of a section, and leaves out one that nothing is known of and some do without", () => {
    const other = noteOf(4, usual.replace("## Actions", "**Action Item:**").replace("## Weather", "## Winds"));
    const { value } = readConfiguration(inferConfiguration([...notes, other])?.text ?? "");
    const sections = value.profile?.sections ?? [];
    expect(sections.map(({ name, expected }) => [name, expected])).toEqual([
      ["News", true],
      ["Agenda Items", true],
      ["Actions", true],
    ]);
    expect(sections.find(({ role }) => role === "actions")?.aliases).toBeUndefined();
  });

  it("leaves out files that are no notes, are not filled in, or are in another form", () => {
    const others = [
      { uri: "file:///notes/README.md", text: "# Notes\n\nWhat we agreed on.\n" },
      { uri: "file:///notes/TEMPLATE.md", text: noteOf(5, "## Weather\n\n...\n").text.replace(/Ana.*/, "") },
    ];
    expect(inferConfiguration([...others, ...notes])).toEqual(inferConfiguration(notes));
    expect(inferConfiguration([...others, ...notes.slice(1, 2)])).toBeUndefined();
    expect(inferConfiguration([])).toBeUndefined();
  });
});
