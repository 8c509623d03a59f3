import pc from "picocolors";
import { type Finding, type Severity, severities } from "../rules/rule";
import type { LineIndex } from "../text/lines";
import type { LintedFile } from "./lintFiles";
import { isAtLeast } from "./severity";

/** How to print findings for people. */
export interface TextOptions {
  /** The lowest severity to print. */
  readonly least: Severity;
  /** Whether to close with a line of counts. */
  readonly summary: boolean;
  readonly colours: boolean;
}

type Colours = ReturnType<typeof pc.createColors>;

/** Lines of `path:line:column: severity: message [rule]`, counted from 1, each with the place in the note below. */
export function reportText(files: readonly LintedFile[], { least, summary, colours }: TextOptions): string {
  const colour = pc.createColors(colours);
  const blocks = files.flatMap((file) =>
    file.analysis.findings
      .filter((finding) => isAtLeast(finding.severity, least))
      .map((finding) => block(file, finding, colour)),
  );
  return blocks.join("") + (summary ? `${summaryOf(files)}\n` : "");
}

function block({ path, lines }: LintedFile, finding: Finding, colour: Colours): string {
  const { line, character } = lines.positionAt(finding.at.start);
  const place = colour.bold(`${path}:${line + 1}:${character + 1}:`);
  const severity = severityColour(finding.severity, colour)(`${finding.severity}:`);
  const { excerpt, carets } = excerptOf(finding, lines);
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
function excerptOf({ at }: Finding, lines: LineIndex): { excerpt: string; carets: string } {
  const line = lines.lineSpan(lines.lineAt(at.start));
  const indentation = /^\s*/.exec(lines.text.slice(line.start, line.end))?.[0].length ?? 0;
  const first = Math.min(line.start + indentation, at.start);
  const start = line.end - first <= widthInAll ? first : Math.max(first, at.start - widthBefore);
  const end = Math.min(line.end, start + widthInAll);
  const lead = start > first ? "…" : "";
  const before = lead + printable(lines.text.slice(start, at.start));
  const marked = printable(lines.text.slice(at.start, Math.min(at.end, end)));
  const after =
    printable(lines.text.slice(Math.max(at.start, Math.min(at.end, end)), end)) + (end < line.end ? "…" : "");
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

function summaryOf(files: readonly LintedFile[]): string {
  const notes = files.filter((file) => file.analysis.note).length;
  const findings = files.flatMap((file) => file.analysis.findings);
  const counts = severities
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count > 1 && severity !== "information" ? "s" : ""}`);
  const fixes = files.reduce((sum, file) => sum + file.fixes, 0);
  return [
    ...(fixes > 0 ? [`${counted(fixes, "problem")} fixed`] : []),
    counts.length > 0 ? counts.join(", ") : "no findings",
    `${counted(notes, "note")} checked`,
    ...(files.length > notes ? [`${counted(files.length - notes, "file")} left out as no note`] : []),
  ].join("; ");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
