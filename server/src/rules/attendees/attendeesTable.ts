import type { TableDefect } from "../../model/note";
import { firstLineOf } from "../place";
import { mostRelated, type Rule } from "../rule";
import { rebuildTable } from "./rebuildTable";

/** What stands in a fence is another rule's matter. */
const messages: Readonly<Record<Exclude<TableDefect["kind"], "in a fence">, string>> = {
  "no delimiter row": 'Unexpected table without a delimiter row, expected "| --- | --- |" below its first row',
  "column count": "Unexpected number of columns in the attendee table, expected two",
  "no leading pipe": 'Unexpected row without a leading pipe, expected "|" before its label',
  "cut off": "Unexpected row apart from the attendee table, expected it within the table",
  "wrapped row": "Unexpected line within a row of the attendee table, expected the row in one line",
};

/** Reports an attendee table that Markdown does not read as one. */
export const attendeesTable: Rule<"attendees-table"> = {
  id: "attendees-table",
  summary: "The attendee table is broken, so that Markdown does not show it as a table.",
  severity: "warning",
  *check(note) {
    const { table, text } = note;
    const defects = (table?.defects ?? []).flatMap(({ kind, span }) => (kind === "in a fence" ? [] : [{ kind, span }]));
    if (defects.length < (table?.defects.length ?? 0)) return;
    const [first, ...others] = defects.sort((a, b) => a.span.start - b.span.start);
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
