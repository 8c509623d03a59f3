import { startsWithAsciiLetter } from "../text/letters";
import type { Part, Span } from "../text/span";
import { trimEnd } from "../text/trim";
import type { Block } from "./blocks";
import type { Line } from "./plainLine";

/** Whether the line is made of nothing but what a table's delimiter row or a setext underline is made of. */
export function mayUnderline(line: string): boolean {
  if (startsWithAsciiLetter(line)) return false;
  return /^[ \t]*(?:[|:-][|: \t-]*|=+[ \t]*)$/.test(line) && /[-=]/.test(line);
}

/** Whether the two lines are the head of a GFM table and its delimiter row. */
export function startsTable(head: Line, delimiters: Line): boolean {
  // The delimiters come first: few lines look like them.
  const count = countDelimiters(delimiters.text);
  return count > 0 && head.words !== "|" && count === readCells(head.words, 0).length;
}

/** How many cells the line has as the delimiter row of a GFM table; 0 where it is none, or an item of a list. */
function countDelimiters(line: string): number {
  if (!/^ {0,3}(?!-[ \t])[|:-][|: \t-]*$/.test(line) || !/[|:]/.test(line)) return 0;
  const cells = line.trim().replace(/^\|/, "").replace(/\|$/, "").split("|");
  return cells.every((cell) => /^[ \t]*:?-+:?[ \t]*$/.test(cell)) ? cells.length : 0;
}

/**
 * The cells of a table's row, as GFM cuts it; `start` is the offset of the row, which starts with no white space.
 * A cell without words is the place where they would be typed.
 */
export function readCells(row: string, start: number): Part[] {
  const dividers = findDividers(row);
  const isOpen = dividers[0] !== 0;
  const starts = isOpen ? [-1, ...dividers] : dividers;
  const cells = starts.map((divider, index) => {
    const written = row.slice(divider + 1, starts[index + 1] ?? row.length);
    const text = written.replace(/^[ \t]+/, "");
    const lead = text === "" ? Math.min(written.length, 1) : written.length - text.length;
    return cellAt(start + divider + 1 + lead, text);
  });
  // What follows the last divider is a cell only if there are words in it.
  if (cells.length > 1 && cells.at(-1)?.text === "") cells.pop();
  return cells;
}

function cellAt(start: number, written: string): Part {
  const text = trimEnd(written, " \t");
  return { span: { start, end: start + text.length }, text };
}

/** Where the pipes stand that are not escaped. */
function findDividers(row: string): number[] {
  const dividers: number[] = [];
  for (let place = 0; place < row.length; place++) {
    if (row[place] === "|") dividers.push(place);
    else if (row[place] === "\\" && /[\\|]/.test(row[place + 1] ?? "")) place++;
  }
  return dividers;
}

/**
 * A table of these rows, the head first, and as words below it what stands from the first row without pipes on.
 * `slice` answers what stands in the text, `mask` masks the words of one line; undefined in doubt.
 */
export function readTable(
  rows: readonly Line[],
  delimiters: Line,
  slice: (span: Span) => string,
  mask: (words: string) => string | undefined,
): Block[] | undefined {
  const first = rows.findIndex(({ words }) => !words.includes("|"));
  const inTable = first > 0 ? rows.slice(0, first) : rows;
  const cells = inTable.map(({ text, start, wordsStart }) => readCells(text.slice(wordsStart - start), wordsStart));
  const start = rows[0]?.wordsStart ?? 0;
  const last = rows.length > 1 ? rows.at(-1) : delimiters;
  const end = last ? last.wordsStart + last.words.length : start;
  if (first <= 0) return [{ kind: "table", span: { start, end }, rows: cells }];
  const below = rows.slice(first);
  const span = { start: below[0]?.wordsStart ?? end, end };
  const masked = maskLines(below, span.start, slice(span), mask);
  const lastInTable = inTable.at(-1);
  if (masked === undefined || !lastInTable) return undefined;
  const tableEnd = lastInTable.start + lastInTable.text.length;
  return [
    { kind: "table", span: { start, end: tableEnd }, rows: cells },
    { kind: "paragraph", span, words: { span, masked } },
  ];
}

/** Each line of its own, as the single cell that it is to GFM. */
function maskLines(
  lines: readonly Line[],
  start: number,
  written: string,
  mask: (words: string) => string | undefined,
): string | undefined {
  let masked = "";
  for (const { words, wordsStart } of lines) {
    const own = words.includes("|") ? undefined : mask(words);
    if (own === undefined) return undefined;
    masked += written.slice(masked.length, wordsStart - start) + own;
  }
  return masked;
}
