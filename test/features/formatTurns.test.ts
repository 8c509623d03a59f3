import { describe, expect, it } from "vitest";
import type { CodeAction } from "vscode-languageserver-types";
import { editsOf, noteWith, openWorld } from "../support/world";

const body = (go: string, timeline: string) => `## Updates

* [Bo] the crane is mended

## Agenda

* Moorings
    * Piers
        * ${go}
        * Ana: well
    * Buoys
        * ${timeline}
        * Carla: right
* Cranes
    * Max: none
`;

function offered(marked: string): {
  actions: CodeAction[];
  titles: string[];
  formatted(kind: string): string | undefined;
} {
  const { service, document, selection, edited } = openWorld(marked);
  const actions = service.codeActions(document, selection, {
    diagnostics: [],
    only: ["refactor.rewrite.notewright.turns"],
  });
  return {
    actions,
    titles: actions.map(({ title }) => title),
    formatted: (kind) => {
      const action = actions.find((candidate) => candidate.kind === `refactor.rewrite.notewright.turns.${kind}`);
      return action && edited(editsOf(action));
    },
  };
}

describe("format speaker turns", () => {
  it("on the line, in the innermost topic, in the whole note", () => {
    const { titles, formatted } = offered(noteWith(body("[Ana]‸ loose", "**Bo:** when?")));
    expect(titles).toEqual([
      "Format speaker turn on this line",
      "Format speaker turns in “Piers”",
      "Format speaker turns in the whole note",
    ]);
    expect(formatted("line")).toBe(noteWith(body("Ana: loose", "**Bo:** when?")));
    expect(formatted("topic")).toBe(formatted("line"));
    expect(formatted("note")).toBe(noteWith(body("Ana: loose", "Bo: when?")).replace("[Bo] the", "Bo: the"));
  });

  it("in the outer topic from its own line", () => {
    const marked = noteWith(body("[Ana] loose", "**Bo:** when?")).replace("* Moorings", "* Moor‸ings");
    const { titles, formatted } = offered(marked);
    expect(titles[0]).toBe("Format speaker turns in “Moorings”");
    expect(formatted("topic")).toBe(noteWith(body("Ana: loose", "Bo: when?")));
  });

  it("in a selection", () => {
    const { titles, formatted } = offered(noteWith(body("[Ana] lo⟦ose", "**B⟧o:** when?")));
    expect(titles[0]).toBe("Format speaker turns in selection");
    expect(formatted("selection")).toBe(noteWith(body("Ana: loose", "Bo: when?")));
    expect(formatted("line")).toBeUndefined();
  });

  it("offers only what changes something", () => {
    expect(offered(noteWith(body("Ana: loo‸se", "**Bo:** when?"))).titles).toEqual([
      "Format speaker turns in the whole note",
    ]);
    const tidy = noteWith(body("Ana: loo‸se", "Bo: when?")).replace("[Bo] the", "Bo: the");
    expect(offered(tidy).titles).toEqual([]);
  });

  it("follows the form that the user chose", () => {
    const world = openWorld(noteWith("## Updates\n\n* Ana: loose‸\n"), { settings: { turns: { form: "bold-colon" } } });
    const [action] = world.service.codeActions(world.document, world.selection, {
      diagnostics: [],
      only: ["refactor.rewrite.notewright.turns.line"],
    });
    expect(world.edited(editsOf(action as CodeAction))).toBe(noteWith("## Updates\n\n* **Ana**: loose\n"));
  });
});
