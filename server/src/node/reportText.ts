import pc from "picocolors";
import type { Severity } from "../rules/rule";
import type { LocatedFinding } from "./lintedFile";
import { findingsFrom, type Report, type ReportOptions } from "./report";
import { summarise } from "./summary";

type Colours = ReturnType<typeof pc.createColors>;

/** Lines of `path:line:column: severity: message [rule]`, counted from 1, each with the place in the note below. */
export function reportText(report: Report, { least, summary, colours, explain }: ReportOptions): string {
  const colour = pc.createColors(colours);
  const blocks = report.files.flatMap((file) => [
    ...(explain ? [`${colour.bold(`${file.path}:`)} ${printable(file.verdict)}\n`] : []),
    ...findingsFrom(file, least).map((finding) => block(file.path, finding, colour)),
  ]);
  return blocks.join("") + (summary ? `${summarise(report)}\n` : "");
}

function block(path: string, finding: LocatedFinding, colour: Colours): string {
  const { line, character } = finding.range.start;
  const place = colour.bold(`${path}:${line + 1}:${character + 1}:`);
  const severity = severityColour(finding.severity, colour)(`${finding.severity}:`);
  const { excerpt, carets } = excerptOf(finding);
  const head = `${place} ${severity} ${printable(finding.message)} ${colour.dim(`[${finding.rule}]`)}`;
  return `${head}\n    ${excerpt}\n    ${colour.cyan(carets)}\n`;
}

function severityColour(severity: Severity, colour: Colours): (text: string) => string {
  return { error: colour.red, warning: colour.yellow, information: colour.blue, hint: colour.green }[severity];
}

// Turns are whole paragraphs on one line: what is shown of it must fit a terminal.
const widthBefore = 30;
const widthInAll = 100;

/** The finding's line, cut around the finding, and carets for below it. */
function excerptOf({ line, range }: LocatedFinding): { excerpt: string; carets: string } {
  const from = range.start.character;
  const to = range.end.line === range.start.line ? range.end.character : line.length;
  const indentation = /^\s*/.exec(line)?.[0].length ?? 0;
  const first = Math.min(indentation, from);
  const start = line.length - first <= widthInAll ? first : Math.max(first, from - widthBefore);
  const end = Math.min(line.length, start + widthInAll);
  const shown = Math.max(from, Math.min(to, end));
  const before = (start > first ? "…" : "") + printable(line.slice(start, from));
  const marked = printable(line.slice(from, shown));
  const after = printable(line.slice(shown, end)) + (end < line.length ? "…" : "");
  return {
    excerpt: before + marked + after,
    carets: " ".repeat(displayWidth(before)) + "^".repeat(Math.max(1, displayWidth(marked))),
  };
}

/** The text without what would move a terminal's cursor. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\uFEFF]/gu, " ");
}

/** How many columns a terminal gives the text: none to combining marks, two to East Asian letters and emoji. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[\p{M}\p{Cf}]/u.test(character)) continue;
    const isWide =
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60]/u;
    width += isWide.test(character) ? 2 : 1;
  }
  return width;
}
