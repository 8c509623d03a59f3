import { describe, expect, it } from "vitest";
import type { MarkupContent, TextEdit } from "vscode-languageserver-types";
import { rosterOf } from "../../server/src/model/roster";
import { editsOf, noteWith, openWorld, type World } from "../support/world";

function past(date: string, ...names: string[]) {
  return { date, people: names.map((name) => ({ name, nicknames: [], abbreviations: [], handles: [] })) };
}

const roster = rosterOf([
  past("2024-02-27", "Greta Holm", "Ana Ruiz"),
  past("2024-02-20", "Greta Holm", "Cajus Weber"),
]);

const agenda = "## Agenda\n\n* Moorings\n    * Max: two are loose\n    * Greta: since when?\n    * Max: May\n";

function open(marked: string): World {
  return openWorld(marked, { roster });
}

function hover(marked: string): string {
  const { service, document, selection } = open(marked);
  return (service.hover(document, selection.start)?.contents as MarkupContent | undefined)?.value ?? "";
}

describe("a note whose series is known", () => {
  it("reports who speaks without being listed under the full name, and nobody as unknown", () => {
    const { service, document } = open(noteWith(agenda));
    expect(service.diagnostics(document).map(({ code, message }) => [code, message])).toContainEqual([
      "speaker-unlisted-known",
      'Unexpected speaker "Greta", expected "Greta Holm" among the attendees',
    ]);
    expect(service.diagnostics(document).filter(({ code }) => code === "speaker-unknown")).toEqual([]);
  });

  it("adds the full name to the attendees", () => {
    const { service, document, selection, edited } = open(noteWith(agenda.replace("Greta", "G‸reta")));
    const [action] = service.codeActions(document, selection, { diagnostics: [] });
    expect(action?.title).toBe('Add "Greta Holm" to the attendees');
    expect(action && edited(editsOf(action))).toContain(
      "| Attending | Ana Ruiz, Bo Lindqvist, Minjun (Max) Park, Carla Diaz, Greta Holm\n",
    );
  });

  it("tells on hover where somebody is known from", () => {
    expect(hover(noteWith(agenda.replace("Greta", "G‸reta")))).toBe(
      [
        "**Greta Holm**",
        "“Greta” is not in the attendee list, but in 2 other notes of the series, last on 2024-02-27.",
        "1 turn in this note.",
      ].join("\n\n"),
    );
    expect(hover(noteWith(agenda).replace("Ana Ruiz", "A‸na Ruiz"))).toContain(
      "Listed in 1 other note of the series, last on 2024-02-27.",
    );
    expect(hover(noteWith(agenda).replace("Carla Diaz", "C‸arla Diaz"))).not.toContain("series");
  });

  it("offers the people of the series behind its own", () => {
    const { service, document, selection } = open(noteWith(`${agenda}    * ‸`));
    const items = service.completion(document, selection.start);
    expect(items.map(({ label }) => label)).toEqual(["Max", "Greta", "Ana", "Bo", "Carla", "Cajus"]);
    expect(items.at(-1)?.detail).toBe("Cajus Weber, in 1 other note of the series, last on 2024-02-20");
  });

  it("offers their full names in the attendee list, who spoke first", () => {
    const { service, document, selection, edited } = open(noteWith(agenda).replace("Carla Diaz", "Carla Diaz, ‸"));
    const items = service.completion(document, selection.start);
    expect(items.map(({ label }) => label)).toEqual(["Greta Holm", "Cajus Weber"]);
    expect(edited([items[1]?.textEdit as TextEdit])).toContain("Carla Diaz, Cajus Weber\n");
  });

  it("takes whom its series knows for a speaker at first sight, but not by initials where nobody goes by them", () => {
    const { service, document } = open(noteWith(`${agenda}    * Cajus: hello\n    * CW: broken\n`));
    const speaking = service.analysis(document).note?.turns.map(({ prefix }) => prefix.label.text);
    expect(speaking).toEqual(["Max", "Greta", "Max", "Cajus"]);
  });

  it("takes initials where others go by them", () => {
    const { service, document } = open(noteWith("## Agenda\n\n* Moorings\n    * AR: loose\n    * CW: since when?\n"));
    const speaking = service.analysis(document).note?.turns.map(({ prefix }) => prefix.label.text);
    expect(speaking).toEqual(["AR", "CW"]);
  });

  it("takes initials in a note that lists nobody, where there are several of them", () => {
    const body = "## Agenda\n\n* Moorings\n    * AR: loose\n    * CW: since when?\n    * GH: May\n";
    const speakingIn = (text: string) => {
      const { service, document } = open(noteWith(text, ""));
      return service.analysis(document).note?.turns.map(({ prefix }) => prefix.label.text);
    };
    expect(speakingIn(body)).toEqual(["AR", "CW", "GH"]);
    expect(speakingIn(body.replace("GH", "CI"))).toEqual([]);
  });

  it("writes a missing attendee table with full names, in the order in which people speak", () => {
    const bare =
      "## March 05, 2024 - Harbour Group meeting\n\n## Updates\n\n* Nia: hello\n* Nia: there\n* Greta: I am\n\n## Agenda\n\n* Lights\n\n## Action Items\n\n* Bo: paint\n";
    const { service, document, edited } = open(bare);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } };
    const actions = service.codeActions(document, range, { diagnostics: [] });
    const insertion = actions.find(({ title }) => title.startsWith("Insert an attendee table"));
    expect(insertion && edited(editsOf(insertion))).toContain("| Nia, Greta Holm |");
  });

  it("knows an owner of the series as one", () => {
    const { service, document } = open(noteWith(`${agenda}\n## Action Items\n\n* Cajus: paint the boat\n`));
    const codes = service.diagnostics(document).map(({ code }) => code);
    expect(codes).not.toContain("action-owner-unknown");
    expect(codes).not.toContain("action-owner-missing");
  });
});
