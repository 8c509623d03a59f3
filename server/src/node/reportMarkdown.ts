import type { LintedFile, LocatedFinding } from "./lintedFile";
import { findingsFrom, type Report, type ReportOptions } from "./report";
import { summarise } from "./summary";

/** A table for each file with findings, for a comment or a job's summary. */
export function reportMarkdown(report: Report, { least, summary }: ReportOptions): string {
  const tables = report.files.flatMap((file) => {
    const findings = findingsFrom(file, least);
    return findings.length > 0 ? [tableOf(file, findings)] : [];
  });
  return [...tables, ...(summary ? [`${summarise(report)}\n`] : [])].join("\n");
}

function tableOf({ path }: LintedFile, findings: readonly LocatedFinding[]): string {
  const rows = findings.map(
    ({ range, severity, message, rule }) =>
      `| ${range.start.line + 1}:${range.start.character + 1} | ${severity} | ${asWords(message)} | \`${rule}\` |\n`,
  );
  return `### ${asCode(path)}\n\n| Place | Severity | Finding | Rule |\n| --- | --- | --- | --- |\n${rows.join("")}`;
}

function asCode(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 ? " " : "";
  return `${fence}${padding}${text}${padding}${fence}`;
}

/** The text as plain words in a table's cell; a handle becomes code, since GitHub would call its owner. */
function asWords(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .split(/(@[\w-]+(?:\/[\w-]+)?)/)
    .map((piece, index) => (index % 2 === 1 ? `\`${piece}\`` : piece.replace(/[\\`*_~[\]<>|&#]/g, "\\$&")))
    .join("");
}
