import type { Range } from "vscode-languageserver-types";
import type { Lines } from "../text/lines";
import type { Span } from "../text/span";

/** The range of a span, as LSP counts it. */
export function rangeOf(lines: Lines, span: Span): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

/** The span of a range; what lies outside the text is moved to its nearest place inside. */
export function spanOf(lines: Lines, range: Range): Span {
  const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
  return { start: Math.min(start, end), end: Math.max(start, end) };
}
