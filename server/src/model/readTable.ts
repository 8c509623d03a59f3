import type { Block, ParagraphBlock, TableBlock } from "../parse/blocks";
import { comparable, comparableNames } from "../text/compare";
import { LineIndex } from "../text/lines";
import { type Part, type Span, trimPart } from "../text/span";
import { trimEnd } from "../text/trim";
import type { Format } from "./format";
import type { AttendeeRow, AttendeeTable, TableDefect } from "./note";

/**
 * The attendee table: the one that Markdown sees, together with rows that it lost,
 * or what looks like one in a paragraph or a fence before the note's first bullet.
 */
export function readTable(text: string, blocks: readonly Block[], format: Format): AttendeeTable | undefined {
  const reach = blocks.findIndex((block) => block.kind === "item");
  const head = reach < 0 ? blocks : blocks.slice(0, reach);
  for (const [index, block] of head.entries()) {
    const read =
      block.kind === "table"
        ? withLostRows(text, readMarkdownTable(text, block, format), head[index + 1], format)
        : block.kind === "paragraph" || block.kind === "code"
          ? readLines(text, block, format)
          : undefined;
    if (read?.rows.some((row) => row.kind !== "other")) return read;
  }
  return undefined;
}

function readMarkdownTable(text: string, block: TableBlock, format: Format): AttendeeTable {
  const columns = block.rows[0]?.length ?? 0;
  // A list of one column, or of people by columns, says who was there in another way.
  if (columns < 2) return { span: block.span, rows: [], defects: [] };
  const rows: AttendeeRow[] = [];
  const defects: TableDefect[] = [];
  for (const [label, ...values] of block.rows) {
    const [first] = values;
    if (!label || (label.text === "" && values.every((value) => value.text === ""))) continue;
    const end = values.filter((value) => value.text !== "").at(-1) ?? first ?? cellBehind(text, label);
    const before = rows.at(-1);
    if (before && before.kind !== "other" && goesOnWith(text, label, values)) {
      rows.splice(-1, 1, {
        ...before,
        value: { span: { start: before.value.span.start, end: label.span.end }, text: "" },
      });
      defects.push({ kind: "wrapped row", span: label.span });
      continue;
    }
    const span = { start: first?.span.start ?? end.span.start, end: end.span.end };
    rows.push(rowOf(label, { span, text: "" }, format));
    if (values.length + 1 > Math.max(columns, 2))
      defects.push({ kind: "column count", span: { start: label.span.start, end: span.end } });
  }
  return { span: block.span, rows, defects };
}

/** Whether a row is the rest of the one above it: names without a pipe before them, and nothing in other cells. */
function goesOnWith(text: string, label: Part, others: readonly Part[]): boolean {
  let start = label.span.start;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  const isFirst = start === 0 || /[\r\n]/.test(text.charAt(start - 1));
  return isFirst && label.text !== "" && others.every((other) => other.text === "");
}

/**
 * What Markdown lost of a table goes on in the paragraph below it: the rest of a row right behind it,
 * rows behind an empty line.
 */
function withLostRows(text: string, table: AttendeeTable, next: Block | undefined, format: Format): AttendeeTable {
  const filled = { ...table, rows: table.rows.map((row) => ({ ...row, value: trimPart(text, row.value.span) })) };
  if (next?.kind !== "paragraph" || !hasPeople(filled)) return filled;
  const wrapped = withWrappedRow(text, filled, next);
  const lost = readLines(text, next, format);
  if (!lost || !hasPeople(lost)) return wrapped;
  return {
    span: { start: table.span.start, end: lost.span.end },
    rows: [...wrapped.rows, ...lost.rows],
    defects: wrapped === filled ? [...wrapped.defects, { kind: "cut off", span: lost.span }] : wrapped.defects,
  };
}

function hasPeople(table: AttendeeTable): boolean {
  return table.rows.some((row) => row.kind !== "other");
}

/** Names that go on in the lines right below their row, as long as the lines hold neither a pipe nor a label. */
function withWrappedRow(text: string, table: AttendeeTable, next: ParagraphBlock): AttendeeTable {
  const last = table.rows.at(-1);
  const between = text.slice(table.span.end, next.span.start);
  if (!last || last.kind === "other" || /[\r\n].*[\r\n]/s.test(between.replaceAll("\r\n", "\n"))) return table;
  // The lines before the first one with a pipe or a label.
  const { masked } = next.words;
  const stop = masked.search(/[|:]/);
  const lines = stop < 0 ? masked : (/^.*[\r\n]/s.exec(masked.slice(0, stop))?.[0] ?? "");
  const end = next.words.span.start + trimEnd(lines, " \t\r\n").length;
  if (end === next.words.span.start) return table;
  const value = trimPart(text, { start: last.value.span.start, end });
  return {
    span: { start: table.span.start, end },
    rows: [...table.rows.slice(0, -1), { ...last, value }],
    defects: [...table.defects, { kind: "wrapped row", span: { start: next.words.span.start, end } }],
  };
}

/** Rows that stand in a paragraph or a fence, line by line. */
function readLines(text: string, block: Block, format: Format): AttendeeTable | undefined {
  const source = text.slice(block.span.start, block.span.end);
  const lines = new LineIndex(source);
  const rows: AttendeeRow[] = [];
  const defects: TableDefect[] = [];
  let delimiter: Span | undefined;
  let first: Span | undefined;
  let last: Span | undefined;
  for (let line = 0; line < lines.lineCount; line++) {
    const { start, end } = lines.lineSpan(line);
    const span = { start: block.span.start + start, end: block.span.start + end };
    const words = source.slice(start, end);
    if (!words.includes("|")) {
      // A fence that holds more than a table quotes a note, and is none.
      if (block.kind === "code" && !/^\s*(?:`{3,}|~{3,}|$)/.test(words)) return undefined;
      continue;
    }
    first ??= span;
    last = span;
    if (isDelimiter(words)) delimiter = span;
    const row = rowOfLine(text, span, format);
    if (!row) continue;
    rows.push(row);
    if (!/^\s*\|/.test(words)) defects.push({ kind: "no leading pipe", span });
  }
  if (!first || !last || rows.length === 0) return undefined;
  if (block.kind === "code") defects.unshift({ kind: "in a fence", span: block.span });
  else if (delimiter) defects.unshift({ kind: "column count", span: delimiter });
  else defects.unshift({ kind: "no delimiter row", span: first });
  return { span: block.kind === "code" ? block.span : { start: first.start, end: last.end }, rows, defects };
}

function rowOfLine(text: string, span: Span, format: Format): AttendeeRow | undefined {
  const line = text.slice(span.start, span.end);
  if (isDelimiter(line)) return undefined;
  const labelStart = /^\s*\|?/.exec(line)?.[0].length ?? 0;
  const pipe = line.indexOf("|", labelStart);
  if (pipe < 0) return undefined;
  const whole = trimEnd(line, " \t");
  const valueEnd = whole.endsWith("|") && whole.length - 1 > pipe ? whole.length - 1 : whole.length;
  const label = trimPart(text, { start: span.start + labelStart, end: span.start + pipe });
  const value = trimPart(text, { start: span.start + pipe + 1, end: span.start + Math.max(pipe + 1, valueEnd) });
  return label.text === "" ? undefined : rowOf(label, value, format);
}

/** A line of pipes, dashes and what slipped in between; an empty row is one too. */
function isDelimiter(line: string): boolean {
  return !/[\p{L}\p{N}]/u.test(line);
}

function rowOf(label: Part, value: Part, format: Format): AttendeeRow {
  const name = comparable(label.text.replace(/[*_]{1,2}|:$/g, ""));
  const { attending, noteTaker } = format.attendees;
  if (comparableNames(attending).has(name)) return { label, value, kind: "attending" };
  return { label, value, kind: comparableNames(noteTaker).has(name) ? "note taker" : "other" };
}

/** The empty cell that is not there: behind the label's pipe, or behind the label where the row ends with it. */
function cellBehind(text: string, { span: { end } }: Part): Part {
  let start = end;
  while (text[start] === " " || text[start] === "\t") start++;
  if (text[start] !== "|") start = end - 1;
  return { span: { start: start + 1, end: start + 1 }, text: "" };
}
