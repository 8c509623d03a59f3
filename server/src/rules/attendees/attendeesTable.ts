import type { AttendeeTable, Note, TableDefect } from "../../model/note";
import type { Edit } from "../../text/edit";
import { lineEnding } from "../../text/lines";
import { firstLineOf } from "../place";
import type { Rule } from "../rule";
import { writeTable } from "./writeTable";

const messages: Readonly<Record<TableDefect["kind"], string>> = {
  "no delimiter row": 'Unexpected table without a delimiter row, expected "| --- | --- |" below its first row',
  "column count": "Unexpected number of columns in the attendee table, expected two",
  "no leading pipe": 'Unexpected row without a leading pipe, expected "|" before its label',
  "cut off": "Unexpected row apart from the attendee table, expected it within the table",
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
      related: others.map(({ kind, span }) => ({ at: firstLineOf(text, span), message: messages[kind] })),
      fixes: edit ? [{ title: "Rebuild the attendee table", edits: [edit], safe: true }] : [],
    };
  },
};

/** The table written anew; undefined where that would lose a word. */
function rebuildTable({ text }: Note, { span, rows }: AttendeeTable): Edit | undefined {
  const ending = lineEnding(text);
  const lines = rows.map(({ label, value }): [string, string] => [label.text, joinCells(value.text)]);
  const table = writeTable(lines, ending);
  if (wordsOf(table) !== wordsOf(text.slice(span.start, span.end))) return undefined;
  const isApart = (line: string) => line.trim() === "";
  const before = /[^\r\n]*(?:\r\n|\n|\r)?$/.exec(text.slice(0, span.start))?.[0] ?? "";
  const behind = /^[^\r\n]*(?:\r\n|\n|\r)?[^\r\n]*/.exec(text.slice(span.end))?.[0] ?? "";
  return { span, newText: (isApart(before) ? "" : ending) + table + (isApart(behind) ? "" : ending) };
}

/** Names in cells of their own become a list. */
function joinCells(value: string): string {
  return value.replace(/\s*,?\s*(?<!\\)\|\s*/g, ", ").replace(/(?:, )+$/, "");
}

function wordsOf(text: string): string {
  return (text.replace(/^\s*(?:```|~~~).*$/gm, "").match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(" ");
}
