import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import type { Notice, Severity } from "../rules/rule";
import { trimEnd } from "../text/trim";
import { calmNotices } from "./calm";
import type { ClientFacts, NoticedNote } from "./openNote";
import { rangeOf } from "./ranges";

/** The complete set of diagnostics for this version of the note, less what waits until its `edited` line is written. */
export function diagnosticsOf(open: NoticedNote, client: ClientFacts, edited?: number): Diagnostic[] {
  return calmNotices(open, edited).map((notice) => diagnosticOf(open, notice, client));
}

function diagnosticOf({ document }: NoticedNote, finding: Notice, client: ClientFacts): Diagnostic {
  const { uri, lines } = document;
  return {
    range: rangeOf(lines, finding.at),
    message: finding.message,
    severity: severityOf[finding.severity],
    source: "notewright",
    code: finding.rule,
    ...(client.rulePages && { codeDescription: { href: pageOf(finding.rule, client.rulePages) } }),
    ...(finding.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map(({ at, message }) => ({
        location: { uri, range: rangeOf(lines, at) },
        message,
      })),
    }),
  };
}

function pageOf(rule: string, rulePages: string): string {
  return `${trimEnd(rulePages, "/")}/${rule}.md`;
}

const severityOf: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
