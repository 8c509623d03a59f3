import type { Note } from "../../model/note";
import { isEllipsis, isTemplateText } from "../../model/standIns";
import type { Edit } from "../../text/edit";

/** The edit that adds names to the attendee list; undefined in a note that has none. */
export function addAttendees(note: Note, names: readonly string[]): Edit | undefined {
  const row = note.table?.rows.find((candidate) => candidate.kind === "attending");
  if (!row) return undefined;
  const { span, text } = row.value;
  const added = names.join(", ");
  if (isTemplateText(text) || isEllipsis(text)) return { span, newText: added };
  const end = { start: span.end, end: span.end };
  if (text !== "") return { span: end, newText: `${text.endsWith(",") ? " " : ", "}${added}` };
  const isCell = note.text.slice(row.label.span.end, span.start).includes("|");
  const before = isCell ? (note.text[span.start - 1] === "|" ? " " : "") : " | ";
  const behind = note.text[span.start] === "|" ? " " : "";
  return { span: end, newText: before + added + behind };
}
