import type { AttendeeTable, Note, TableDefect } from "../../model/note";
import type { Edit } from "../../text/edit";
import { LineIndex, lineEnding } from "../../text/lines";
import { trimEnd } from "../../text/trim";
import { firstLineOf } from "../place";
import { mostRelated, type Rule } from "../rule";
import { writeTable } from "./writeTable";

const messages: Readonly<Record<TableDefect["kind"], string>> = {
  "no delimiter row": 'Unexpected table without a delimiter row, expected "| --- | --- |" below its first row',
  "column count": "Unexpected number of columns in the attendee table, expected two",
  "no leading pipe": 'Unexpected row without a leading pipe, expected "|" before its label',
  "cut off": "Unexpected row apart from the attendee table, expected it within the table",
  "wrapped row": "Unexpected line within a row of the attendee table, expected the row in one line",
  "in a fence": "Unexpected attendee table in a code block, expected a Markdown table",
};

/** Reports an attendee table that Markdown does not read as one. */
export const attendeesTable: Rule<"attendees-table"> = {
  id: "attendees-table",
  summary: "The attendee table is broken, so that Markdown does not show it as a table.",
  severity: "warning",
  *check(note) {
    const { table, text } = note;
    const [first, ...others] = [...(table?.defects ?? [])].sort((a, b) => a.span.start - b.span.start);
    if (!table || !first) return;
    const edit = rebuildTable(note, table);
    yield {
      at: firstLineOf(text, first.span),
      message: messages[first.kind],
      related: others
        .slice(0, mostRelated)
        .map(({ kind, span }) => ({ at: firstLineOf(text, span), message: messages[kind] })),
      fixes: edit ? [{ title: "Rebuild the attendee table", edits: [edit], safe: true }] : [],
    };
  },
};

/** The table written anew; undefined where that would lose a word. */
function rebuildTable({ text }: Note, { span, rows }: AttendeeTable): Edit | undefined {
  const ending = lineEnding(text);
  const cells = rows.map(({ label, value }): [string, string] => [label.text, joinCells(value.text)]);
  const table = writeTable(cells, ending);
  if (wordsOf(table) !== wordsOf(text.slice(span.start, span.end))) return undefined;
  const lines = new LineIndex(text);
  const isBlank = (line: number) => {
    const { start, end } = lines.lineSpan(line);
    return line < 0 || line >= lines.lineCount || text.slice(start, end).trim() === "";
  };
  const before = isBlank(lines.lineAt(span.start) - 1) ? "" : ending;
  const behind = isBlank(lines.lineAt(span.end) + 1) ? "" : ending;
  return { span, newText: before + table + behind };
}

/** Names in cells of their own become a list, in one line. */
function joinCells(value: string): string {
  const cells = value.split(/(?<!\\)\|/).map((cell) => trimEnd(inOneLine(cell), " \t,"));
  return cells.filter((cell) => cell !== "").join(", ");
}

function inOneLine(text: string): string {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}

function wordsOf(text: string): string {
  return (text.replace(/^[ \t]*(?:```|~~~).*$/gm, "").match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(" ");
}
