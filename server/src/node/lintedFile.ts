import type { Finding, Severity } from "../rules/rule";
import { LineIndex, type LinePosition, type Lines } from "../text/lines";
import type { Span } from "../text/span";
import type { Analysis } from "../workspace/analysis";

/** What was found in a file: plain data, so that one thread can hand it to another. */
export interface LintedFile {
  /** Relative to the working folder, with `/` between its parts; `-` for standard input without a name. */
  readonly path: string;
  /** Why the file is a note, and in which form; null where it is none. */
  readonly note: { readonly profile: string; readonly reason: string } | null;
  /** What the file is taken for and why, in words for people. */
  readonly verdict: string;
  /** In the order of their places, in the text with its fixes applied. */
  readonly findings: readonly LocatedFinding[];
  /** How many fixes were applied. */
  readonly fixes: number;
}

/** A stretch of a text, without its byte order mark; lines and UTF-16 characters from 0, `end` exclusive. */
export interface LineRange {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/** A finding for readers who do not have the text. */
export interface LocatedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: LineRange;
  /** The words of the line where the range starts. */
  readonly line: string;
  readonly related: readonly { readonly range: LineRange; readonly message: string }[];
  /** The fixes that change the text; what only changes an editor's settings is left out. */
  readonly fixes: readonly LocatedFix[];
}

/** A way out of a finding. */
export interface LocatedFix {
  readonly title: string;
  /** Whether it needs no judgement and keeps every word. */
  readonly safe: boolean;
  readonly edits: readonly { readonly range: LineRange; readonly newText: string }[];
}

/** What was found in the text of the file at the path, of which so many fixes were applied. */
export function describe(path: string, text: string, { verdict, note, findings }: Analysis, fixes: number): LintedFile {
  const lines = new LineIndex(text);
  const { profile, reason } = verdict;
  return {
    path,
    note: profile && { profile: profile.id, reason },
    verdict: profile && note ? `${reason} (form: ${profile.id}; ${states[note.state]})` : reason,
    findings: findings.map((finding) => locate(finding, lines)),
    fixes,
  };
}

const states = { written: "written up", unfilled: "not filled in yet", cancelled: "cancelled" } as const;

/** The finding, told by lines of the text that it was found in. */
export function locate({ rule, severity, message, at, related, fixes }: Finding, lines: LineIndex): LocatedFinding {
  const line = lines.lineSpan(lines.lineAt(at.start));
  return {
    rule,
    severity,
    message,
    range: rangeOf(at, lines),
    line: lines.text.slice(line.start, line.end),
    related: related.map((place) => ({ range: rangeOf(place.at, lines), message: place.message })),
    fixes: fixes
      .filter((fix) => fix.edits.length > 0)
      .map(({ title, safe, edits }) => ({
        title,
        safe,
        edits: edits.map(({ span, newText }) => ({ range: rangeOf(span, lines), newText })),
      })),
  };
}

function rangeOf(span: Span, lines: Lines): LineRange {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}
