import { describe, expect, it } from "vitest";
import type { MarkupContent } from "vscode-languageserver-types";
import { writeMarks } from "../support/markedText";
import { noteWith, openWorld } from "../support/world";

function hover(marked: string): { words: string; at: string } | undefined {
  const { service, document, selection } = openWorld(marked);
  const answer = service.hover(document, selection.start);
  if (!answer?.range) return undefined;
  const { lines, text } = document;
  const span = { start: lines.offsetAt(answer.range.start), end: lines.offsetAt(answer.range.end) };
  return {
    words: (answer.contents as MarkupContent).value,
    at: writeMarks(text, [span]).split("\n")[answer.range.start.line] ?? "",
  };
}

const body = `## Agenda

* [Carla] - Moorings
    * Max: two are loose
    * Ana: since when?
    * Max: May
    * Everyone: oh
    * Carl: a storm

## Action Items

* Max: call the \`yard\`
* [x] Ruiz and Max to paint
`;

describe("hover", () => {
  it("tells who a speaker is, how that was understood, turns and action items", () => {
    expect(hover(noteWith(body.replace("Max: two", "M‸ax: two")))).toEqual({
      at: "    * ⟦Max⟧: two are loose",
      words: [
        "**Minjun \\(Max\\) Park**",
        "“Max” is the nickname of one attendee.",
        "2 turns in this note.",
        "Action items:",
        "- call the yard\n- Ruiz and Max to paint (done)",
      ].join("\n\n"),
    });
  });

  it.each([
    ["a presenter", body.replace("[Carla]", "[Ca‸rla]"), "* [⟦Carla⟧] - Moorings", "**Carla Diaz**"],
    ["an owner", body.replace("Ruiz and", "Ru‸iz and"), "* [x] ⟦Ruiz⟧ and Max to paint", "**Ana Ruiz**"],
  ])("works on %s", (_what, marked, at, name) => {
    const found = hover(noteWith(marked));
    expect(found?.at).toBe(at);
    expect(found?.words.split("\n")[0]).toBe(name);
  });

  it.each([
    ["Ana Ruiz", "is the full name of an attendee."],
    ["ana ruíz", "is the full name of an attendee, but for case or accents."],
    ["Ruiz, Ana", "is the full name of an attendee, last name first."],
    ["Ana", "is the first name of one attendee."],
    ["Ruiz", "is the last name of one attendee."],
    ["Ana R", "is the first name and an initial of one attendee."],
    ["AR", "stands for the initials of one attendee."],
    ["@anar", "is the GitHub handle of one attendee."],
  ])("tells in a sentence how it understood %s", (label, sentence) => {
    const marked = noteWith(`## Agenda\n\n* Moorings\n  * ‸${label}: loose\n`, "Ana Ruiz (@anar), Bo Lindqvist");
    const [, how] = hover(marked)?.words.replaceAll("\\", "").split("\n\n") ?? [];
    expect(how).toBe(`“${label}” ${sentence}`);
  });

  it("works on an entry of the attendee list and on the note taker", () => {
    const listed = hover(noteWith(body, "Ana Ruiz, Min‸jun (Max) Park, Bo Lindqvist (chair)"));
    expect(listed?.at).toBe("| Attending | Ana Ruiz, ⟦Minjun (Max) Park⟧, Bo Lindqvist (chair)");
    expect(listed?.words).toContain("2 turns in this note.");
    expect(hover(noteWith(body, "Ana Ruiz, B‸o Lindqvist (chair)"))?.words).toBe(
      "**Bo Lindqvist \\(chair\\)**\n\nNo turns in this note.",
    );
    const taker = hover(noteWith(body, "Ana Ruiz").replace("| Bo Lind", "| Bo Li‸nd"));
    expect(taker?.at).toBe("| Note Taker | ⟦Bo Lindqvist⟧");
  });

  it("says so of a label that means nobody, nearly somebody, several people, or all", () => {
    const unknown = body.replace("Everyone: oh", "Do‸ra: oh\n    * Dora: no");
    expect(hover(noteWith(unknown))?.words).toBe("“Dora” is not in the attendee list.\n\n2 turns in this note.");
    const misspelt = hover(noteWith(body.replace("Carl:", "Ca‸rl:")));
    expect(misspelt?.words).toContain("“Carl” is not in the attendee list, but **Carla Diaz** is.");
    const twice = hover(noteWith(body.replace("Ana: since", "A‸na: since"), "Ana Ruiz, Ana Moss, Max Park"));
    expect(twice?.words).toBe("“Ana” may be **Ana Ruiz** or **Ana Moss**.");
    expect(hover(noteWith(body.replace("Everyone", "Every‸one")))?.words).toBe(
      "“Everyone” stands for no single person.",
    );
  });

  it("shows names as they are, whatever Markdown would make of them", () => {
    const found = hover(noteWith(body.replace("Ana: since", "A‸na: since"), "Ana <b>R_u_iz</b> & Co, Max Park"));
    expect(found?.words).not.toMatch(/(?<!\\)[<_&]/);
  });

  it("is silent elsewhere", () => {
    expect(hover(noteWith(body.replace("two are", "two a‸re")))).toBeUndefined();
    expect(hover("# Shop‸ping\n")).toBeUndefined();
  });
});
