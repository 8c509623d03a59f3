import { describe, expect, test } from "vitest";
import type { Note } from "../../server/src/model/note";
import { analyse } from "../../server/src/workspace/analyser";
import type { Analysis } from "../../server/src/workspace/analysis";
import { defaultSettings } from "../../server/src/workspace/settings";

const title = "## March 5, 2024 - Roof meeting\n\n";

function noteOf(body: string, attending = "Ada Lindqvist, Bo Marsh"): string {
  return `${title}|  |  |\n| --- | --- |\n| Attending | ${attending} |\n| Note Taker | Bo Marsh |\n\n${body}`;
}

function many(count: number, make: (index: number) => string, joint = ""): string {
  return Array.from({ length: count }, (_, index) => make(index)).join(joint);
}

/** A word that no other index has, in letters alone. */
function word(index: number): string {
  const letters = [...String(index * 7919 + 1000)].map((digit) => "aeioubdgln"[Number(digit)]);
  return `R${letters.join("")}s`;
}

function read(text: string): Analysis & { readonly note: Note } {
  const analysis = analyse("file:///notes/2024-03-05.md", text, defaultSettings);
  if (!analysis.note) throw new Error("Unexpected text, expected a note");
  return { ...analysis, note: analysis.note };
}

/** Microseconds of the processor, so that others who work beside the test do not count; the better of two runs. */
function timeOf(text: string): number {
  const times = [0, 1].map(() => {
    const start = process.cpuUsage().user;
    read(text);
    return process.cpuUsage().user - start;
  });
  return Math.min(...times);
}

const bullets = (count: number, make: (index: number) => string) =>
  noteOf(`## Updates\n\n${many(count, (index) => `* ${make(index)}\n`)}`);

// Sizes at which work that grows with the square of the size takes a second or more.
const shapes: readonly (readonly [string, number, (size: number) => string])[] = [
  [
    "attendees",
    5_000,
    (size) =>
      noteOf(
        "* Ada: Yes.\n",
        many(size, (i) => `${word(i)} ${word(i + 9)}`, ", "),
      ),
  ],
  [
    "attendees of one name",
    2_500,
    (size) =>
      noteOf(
        "* Ada: Yes.\n",
        many(size, (i) => `Ann Lee @a${i}`, ", "),
      ),
  ],
  ["notes on one attendee", 5_000, (size) => noteOf("* Ada: Yes.\n", `Ada ${"(x) ".repeat(size)}`)],
  ["strangers", 2_500, (size) => bullets(size, (i) => `${word(i)}: Yes.\n* ${word(i)}: No.`)],
  [
    "strangers among as many attendees",
    1_000,
    (size) =>
      noteOf(
        many(size, (i) => `* ${word(i + size)}: Yes.\n* ${word(i + size)}: No.\n`),
        many(size, (i) => `${word(i)} ${word(i + 9)}`, ", "),
      ),
  ],
  [
    "turns of somebody ambiguous",
    1_000,
    (size) =>
      noteOf(
        "* Ann: Yes.\n".repeat(size),
        many(size, (i) => `Ann ${word(i)}`, ", "),
      ),
  ],
  ["turns in one paragraph", 1_000, (size) => bullets(1, () => "Ada: Yes. Bo: No. ".repeat(size))],
  ["sentences in one turn", 10_000, (size) => bullets(1, () => `Ada: ${"It is so. ".repeat(size)}Ben: no`)],
  ["lines in one turn", 5_000, (size) => bullets(1, () => `Ada: ${"It is so\n  ".repeat(size)}`)],
  ["action items", 2_500, (size) => noteOf(`## Action Items\n\n${many(size, (i) => `* ${word(i)} to paint\n`)}`)],
  ["names in an action item", 25_000, (size) => noteOf(`## Action Items\n\n* ${"paint, oil and ".repeat(size)}\n`)],
  ["sections", 2_500, (size) => noteOf(many(size, (i) => `## Agend${word(i)}\n\n* Ada: Yes.\n\n`))],
  ["sections with near names", 2_500, (size) => noteOf("## Agneda\n\n* Ada: Yes.\n\n".repeat(size))],
  ["topics", 2_500, (size) => noteOf(`## Agenda\n\n${many(size, (i) => `### Roof ${i}\n\n* Ada: Yes.\n\n`)}`)],
  ["rows of a table", 5_000, (size) => noteOf("").trimEnd() + many(size, (i) => `\n| ${word(i)} | yes |`)],
  ["rows of a broken table", 5_000, (size) => `${title}Attending | Ada\n${"Scribe | Bo \n".repeat(size)}\n* Ada: Yes.`],
  ["dates in a title", 25_000, (size) => `## ${"1 May 3 {a} ".repeat(size)}\n\n${noteOf("* Ada: Yes.\n")}`],
  ["blanks behind a name", 100_000, (size) => bullets(3, (i) => `${["", "**", "ACTION -"][i]}Ada${" ".repeat(size)}x`)],
  ["the same action item", 5_000, (size) => noteOf(`## Action Items\n\n${"* Ada: paint the roof\n".repeat(size)}`)],
  [
    "action items said and listed",
    1_000,
    (size) => {
      const said = many(size, (i) => `* ACTION: Ada to ${word(i)} ${word(i + size)}\n`);
      const listed = many(size, (i) => `* Bo to ${word(i + 2 * size)} ${word(i + 3 * size)}\n`);
      return noteOf(`## Updates\n\n${said}\n## Action Items\n\n${listed}`);
    },
  ],
  ["underlined headings", 2_500, (size) => noteOf(`* Ada: Yes.\n\n${"a\n=\n".repeat(size)}`)],
  ["paragraphs behind lone CRs", 2_500, (size) => noteOf(`* Ada: Yes.\n\n${"a\r\r".repeat(size)}`)],
  ["lines behind lone CRs", 10_000, (size) => noteOf(`* Ada: Yes.\n\n${"a\r".repeat(size)}`)],
  ["addresses in one word", 5_000, (size) => bullets(1, () => "www.a_".repeat(size))],
  ["bare addresses", 250, (size) => bullets(1, () => "ACTION: www.".repeat(size))],
  ["quotes in an item", 1_000, (size) => noteOf(`* Ada: Yes.\n\n${"  > [a]:\n\n".repeat(size)}`)],
  ["empty items", 5_000, (size) => noteOf(`## Action Items\n\n${"*\n".repeat(size)}`)],
];

describe("four times as much", () => {
  test.each(shapes)("takes no more than ten times as long: %s", (_, size, textOf) => {
    const growth = () => timeOf(textOf(4 * size)) / Math.max(timeOf(textOf(size)), 5_000);
    // What grows with the square does so each time; what a collection of garbage made slow does not.
    expect([1, 2, 3].some(() => growth() < 10)).toBe(true);
  });
});

describe("a note without end", () => {
  test("of attendees", () => {
    const { note } = read(
      noteOf(
        "* Ada: Yes.\n",
        many(100_000, (i) => `${word(i)} ${word(i + 9)}`, ", "),
      ),
    );
    expect(note.attendees).toHaveLength(100_000);
    expect(note.people.resolve(`${word(77_777)} ${word(77_786)}`)).toMatchObject({ kind: "one", way: "full name" });
  });

  test("of rows", () => {
    const rows = many(150_000, (i) => `| Attending | ${word(i)} |\n`);
    expect(read(`${title}|  |  |\n| - | - |\n${rows}\n* Ada: Yes.\n`).note.attendees).toHaveLength(150_000);
  });

  test("of topics in a section that is a bullet", () => {
    const { note } = read(noteOf(`* Agenda\n${"    * Paint\n".repeat(150_000)}`));
    expect(note.topics).toHaveLength(150_000);
  });

  test("of bullets in each other", () => {
    const { note } = read(noteOf(`## Agenda\n\n${"* ".repeat(10_000)}Ada: Yes.\n\n## Action Items\n\n* Ada: Paint.\n`));
    expect(note.actions).toHaveLength(1);
  });

  test("of one action item's words", () => {
    expect(read(noteOf(`## Action Items\n\n* Ada: ${"a ".repeat(3_500_000)}\n`)).note.actions).toHaveLength(1);
  });

  test("of attendees that go on below the table", () => {
    const lines = "Ann\n".repeat(1_500_000);
    const { note } = read(`${title}| a | b |\n| - | - |\n| Attending | Bo |\n${lines}\n* Ada: Yes.\n`);
    expect(note.table?.defects.map(({ kind }) => kind)).toContain("wrapped row");
  });

  test.each(["word ", "a. B: c ", "[a](b) ", "**a** ", "`a` ", "| ", "(a) ", "@a ", "~~", "> ", "|-", "<a b"])(
    "of one line of %s",
    (piece) => {
      const { note } = read(
        noteOf(`* Ada: ${piece.repeat(5_000_000 / piece.length)}\n\n## Action Items\n\n* Ada: Paint.\n`),
      );
      expect(note.actions).toHaveLength(1);
    },
  );
});
