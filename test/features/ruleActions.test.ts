import { describe, expect, it } from "vitest";
import type { CodeAction, Command } from "vscode-languageserver-types";
import { rules } from "../../server/src/rules/index";
import type { Finding } from "../../server/src/rules/rule";
import { readMarks } from "../support/markedText";
import { readRulePage } from "../support/rulePages";
import { editsOf, noteWith, openWorld, type World, type WorldOptions } from "../support/world";

const untold = { diagnostics: [] };

function actionsAt(marked: string, options?: WorldOptions): World & { readonly actions: CodeAction[] } {
  const world = openWorld(marked, options);
  return { ...world, actions: world.service.codeActions(world.document, world.selection, untold) };
}

/** The text after the action whose title ends so. */
function textAfter(marked: string, ending: string): string | undefined {
  const { actions, edited } = actionsAt(marked);
  const action = actions.find(({ title }) => title.endsWith(ending));
  return action && edited(editsOf(action));
}

const gap = (more = "") =>
  noteWith(`## Updates\n\n* Ana: it is ⟦???⟧ or so${more}\n* Bo: since May\n* Ana: since June\n`);
const below = (marked: string | undefined) => marked?.slice(marked.indexOf("* Ana")).split("\n")[0];

describe("what can be done about a rule", () => {
  it("comes last, and is never preferred", () => {
    const { actions, service, document, selection } = actionsAt(noteWith("## Updates\n\n* ⟦ana:i⟧t is ??? or so\n"));
    expect(actions.map(({ title }) => title)).toEqual([
      'Write "Ana:"',
      "Format speaker turns in selection",
      "Format speaker turns in the whole note",
      ...about("turn-format", "for this line"),
    ]);
    const diagnostics = service.diagnostics(document);
    const told = service.codeActions(document, selection, { diagnostics });
    const [line] = told.filter(({ title }) => title === "Disable rule 'turn-format' for this line");
    expect(line?.diagnostics).toEqual(diagnostics.filter(({ code }) => code === "turn-format"));
    for (const { title, kind, isPreferred } of actions.filter((action) => / rule '/.test(action.title))) {
      expect([title, kind, isPreferred]).toEqual([title, "quickfix", undefined]);
    }
  });

  it("is offered once for each rule that the selection touches, and for none that it does not", () => {
    const { actions } = actionsAt(noteWith("## Updates\n\n* Ana: ⟦??? and ???⟧\n* Bo:since May\n"));
    const titles = actions.map(({ title }) => title).filter((title) => / rule '/.test(title));
    expect(titles).toEqual(about("turn-gap", "for this line"));
  });

  it("is left to clients that have the commands", () => {
    const { actions } = actionsAt(gap(), { client: { commands: ["notewright.explainRule"] } });
    const commands = actions.flatMap(({ command }) => command ?? []);
    expect(commands).toEqual<Command[]>([
      { title: "Explain rule 'turn-gap'", command: "notewright.explainRule", arguments: [{ rule: "turn-gap" }] },
    ]);
    const all = actionsAt(gap()).actions.flatMap(({ command }) => command ?? []);
    expect(all[0]).toMatchObject({
      command: "notewright.disableRule",
      arguments: [{ uri: "file:///notes/2024-03-05.md", rule: "turn-gap" }],
    });
  });
});

function about(rule: string, line: string): string[] {
  const places = [line, "in this file", "in settings"].map((where) => `Disable rule '${rule}' ${where}`);
  return [...places, `Explain rule '${rule}'`];
}

describe("disabling a rule for a line", () => {
  const line = "for this line";

  it("writes a comment at its end, or one more name into the comment that is there", () => {
    expect(below(textAfter(gap(), line))).toBe("* Ana: it is ??? or so <!-- notewright-disable-line turn-gap -->");
    expect(below(textAfter(gap(" <!-- notewright-disable-line turn-form -->"), line))).toBe(
      "* Ana: it is ??? or so <!-- notewright-disable-line turn-form turn-gap -->",
    );
    expect(below(textAfter(gap("  "), line))).toBe(
      "* Ana: it is ??? or so <!-- notewright-disable-line turn-gap -->  ",
    );
  });

  it("writes it above a heading", () => {
    const heading = (above = "") => noteWith(`## Updates\n\n* Ana: well\n* Bo: well\n\n${above}## ⟦Agneda⟧\n`);
    expect(textAfter(heading(), line)).toContain("\n\n<!-- notewright-disable-next-line section-name -->\n## Agneda\n");
    const comment = "<!-- notewright-disable-next-line section-order -->\n";
    expect(textAfter(heading(comment), line)).toContain(
      "\n\n<!-- notewright-disable-next-line section-order section-name -->\n## Agneda\n",
    );
  });

  it("puts the attendee table between two", () => {
    const doubled = noteWith("## Updates\n\n* Ana: well\n* Bo: well\n", "Ana Ruiz, Bo Lindqvist, ⟦Ana Ruiz⟧");
    const fixed = textAfter(doubled, "for these lines") ?? "";
    expect(fixed).toContain("\n\n<!-- notewright-disable attendee-duplicate -->\n|          |      |\n");
    expect(fixed).toContain("| Note Taker | Bo Lindqvist\n<!-- notewright-enable attendee-duplicate -->\n\n");
  });
});

describe("disabling a rule in a file", () => {
  const where = "in this file";

  it("writes a comment above everything but front matter, or one more name into the one that is there", () => {
    expect(textAfter(gap(), where)).toMatch(/^<!-- notewright-disable turn-gap -->\n## March 05/);
    const comment = "<!-- notewright-disable turn-form, placeholder -->\n\n";
    expect(textAfter(comment + gap(), where)).toMatch(
      /^<!-- notewright-disable turn-form, placeholder turn-gap -->\n\n## M/,
    );
    expect(textAfter(`---\nlayout: note\n---\n${gap()}`, where)).toMatch(
      /^---\nlayout: note\n---\n<!-- notewright-disable/,
    );
    const windows = textAfter(gap().replaceAll("\n", "\r\n"), where);
    expect(windows).toMatch(/^<!-- notewright-disable turn-gap -->\r\n## March 05/);
  });
});

describe.each(rules.map(({ id }) => id).filter((id) => id !== "suppression-unused"))("%s", (id) => {
  const examples = readRulePage(id).reported.map(({ note }) => note);
  const options: WorldOptions = { settings: { rules: { [id]: "warning" }, today: "2024-03-12" } };
  const findingsIn = (text: string) =>
    openWorld(text, options).service.analysis(openWorld(text, options).document).findings;
  const keysOf = (findings: readonly Finding[]) => findings.map(({ rule, message }) => `${rule}: ${message}`).sort();

  it.each(examples)("is disabled by its quick fixes, and nothing else changes: example %#", (text) => {
    expect(readMarks(text).text).toBe(text);
    const { service, document, edited } = openWorld(text, options);
    const findings = service.analysis(document).findings;
    for (const finding of findings.filter(({ rule }) => rule === id)) {
      const at = document.lines.positionAt(finding.at.start);
      const actions = service.codeActions(document, { start: at, end: at }, untold);
      const about = actions.filter(({ title, edit }) => title.startsWith(`Disable rule '${id}'`) && edit);
      expect(about).toHaveLength(2);
      const [onLine, inFile] = about.map((action) => keysOf(findingsIn(edited(editsOf(action)))));
      const others = keysOf(findings.filter(({ rule }) => rule !== id));
      expect(inFile).toEqual(others);
      const key = keysOf([finding])[0] ?? "";
      const count = (keys: readonly string[] = []) => keys.filter((other) => other === key).length;
      expect(count(onLine)).toBeLessThan(count(keysOf(findings)));
      expect(onLine?.filter((other) => !other.startsWith(`${id}:`))).toEqual(others);
    }
  });
});
