import { describe, expect, it } from "vitest";
import type { CodeAction, CodeActionContext } from "vscode-languageserver-types";
import { codeActionsOf } from "../../server/src/features/codeActions";
import type { ClientFacts } from "../../server/src/features/openNote";
import { readNote } from "../../server/src/model/readNote";
import { attendeeTable } from "../../server/src/profiles/attendeeTable";
import type { Finding, Fix } from "../../server/src/rules/rule";
import { readMarks } from "../support/markedText";
import { ableClient, documentOf, editsOf, noteWith, openWorld, type WorldOptions } from "../support/world";

const untold: CodeActionContext = { diagnostics: [] };

function actionsAt(marked: string, context: CodeActionContext = untold, options: WorldOptions = {}) {
  const world = openWorld(marked, options);
  const actions = world.service.codeActions(world.document, world.selection, context);
  return { ...world, actions, titled: (title: string) => actions.find((action) => action.title === title) };
}

/** The actions for findings of the test's own, each at a `⟦ ⟧` of the marked text; the caret is the whole text. */
function actionsFor(
  marked: string,
  fixes: readonly (readonly Fix[])[],
  client: Partial<ClientFacts> = {},
): CodeAction[] {
  const { text, spans } = readMarks(marked);
  const findings = spans.map(
    (at, index): Finding => ({
      rule: "some-rule",
      severity: "warning",
      message: "Unexpected A, expected B",
      at,
      related: [],
      fixes: fixes[index] ?? [],
    }),
  );
  const open = {
    document: documentOf(text),
    note: readNote(text, attendeeTable.format),
    toNote: (offset: number) => offset,
    toDocument: (offset: number) => offset,
    notices: findings,
    findings,
    format: attendeeTable.format,
  };
  return codeActionsOf(open, { start: 0, end: text.length }, untold, { ...ableClient, ...client }).filter(isFix);
}

/** Whether it is none of those that are about the rule itself. */
function isFix({ title }: CodeAction): boolean {
  return !/ rule '/.test(title);
}

function replacing(start: number, end: number, newText: string, more: Partial<Fix> = {}): Fix {
  return { title: `Write ${newText}`, safe: false, edits: [{ span: { start, end }, newText }], ...more };
}

describe("quick fixes", () => {
  const doubled = noteWith("## Agenda\n\n* Moorings\n", "Ana Ruiz, Bo Lindqvist, ⟦Ana Ruiz⟧, Carla Diaz");

  it("fixes the finding that the selection touches, and answers with its diagnostic", () => {
    const { service, document, selection } = openWorld(doubled);
    const diagnostics = service.diagnostics(document);
    const { titled, edited } = actionsAt(doubled, { diagnostics });
    const action = titled("Delete the second entry");
    expect(action?.kind).toBe("quickfix");
    expect(action?.diagnostics).toEqual(diagnostics.filter(({ code }) => code === "attendee-duplicate"));
    expect(action?.diagnostics?.[0]?.range).toEqual(selection);
    expect(edited(editsOf(action as CodeAction))).toContain("| Attending | Ana Ruiz, Bo Lindqvist, Carla Diaz\n");
  });

  it("offers nothing where no finding is", () => {
    expect(actionsAt(noteWith("## Agenda\n\n* Moor‸ings\n", "Ana Ruiz, Bo Lindqvist, Ana Ruiz")).actions).toEqual([]);
  });

  it("speaks of the version it saw where the client can tell, plainly otherwise", () => {
    const versioned = actionsAt(doubled).titled("Delete the second entry");
    expect(versioned?.edit?.documentChanges?.[0]).toMatchObject({ textDocument: { version: 7 } });
    const plain = actionsAt(doubled, untold, { client: { documentChanges: false } }).titled("Delete the second entry");
    expect(plain?.edit?.documentChanges).toBeUndefined();
    expect(Object.keys(plain?.edit?.changes ?? {})).toEqual(["file:///notes/2024-03-05.md"]);
  });

  it("prefers the first safe fix of a finding and no other", () => {
    const actions = actionsFor("⟦one⟧", [
      [replacing(0, 3, "unsafe"), replacing(0, 3, "safe", { safe: true }), replacing(0, 3, "late", { safe: true })],
    ]);
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ["Write unsafe", undefined],
      ["Write safe", true],
      ["Write late", undefined],
    ]);
  });

  it("leaves a placeholder to type over, where the client takes snippets", () => {
    const fix = replacing(0, 0, "$1 {Owner}: ", { placeholder: "Owner" });
    const [snippet] = actionsFor("⟦call⟧", [[fix]]);
    expect(snippet?.edit?.documentChanges?.[0]).toMatchObject({
      edits: [{ snippet: { kind: "snippet", value: `\\$1 {\${1:Owner}\\}: ` } }],
    });
    const [plain] = actionsFor("⟦call⟧", [[fix]], { snippetEdits: false });
    expect(editsOf(plain as CodeAction)).toMatchObject([{ newText: "$1 {Owner}: " }]);
  });

  it("asks the client to add a label, if the client has a command for that", () => {
    const fix: Fix = { title: "Treat as no speaker", safe: false, edits: [], addLabel: "Harbour" };
    expect(actionsFor("⟦Harbour⟧", [[fix]])).toEqual([
      {
        title: "Treat as no speaker",
        kind: "quickfix",
        command: {
          title: "Treat as no speaker",
          command: "notewright.addLabel",
          arguments: [{ uri: "file:///notes/2024-03-05.md", label: "Harbour" }],
        },
      },
    ]);
    expect(actionsFor("⟦Harbour⟧", [[fix]], { commands: [] })).toEqual([]);
  });
});

describe("the fix for all findings of a rule", () => {
  const title = "Fix all 'some-rule' problems";
  const fixAll = (actions: CodeAction[]) => actions.find((action) => action.title === title);

  it("does the first fix of each", () => {
    const actions = actionsFor("⟦one⟧ ⟦two⟧", [[replacing(0, 3, "1"), replacing(0, 3, "I")], [replacing(4, 7, "2")]]);
    const action = fixAll(actions);
    expect(action?.kind).toBe("quickfix");
    expect(editsOf(action as CodeAction).map(({ newText }) => newText)).toEqual(["1", "2"]);
  });

  it("leaves out what conflicts, what needs typing, and what is not as safe as the first", () => {
    const fixes = [
      [replacing(0, 3, "1")],
      [replacing(2, 4, "x")],
      [replacing(4, 7, "x", { placeholder: "x" })],
      [replacing(4, 7, "x", { safe: true })],
      [replacing(8, 11, "3")],
    ];
    const action = fixAll(actionsFor("⟦one⟧ ⟦t⟧⟦w⟧⟦o⟧ ⟦two⟧", fixes));
    expect(editsOf(action as CodeAction).map(({ newText }) => newText)).toEqual(["1", "3"]);
  });

  it("is not offered for a single finding", () => {
    expect(fixAll(actionsFor("⟦one⟧ ⟦two⟧", [[replacing(0, 3, "1")], []]))).toBeUndefined();
  });
});

describe("source.fixAll.notewright", () => {
  const raw = noteWith("## Agenda\n\n* Moorings\n    * [Ana] loose\n    * bo : since when?\n    * Carla: May‸\n");

  it.each([["source"], ["source.fixAll"], ["source.fixAll.notewright"]])("is there when %s is asked for", (only) => {
    const { actions, edited } = actionsAt(raw, { diagnostics: [], only: [only] });
    expect(actions.map(({ kind }) => kind)).toEqual(["source.fixAll.notewright"]);
    expect(edited(editsOf(actions[0] as CodeAction))).toBe(
      noteWith("## Agenda\n\n* Moorings\n    * Ana: loose\n    * Bo: since when?\n    * Carla: May\n"),
    );
  });

  it("is not there unasked, for another kind, or with nothing to do", () => {
    const kinds = (marked: string, only?: string[]) =>
      actionsAt(marked, { diagnostics: [], ...(only && { only }) }).actions.map(({ kind }) => kind);
    expect(kinds(raw)).not.toContain("source.fixAll.notewright");
    expect(kinds(raw, ["source.fixAll.eslint", "source.organizeImports"])).toEqual([]);
    expect(kinds(noteWith("## Agenda\n\n* Ana: loose‸\n"), ["source.fixAll"])).toEqual([]);
  });

  it("does not do what needs judgement", () => {
    const doubled = noteWith("## Agenda\n\n* Ana: loose‸\n", "Ana Ruiz, Ana Ruiz");
    expect(actionsAt(doubled, { diagnostics: [], only: ["source.fixAll"] }).actions).toEqual([]);
  });

  it("does different fixes at once and leaves nothing to do", () => {
    const broken = noteWith(
      "## Agenda\n\n* Moorings\n    * [Ana] loose\n    * Bo: since?‸\n    * Carla: May\n",
    ).replace("| -------- | -------- |\n", "");
    const { actions, edited } = actionsAt(broken, { diagnostics: [], only: ["source.fixAll"] });
    const fixed = edited(editsOf(actions[0] as CodeAction));
    expect(fixed).toContain("    * Ana: loose\n");
    expect(fixed).toContain("| -------- | -------- |\n");
    expect(actionsAt(fixed, { diagnostics: [], only: ["source.fixAll"] }).actions).toEqual([]);
  });
});

describe("the context's kinds", () => {
  const raw = noteWith(
    "## Agenda\n\n* Moorings\n    * [Ana‸] loose\n    * [Bo] since when?\n    * Carla: May\n    * Max: no\n    * Ana: yes\n    * Bo: oh\n",
  );

  it.each([
    ["", ["quickfix", "source.fixAll.notewright", "refactor.rewrite.notewright.turns"]],
    ["quickfix", ["quickfix"]],
    ["refactor", ["refactor.rewrite.notewright.turns"]],
    ["refactor.rewrite.notewright.turns.note", ["refactor.rewrite.notewright.turns.note"]],
    ["refactor.extract", []],
  ])("%s", (only, expected) => {
    const { actions } = actionsAt(raw, { diagnostics: [], only: [only] });
    expect(actions.length > 0).toBe(expected.length > 0);
    for (const { kind } of actions) expect(expected.some((start) => kind?.startsWith(start))).toBe(true);
  });
});
