import { describe, expect, it } from "vitest";
import { nobodyKnown } from "../../server/src/model/roster";
import { createNoteService } from "../../server/src/service";
import { defaultSettings, type NoteSettings } from "../../server/src/workspace/settings";
import { ableClient, documentOf, noteWith, openWorld } from "../support/world";

/** The codes of the findings shown while the user writes on the caret's line. */
function shown(marked: string): unknown[] {
  const { service, document, selection } = openWorld(marked);
  return service.diagnostics(document, selection.start.line).map(({ code }) => code);
}

/** The codes of all findings. */
function found(marked: string): unknown[] {
  const { service, document } = openWorld(marked);
  return service.diagnostics(document).map(({ code }) => code);
}

const turns = "* Ana: all is well\n* Bo: two boats\n";
const agenda = (line: string) => noteWith(`## Agenda\n\n* Moorings\n    * Max: two are loose\n${line}`);
const actions = (line: string) => noteWith(`## Agenda\n\n${turns}\n## Action Items\n\n* Bo: paint the pier\n${line}`);

describe("on the line being written", () => {
  it.each([
    ["a speaker who has said nothing yet", agenda("    * Carla:‸\n"), "turn-empty"],
    ["a second speaker in the bullet", agenda("    * Carla: so it is. Max: h‸\n"), "turn-merged"],
    ["a bullet for an action item", actions("*‸\n"), "action-empty"],
    ["the start of an action item", actions("* Repair the crane‸\n"), "action-owner-missing"],
    ["a heading", agenda("\n## Agneda‸\n"), "section-name"],
    ["the start of a note taker's name", agenda("").replace("| Bo Lindqvist\n", "| R‸\n"), "note-taker-unlisted"],
  ])("is nothing found of %s", (_what, marked, rule) => {
    expect(found(marked)).toContain(rule);
    expect(shown(marked)).not.toContain(rule);
    expect(shown(marked.replace("‸", "").replace("two", "t‸wo"))).toContain(rule);
  });
});

describe("on the other lines", () => {
  const carlas = "* Carla: all is well\n* Dora: two boats\n* Dora: three\n";
  const attending = (names: string) => noteWith(`## Agenda\n\n${carlas}`, names);

  it("is found what is wrong there", () => {
    expect(shown(agenda("    * Carla:\n    * Max:‸\n")).filter((code) => code === "turn-empty")).toHaveLength(1);
    expect(found(agenda("    * Carla:\n    * Max:‸\n")).filter((code) => code === "turn-empty")).toHaveLength(2);
  });

  it("nobody is unknown or misspelt while the attendees are written", () => {
    const misspelt = attending("Ana Ruiz, Bo Lindqvist, Carl‸");
    expect(found(misspelt)).toEqual(expect.arrayContaining(["speaker-misspelt", "speaker-unknown"]));
    expect(shown(misspelt).filter((code) => String(code).startsWith("speaker"))).toEqual([]);
    expect(shown(attending("Ana Ruiz, Bo Lindqvist, Carl").replace("boats", "bo‸ats"))).toContain("speaker-misspelt");
  });
});

describe("the setting calm", () => {
  const saidTwice = agenda("    * Carla:\n    * Max: h\n");
  const written = agenda("    * Carla: so it is. Max: h‸\n");

  it("onType shows everything at once", () => {
    const { service, document, selection } = openWorld(written, { settings: { calm: "onType" } });
    const shownAtOnce = service.diagnostics(document, selection.start.line).map(({ code }) => code);
    expect(shownAtOnce).toContain("turn-merged");
    expect(service.saved(document)).toBe(false);
  });

  it("onSave shows nothing new until the note is saved, and what was there as long as it is right", () => {
    const { service, document } = openWorld(saidTwice, { settings: { calm: "onSave" } });
    const codesOf = (text: string, version: number) =>
      service
        .diagnostics(documentOf(text, version))
        .map(({ code }) => code)
        .filter((code) => String(code).startsWith("turn"));
    expect(codesOf(document.text, 1)).toEqual(["turn-empty"]);
    const more = document.text.replace("## Agenda\n", "## Agenda\n\n* Bo:\n");
    expect(codesOf(more, 2)).toEqual(["turn-empty"]);
    const both = more.replace("Max: h", "Max: so. Ana: h");
    expect(codesOf(both, 3)).toEqual(["turn-empty"]);
    const fixed = both.replace("Carla:", "Carla: yes");
    expect(codesOf(fixed, 4)).toEqual([]);
    expect(service.saved(documentOf(fixed, 4))).toBe(true);
    expect(codesOf(fixed, 4)).toEqual(["turn-empty", "turn-merged"]);
  });

  it("onSave takes a document that was opened anew, or has other settings, for saved", () => {
    let settings: NoteSettings = { ...defaultSettings, calm: "onSave" };
    const service = createNoteService({
      store: { settingsOf: () => settings, rosterOf: () => nobodyKnown },
      log: () => undefined,
      client: ableClient,
    });
    const count = (text: string, version: number) => service.diagnostics(documentOf(text, version)).length;
    const before = count(agenda(""), 1);
    expect(count(saidTwice, 2)).toBe(before);
    service.forget(documentOf(saidTwice).uri);
    expect(count(saidTwice, 1)).toBe(before + 1);
    expect(count(saidTwice.replace("Max: h", "Max:"), 2)).toBe(before + 1);
    settings = { ...settings, rules: { "turn-empty": "error" } };
    expect(count(saidTwice.replace("Max: h", "Max:"), 2)).toBe(before + 2);
  });
});
