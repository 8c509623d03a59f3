import type { LineRange, LocatedFinding, LocatedFix } from "./lintedFile";
import { findingsFrom, type Report, type ReportOptions } from "./report";

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
export interface JsonFinding extends Pick<LocatedFinding, "rule" | "severity" | "message"> {
  readonly range: LineRange;
  readonly fixes: readonly LocatedFix[];
}

/** The findings of severity `least` and above, as one line of JSON. */
export function reportJson({ files }: Report, { least }: ReportOptions): string {
  const report: JsonReport = {
    version: 1,
    files: files.map((file) => ({
      path: file.path,
      note: file.note,
      findings: findingsFrom(file, least).map(({ rule, severity, message, range, fixes }) => {
        return { rule, severity, message, range, fixes };
      }),
    })),
  };
  return `${JSON.stringify(report)}\n`;
}
