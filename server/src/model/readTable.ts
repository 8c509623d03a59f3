import type { Block, TableBlock } from "../parse/blocks";
import { sameWords } from "../text/compare";
import { LineIndex } from "../text/lines";
import { type Part, type Span, trimPart } from "../text/span";
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
        ? withLostRows(text, readMarkdownTable(block, format), head[index + 1], format)
        : block.kind === "paragraph" || block.kind === "code"
          ? readLines(text, block, format)
          : undefined;
    if (read?.rows.some((row) => row.kind !== "other")) return read;
  }
  return undefined;
}

function readMarkdownTable(block: TableBlock, format: Format): AttendeeTable {
  const columns = block.rows[0]?.length ?? 0;
  // A list of one column, or of people by columns, says who was there in another way.
  if (columns < 2) return { span: block.span, rows: [], defects: [] };
  const rows: AttendeeRow[] = [];
  const defects: TableDefect[] = [];
  for (const [label, ...values] of block.rows) {
    const [first] = values;
    if (!label || (label.text === "" && values.every((value) => value.text === ""))) continue;
    const end = values.filter((value) => value.text !== "").at(-1) ?? first ?? endOf(label);
    const span = { start: first?.span.start ?? end.span.start, end: end.span.end };
    rows.push(rowOf(label, { span, text: "" }, format));
    if (values.length + 1 > Math.max(columns, 2))
      defects.push({ kind: "column count", span: { start: label.span.start, end: span.end } });
  }
  return { span: block.span, rows, defects };
}

/** A table that was cut off by an empty line goes on in the paragraph below it. */
function withLostRows(text: string, table: AttendeeTable, next: Block | undefined, format: Format): AttendeeTable {
  const filled = { ...table, rows: table.rows.map((row) => ({ ...row, value: trimPart(text, row.value.span) })) };
  if (next?.kind !== "paragraph") return filled;
  const lost = readLines(text, next, format);
  if (!lost?.rows.some((row) => row.kind !== "other") || !filled.rows.some((row) => row.kind !== "other"))
    return filled;
  return {
    span: { start: table.span.start, end: lost.span.end },
    rows: [...filled.rows, ...lost.rows],
    defects: [...table.defects, { kind: "cut off", span: lost.span }],
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
    if (/^[\s|:-]*-[\s|:-]*$/.test(words)) delimiter = span;
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
  const match = /^(\s*\|?)([^|]*)\|(.*?)\|?\s*$/.exec(text.slice(span.start, span.end));
  const [, lead = "", labelWords = "", valueWords = ""] = match ?? [];
  if (!match || /^[\s|:-]*$/.test(labelWords + valueWords)) return undefined;
  const labelStart = span.start + lead.length;
  const valueStart = labelStart + labelWords.length + 1;
  const label = trimPart(text, { start: labelStart, end: labelStart + labelWords.length });
  const value = trimPart(text, { start: valueStart, end: valueStart + valueWords.length });
  if (label.text === "") return undefined;
  return rowOf(label, value, format);
}

function rowOf(label: Part, value: Part, format: Format): AttendeeRow {
  const name = label.text.replace(/[*_]{1,2}|:$/g, "").trim();
  const is = (labels: readonly string[]) => labels.some((other) => sameWords(other, name));
  const kind = is(format.attendees.attending) ? "attending" : is(format.attendees.noteTaker) ? "note taker" : "other";
  return { label, value, kind };
}

function endOf(part: Part): Part {
  return { span: { start: part.span.end, end: part.span.end }, text: "" };
}
