import type { Note, Reading } from "../model/note";
import type { Span } from "../text/span";

/** What the passage itself holds: its text is that of the whole chunk, in which there may be thousands of passages. */
export function ownTextOf({ text, block }: Reading): string {
  return block ? text.slice(block.span.start, block.span.end) : text;
}

/** The part of the span on its first line, so that no finding paints a whole block. */
export function firstLineOf(text: string, span: Span): Span {
  const length = /^[^\r\n]*/.exec(text.slice(span.start, span.end))?.[0].trimEnd().length ?? 0;
  return { start: span.start, end: span.start + length };
}

/** Where to report what the note as a whole lacks: its title, else its first line with words, comments left aside. */
export function topOf({ text, title, bodyStart }: Note): Span {
  if (title) return firstLineOf(text, title.span);
  let start = firstOf(text, bodyStart) ?? firstOf(text, 0) ?? 0;
  while (text.startsWith("<!--", start)) {
    const end = text.indexOf("-->", start + 2);
    const behind = end < 0 ? undefined : firstOf(text, end + 3);
    if (behind === undefined) break;
    start = behind;
  }
  return firstLineOf(text, { start, end: text.length });
}

/** Where the first character from there on stands that is no white space. */
function firstOf(text: string, from: number): number | undefined {
  const pattern = /\S/g;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index;
}

/** Where the line that holds the offset starts. */
export function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return start;
}

/** Where the line that holds the offset ends, before its line end. */
export function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  return end;
}

/**
 * What is to be deleted so that the span's lines vanish together with the blank lines before them (behind them, where
 * the text starts there, unless it is a bullet); undefined where something else stands before the span on its line, or behind it.
 */
export function wholeBlock(text: string, span: Span): Span | undefined {
  const start = startOfLine(text, span.start);
  const end = endOfLine(text, span.end);
  const isAlone = text.slice(start, span.start).trim() === "" && text.slice(span.end, end).trim() === "";
  if (!isAlone) return undefined;
  const before = text.slice(0, start).trimEnd().length;
  if (before > 0) return { start: before, end };
  const blank = /^[ \t\r\n]*[\r\n]/.exec(text.slice(end))?.[0].length ?? 0;
  // What stands before is another passage; if a bullet, the blank lines may part it from what follows.
  const own = isBullet(text, span) ? (/^(?:\r\n|[\r\n])/.exec(text.slice(end))?.[0].length ?? 0) : blank;
  return { start, end: end + own };
}

function isBullet(text: string, { start }: Span): boolean {
  return /^(?:[-*+]|\d{1,9}[.)])\s/.test(text.slice(start, start + 12));
}
