import type { CodeActionContext, Diagnostic } from "vscode-languageserver-types";
import type { Finding } from "../rules/rule";
import type { OpenNote } from "./openNote";
import { rangeOf } from "./ranges";

/** Those of the client's diagnostics that the finding is shown by. */
export function diagnosticsAbout(
  { document }: OpenNote,
  finding: Finding,
  { diagnostics }: CodeActionContext,
): Diagnostic[] {
  const range = rangeOf(document.lines, finding.at);
  return diagnostics.filter((diagnostic) => isAbout(diagnostic, finding, range));
}

function isAbout(diagnostic: Diagnostic, finding: Finding, range: Diagnostic["range"]): boolean {
  const { start, end } = diagnostic.range;
  return (
    diagnostic.code === finding.rule &&
    diagnostic.message === finding.message &&
    start.line === range.start.line &&
    start.character === range.start.character &&
    end.line === range.end.line &&
    end.character === range.end.character
  );
}
