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
  return hoverIn(open(marked));
}

function hoverIn({ service, document, selection }: World): string {
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

  describe("where others speak who are listed nowhere", () => {
    const heard = (date: string) => ({ date, people: [], spoken: [{ name: "Tove", isFrequent: true }] });
    const once = rosterOf([heard("2024-02-27"), past("2024-02-20", "Greta Holm")]);
    const often = rosterOf([heard("2024-02-27"), heard("2024-02-13"), past("2024-02-20", "Greta Holm")]);
    const talk = `${agenda}    * Tove: April\n    * Tove: I saw it\n`;

    it("says so where one of them is missing among the attendees, and can take the word for none", () => {
      const { service, document, selection } = openWorld(noteWith(talk.replace("Tove", "T‸ove")), { roster: once });
      expect(service.diagnostics(document).map(({ message }) => message)).toContainEqual(
        'Unexpected speaker "Tove" (2 turns), expected "Tove", who spoke in other notes, among the attendees',
      );
      const titles = service.codeActions(document, selection, { diagnostics: [] }).map(({ title }) => title);
      expect(titles.slice(0, 2)).toEqual(['Add "Tove" to the attendees', 'Treat "Tove" as no speaker']);
    });

    it("says nothing of them in a note that lists nobody", () => {
      const { service, document } = openWorld(noteWith(talk).replace(/\|.*\n/g, ""), { roster: often });
      const about = service.diagnostics(document).filter(({ code }) => String(code).startsWith("speaker"));
      expect(about).toEqual([]);
    });

    it("says nothing of a short name where somebody is listed under a handle that starts with it", () => {
      const list = "Ana Ruiz, tovelind";
      const { service, document } = openWorld(noteWith(talk.replaceAll("Tove", "Tov"), list), {
        roster: rosterOf([{ people: [], spoken: [{ name: "Tov", isFrequent: true }] }]),
      });
      const codes = service.diagnostics(document).filter(({ message }) => `${message}`.includes("Tov"));
      expect(codes).toEqual([]);
    });

    it("tells on hover and in completion where they spoke", () => {
      const world = openWorld(noteWith(talk.replace("Tove", "T‸ove")), { roster: often });
      expect(hoverIn(world)).toContain(
        "“Tove” is not in the attendee list, but spoke in 2 other notes of the series, last on 2024-02-27.",
      );
      const writing = openWorld(noteWith(`${agenda}    * ‸`), { roster: once });
      const items = writing.service.completion(writing.document, writing.selection.start);
      expect(items.at(-1)).toMatchObject({
        label: "Tove",
        detail: "Tove, spoke in 1 other note of the series, last on 2024-02-27",
      });
    });

    it("takes one turn for a turn once they spoke in several notes", () => {
      const speakingIn = (known: typeof roster) => {
        const { service, document } = openWorld(noteWith(`${agenda}    * Tove: April\n`), { roster: known });
        return service.analysis(document).note?.turns.map(({ prefix }) => prefix.label.text);
      };
      expect(speakingIn(once)).toEqual(["Max", "Greta", "Max"]);
      expect(speakingIn(often)).toEqual(["Max", "Greta", "Max", "Tove"]);
    });
  });

  it("knows an owner of the series as one", () => {
    const { service, document } = open(noteWith(`${agenda}\n## Action Items\n\n* Cajus: paint the boat\n`));
    const codes = service.diagnostics(document).map(({ code }) => code);
    expect(codes).not.toContain("action-owner-unknown");
    expect(codes).not.toContain("action-owner-missing");
  });
});

describe("a note in which somebody presents", () => {
  const presented =
    "## Agenda\n\nPresenter: Nadia Rossi (NRO)\n\nNRO: the lights are out\n\nNRO: since May\n\nMax: oh\n";

  it("knows who is meant by the abbreviation, and who is missing among the attendees", () => {
    const world = openWorld(noteWith(presented.replace("\nNRO: s", "\nN‸RO: s")));
    const { service, document } = world;
    expect(service.diagnostics(document).map(({ message }) => message)).toContainEqual(
      'Unexpected speaker "NRO" (2 turns), expected "Nadia Rossi", who presents here, among the attendees',
    );
    expect(hoverIn(world)).toContain("“NRO” is not in the attendee list, but presents in this note.");
  });

  it("offers the presenter before anything was said", () => {
    const { service, document, selection } = openWorld(noteWith(presented.replace(/NRO: [\s\S]*/, "‸")));
    const items = service.completion(document, selection.start);
    expect(items.at(-1)).toMatchObject({ label: "Nadia", detail: "Nadia Rossi, presents in this note" });
  });

  it("tells what the series knows of the presenter, once", () => {
    const marked = noteWith(presented.replace("Max: oh\n", "N‸"));
    const { service, document, selection } = openWorld(marked, {
      roster: rosterOf([past("2024-02-27", "Nadia Rossi")]),
    });
    const items = service.completion(document, selection.start);
    expect(items.map(({ detail }) => detail)).toEqual([
      "Nadia Rossi, in 1 other note of the series, last on 2024-02-27",
    ]);
  });

  it("knows those whom the note lists as listed", () => {
    const { service, document } = openWorld(noteWith(presented, "Ana Ruiz, Max Berg, Nadia Rossi"));
    expect(service.diagnostics(document).filter(({ code }) => String(code).startsWith("speaker"))).toEqual([]);
  });
});
