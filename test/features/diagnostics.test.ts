import { describe, expect, it } from "vitest";
import { DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import { documentOf, noteWith, openWorld, type WorldOptions } from "../support/world";

function diagnose(marked: string, options: WorldOptions = {}) {
  const { service, document, selection } = openWorld(marked, options);
  return { diagnostics: service.diagnostics(document), selection };
}

const doubled = noteWith("## Agenda\n\n* Ana: loose\n", "Ana Ruiz, Bo Lindqvist, ⟦Ana Ruiz⟧");

describe("diagnostics", () => {
  it("name their rule and source, and lead to related places", () => {
    const { diagnostics, selection } = diagnose(doubled);
    expect(diagnostics.find(({ code }) => code === "attendee-duplicate")).toEqual({
      range: selection,
      message: 'Unexpected second entry for "Ana Ruiz", expected one',
      severity: DiagnosticSeverity.Warning,
      source: "notewright",
      code: "attendee-duplicate",
      tags: [DiagnosticTag.Unnecessary],
      relatedInformation: [
        {
          message: "The first entry",
          location: {
            uri: "file:///notes/2024-03-05.md",
            range: { start: { line: 4, character: 14 }, end: { line: 4, character: 22 } },
          },
        },
      ],
    });
  });

  it("lead to the rule's page where the client says where pages are", () => {
    for (const rulePages of ["https://example.org/rules", "https://example.org/rules/"]) {
      const { diagnostics } = diagnose(doubled, { client: { rulePages } });
      expect(diagnostics[0]?.codeDescription).toEqual({ href: `https://example.org/rules/${diagnostics[0]?.code}.md` });
    }
  });

  it("follow the user's severities", () => {
    const severity = (rules: Record<string, string>) =>
      diagnose(doubled, { settings: { rules } }).diagnostics.find(({ code }) => code === "attendee-duplicate")
        ?.severity;
    expect(severity({ "attendee-duplicate": "error" })).toBe(DiagnosticSeverity.Error);
    expect(severity({ "attendee-duplicate": "information" })).toBe(DiagnosticSeverity.Information);
    expect(severity({ "attendee-duplicate": "hint" })).toBe(DiagnosticSeverity.Hint);
    expect(severity({ "attendee-duplicate": "off" })).toBeUndefined();
  });

  it("stand where they should at each letter that is typed, on their line or elsewhere", () => {
    const { service } = openWorld(noteWith("* Ana: yes\n"));
    const typed = ["", "a", "aa", "aab", "b"].flatMap((words) => [
      noteWith(`## Agenda\n\n* Ana: ${words} it.\n* Cy: no.\n`, "Ana Ruiz, Bo Lindqvist, Ana Ruiz"),
      noteWith(`## Agenda\n\n* Cy: ${words} it.\n* [Ana] no.\n`, "Ana Ruiz, Bo Lindqvist, Ana Ruiz"),
    ]);
    for (const [version, text] of [...typed, ...typed.filter((_, index) => index % 2 === 0)].entries()) {
      const document = documentOf(text, version);
      for (const line of [undefined, undefined, 4, 4, 9, 9]) {
        expect(service.diagnostics(document, line)).toEqual(openWorld(text).service.diagnostics(document, line));
      }
    }
  });

  it("are none in a file that is no note, or where Notewright is off", () => {
    expect(diagnose("# Shopping\n\n* [Ana] pears\n").diagnostics).toEqual([]);
    expect(diagnose(doubled, { settings: { enable: false } }).diagnostics).toEqual([]);
  });
});
