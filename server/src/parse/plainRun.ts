import { startsWithAsciiLetter } from "../text/letters";
import type { CodeBlock, OtherBlock } from "./blocks";
import { type Line, readMarker } from "./plainLine";

/** Lines that are one block, whatever stands in them: a fence, HTML, or a quote. */
export interface Run {
  readonly block: CodeBlock | OtherBlock;
  /** Index of the first line behind. */
  readonly next: number;
}

/** Whether a line with these words opens a run where no words stand above; not every one that does is known here. */
export function opensRun(words: string): boolean {
  if (startsWithAsciiLetter(words)) return false;
  return words.startsWith(">") || fenceOf(words) !== undefined || isHtml(words);
}

/**
 * The run that the line at the index opens, in an item whose content starts at the column, or in none where that is 0.
 * Undefined in doubt.
 */
export function readRun(lines: readonly Line[], index: number, content: number): Run | undefined {
  const first = lines[index];
  if (!first) return undefined;
  const next = endOfRun(lines, index, first, content);
  if (next === undefined) return undefined;
  let last = first;
  for (const line of lines.slice(index, next)) if (line.words !== "") last = line;
  const kind = first.words.startsWith(">") ? "other" : isHtml(first.words) ? "html" : "code";
  // remark counts the white space before HTML to it.
  const start = kind === "html" ? first.start : first.wordsStart;
  return { block: { kind, span: { start, end: last.wordsStart + last.words.length } }, next };
}

function endOfRun(lines: readonly Line[], index: number, first: Line, content: number): number | undefined {
  if (first.words.startsWith(">")) return endOfQuote(lines, index, content);
  const fence = fenceOf(first.words);
  if (fence !== undefined) return endOfFence(lines, index, fence, content);
  return content > 0 ? undefined : endOfHtml(lines, index, first.words);
}

/** All lines with a mark, as long as nothing in them may reach further. */
function endOfQuote(lines: readonly Line[], index: number, content: number): number | undefined {
  let next = index;
  for (let line = lines[next]; line && isQuoted(line, content); line = lines[++next]) {
    // What it defines others may hang on, and what it leaves open remark may leave open behind it.
    if (/\]:|^[> \t]*(?:[`~]{3}|<)/.test(line.words)) return undefined;
  }
  const behind = lines[next];
  const isEnd = !behind || behind.words === "" || (behind.indent < content && readMarker(behind) !== undefined);
  return isEnd ? next : undefined;
}

function isQuoted({ indent, words }: Line, content: number): boolean {
  return indent >= content && indent < content + 4 && words.startsWith(">");
}

/** To the line that closes it, or to the chunk's end, but not in an item. */
function endOfFence(lines: readonly Line[], index: number, fence: string, content: number): number | undefined {
  for (let next = index + 1; next < lines.length; next++) {
    const { words = "", indent = 0 } = lines[next] ?? {};
    if (words !== "" && indent < content) return undefined;
    const isClosing = words.length >= fence.length && indent < content + 4 && /^(.)\1*$/.test(words);
    if (isClosing && words[0] === fence[0]) return next + 1;
  }
  return content > 0 ? undefined : lines.length;
}

/** A comment goes to its closing mark, other HTML to the next empty line. */
function endOfHtml(lines: readonly Line[], index: number, opening: string): number {
  const isComment = opening.startsWith("<!--");
  if (isComment && opening.includes("-->", 2)) return index + 1;
  const isLast = ({ text, words }: Line): boolean => (isComment ? text.includes("-->") : words === "");
  const last = lines.findIndex((line, place) => place > index && isLast(line));
  return last < 0 ? lines.length : last + 1;
}

function fenceOf(words: string): string | undefined {
  return /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(words)?.[0];
}

/** A comment, or a tag that starts a block. */
function isHtml(words: string): boolean {
  // The patterns take long to compile, and most notes have no such line.
  return words.startsWith("<") && (words.startsWith("<!--") || blockTag.test(words) || loneTag.test(words));
}

/** The start of a tag that starts a block whatever stands behind it; remark knows more of them. */
const blockTag = /^<\/?(?:details|div|p|summary|table)(?:[ \t>]|\/>|$)/i;

/** Any other tag starts a block only where it has the line for itself; one with more attributes is left to remark. */
const loneTag =
  /^<(?!(?:pre|script|style|textarea)\b)(?:[a-z][a-z\d-]*(?:[ \t]+[a-z_:][\w.:-]*(?:="[^"]*"|='[^']*')?){0,100}[ \t]*\/?|\/[a-z][a-z\d-]*[ \t]*)>$/i;
