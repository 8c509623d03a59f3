import type { Finding, Severity } from "../rules/rule";
import type { LinePosition, Lines } from "../text/lines";
import type { Span } from "../text/span";
import type { LintedFile } from "./lintFiles";
import { isAtLeast } from "./severity";

/**
 * What `--format json` prints; other programs rely on it.
 * Lines and UTF-16 characters count from 0, in the text without its byte order mark.
 */
export interface JsonReport {
  readonly version: 1;
  readonly files: readonly JsonFile[];
}

/** One file of a {@link JsonReport}; `note` is null where the file is no note. */
export interface JsonFile {
  readonly path: string;
  readonly note: { readonly profile: string; readonly reason: string } | null;
  readonly findings: readonly JsonFinding[];
}

/** One finding of a {@link JsonFile}; fixes that change nothing but an editor's settings are left out. */
export interface JsonFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: JsonRange;
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly range: JsonRange; readonly newText: string }[];
  }[];
}

/** A stretch of a text; `end` is exclusive. */
export interface JsonRange {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/** The findings of severity `least` and above, as one line of JSON. */
export function reportJson(files: readonly LintedFile[], least: Severity): string {
  const report: JsonReport = { version: 1, files: files.map((file) => jsonFile(file, least)) };
  return `${JSON.stringify(report)}\n`;
}

function jsonFile({ path, lines, analysis }: LintedFile, least: Severity): JsonFile {
  const { verdict, findings } = analysis;
  return {
    path,
    note: verdict.isNote ? { profile: verdict.profile.id, reason: verdict.reason } : null,
    findings: findings
      .filter((finding) => isAtLeast(finding.severity, least))
      .map((finding) => jsonFinding(finding, lines)),
  };
}

function jsonFinding({ rule, severity, message, at, fixes }: Finding, lines: Lines): JsonFinding {
  return {
    rule,
    severity,
    message,
    range: jsonRange(at, lines),
    fixes: fixes
      .filter((fix) => fix.edits.length > 0)
      .map(({ title, safe, edits }) => ({
        title,
        safe,
        edits: edits.map(({ span, newText }) => ({ range: jsonRange(span, lines), newText })),
      })),
  };
}

function jsonRange(span: Span, lines: Lines): JsonRange {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}
