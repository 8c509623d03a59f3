import { describe, expect, test } from "vitest";
import { defaultReadingOptions, type TurnForm, turnForms } from "../../server/src/model/format";
import { readNote } from "../../server/src/model/readNote";
import { attendeeTable } from "../../server/src/profiles/attendeeTable";
import { formatPrefix } from "../../server/src/rules/turns/turnForm";
import { applyEdits } from "../../server/src/text/edit";

const head = "| | |\n| - | - |\n| Attending | Ada Lindqvist, Bo Marsh, Xu (X) Wei |\n\n## Agenda\n\n* Topic\n";

/** The bullets below the topic, each turn of them put into the form. */
function format(bullets: readonly string[], form: TurnForm, keepsCase = false): string[] {
  const text = head + bullets.map((bullet) => `    * ${bullet}\n`).join("");
  const note = readNote(text, attendeeTable.format, { ...defaultReadingOptions, turnForm: form });
  const edits = note.turns.flatMap((turn) => formatPrefix(turn, form, keepsCase) ?? []);
  const lines = applyEdits(text, edits).slice(head.length).trimEnd().split("\n");
  return lines.map((line) => line.slice("    * ".length));
}

const written = [
  "[Ada] Hi there.",
  "\\[Ada\\] Hi there.",
  "**Ada:** Hi there.",
  "**Ada**: Hi there.",
  "Ada - Hi there.",
  "Ada : Hi there.",
  "Ada:Hi there.",
  "ada: Hi there.",
];

describe("formatPrefix", () => {
  test.each([
    ["plain", "Ada: Hi there."],
    ["bold", "**Ada:** Hi there."],
    ["bold-colon", "**Ada**: Hi there."],
    ["brackets", "[Ada] Hi there."],
    ["brackets-colon", "[Ada]: Hi there."],
  ] as const)("writes every form as %s", (form, expected) => {
    expect(format(written, form)).toEqual(written.map(() => expected));
  });

  test.each(turnForms)("changes nothing the second time: %s", (form) => {
    const once = format([...written, "Bo: - a list", "Ada, Bo: Yes.", "**Bo** - yes", "Bo Marsh:: so"], form);
    expect(format(once, form)).toEqual(once);
  });

  test("keeps the label of joint speakers, and links and code behind it", () => {
    expect(format(["**ada, Bo**: See [it](x) and `y:z`."], "plain")).toEqual(["ada, Bo: See [it](x) and `y:z`."]);
  });

  test("leaves somebody alone who may be no speaker", () => {
    const bullets = ["[Femi] Hello.", "[Femi] Hello again.", "Question : why?"];
    expect(format(bullets, "plain")).toEqual(bullets);
  });

  test("writes no box of a task", () => {
    expect(format(["X: Hi.", "Ada: Hi."], "brackets")).toEqual(["X: Hi.", "[Ada] Hi."]);
  });

  test("leaves a turn alone that would be read as another afterwards", () => {
    expect(format(["Bo: - a list"], "brackets")).toEqual(["Bo: - a list"]);
  });

  test("writes nothing that Markdown takes for the definition of a link, and does not show", () => {
    const bullets = ["Ada: yes", "**Bo:** https://example.org", "Ada: notes.md 'sic'"];
    expect(format(bullets, "brackets-colon")).toEqual(bullets);
    expect(format(["Ada: yes, we do"], "brackets-colon")).toEqual(["[Ada]: yes, we do"]);
  });

  test("keeps small names where it is told so", () => {
    expect(format(["[ada] Hi."], "plain", true)).toEqual(["ada: Hi."]);
  });
});
