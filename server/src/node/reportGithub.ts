import type { Severity } from "../rules/rule";
import type { FileFailure } from "./fileFailure";
import type { LocatedFinding } from "./lintedFile";
import { findingsFrom, type Report, type ReportOptions } from "./report";
import { summarise } from "./summary";

/** Workflow commands, one a line, which GitHub shows beside the lines of a pull request. */
export function reportGithub(report: Report, { least, summary }: ReportOptions): string {
  const commands = report.files.flatMap((file) =>
    findingsFrom(file, least).map((finding) => commandFor(file.path, finding)),
  );
  const failed = report.failures.map(failureCommand);
  return [...failed, ...commands, ...(summary ? [summarise(report)] : [])].map((line) => `${line}\n`).join("");
}

function failureCommand({ path, reason, at }: FileFailure): string {
  const place = at ? [`line=${at.line + 1}`, `col=${at.character + 1}`] : [];
  return `::error ${[`file=${escapeProperty(path)}`, ...place].join(",")}::${escapeMessage(reason)}`;
}

const commandNames: Record<Severity, string> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

function commandFor(path: string, { rule, severity, message, range: { start, end } }: LocatedFinding): string {
  const place = { file: path, line: start.line + 1, endLine: end.line + 1 };
  // GitHub takes columns for a place within one line alone.
  const columns = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
  const properties = Object.entries({ ...place, ...columns, title: rule }).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  );
  return `::${commandNames[severity]} ${properties.join(",")}::${escapeMessage(`${message} [${rule}]`)}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
