import { type LintedFile, locate } from "../../server/src/node/lintedFile";
import type { Report } from "../../server/src/node/report";
import type { Severity } from "../../server/src/rules/rule";
import { LineIndex } from "../../server/src/text/lines";
import { readMarks } from "./markedText";

/** What a test may choose of the findings of {@link fileWith}. */
export interface FindingOptions {
  readonly path?: string;
  readonly message?: string;
}

/** A file, no note, with a finding at each `⟦ ⟧` of the text. */
export function fileWith(
  marked: string,
  severity: Severity = "warning",
  { path = "may.md", message = "Unexpected X" }: FindingOptions = {},
): LintedFile {
  const { text, spans } = readMarks(marked);
  const lines = new LineIndex(text);
  const findings = spans.map((at) => ({ rule: "title-date", message, severity, at, fixes: [], related: [] }));
  return {
    path,
    note: null,
    verdict: "No meeting note",
    findings: findings.map((finding) => locate(finding, lines)),
    fixes: 0,
  };
}

/** The same file as a note. */
export function asNote(file: LintedFile): LintedFile {
  return { ...file, note: { profile: "generic", reason: "a test says so" } };
}

/** A report on the files, which could all be read. */
export function reportOn(files: readonly LintedFile[]): Report {
  return { files, failures: [], known: 0 };
}
