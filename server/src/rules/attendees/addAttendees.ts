import type { AttendeeRow, ListedPeople, Note, Section } from "../../model/note";
import { isEllipsis, isTemplateText } from "../../model/standIns";
import type { Edit } from "../../text/edit";
import { endOfLine, startOfLine } from "../place";

/** The edit that adds names to the attendee list, in the list's own form; undefined in a note that has none. */
export function addAttendees(note: Note, names: readonly string[]): Edit | undefined {
  const row = note.table?.rows.find((candidate) => candidate.kind === "attending");
  if (row) return addToRow(note, row, names);
  const list = longestList(note);
  if (list) return addToList(note, list, names);
  const section = note.sections.find(({ form }) => form?.role === "attendees");
  return section && addBelow(note, section, names);
}

function addToRow(note: Note, row: AttendeeRow, names: readonly string[]): Edit {
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

function longestList({ lists }: Note): ListedPeople | undefined {
  const attending = lists.filter(({ role }) => role === "attendees");
  const most = Math.max(...attending.map(({ entries }) => entries.length));
  return attending.find(({ entries }) => entries.length === most);
}

function addToList(note: Note, list: ListedPeople, names: readonly string[]): Edit | undefined {
  const [first] = list.entries;
  const last = list.entries.at(-1);
  if (!first || !last) return list.label && behindLabel(note, list.label.span.end, names);
  const joint = list.form === "line" ? ", " : jointOf(note, list);
  const isUnfilled = list.entries.every(({ text }) => isTemplateText(text) || isEllipsis(text));
  if (isUnfilled && list.form !== "columns") {
    return { span: { start: first.span.start, end: last.span.end }, newText: names.join(joint) };
  }
  const place = placeBehind(note, list, last.span.end);
  const hasComma = list.form === "line" && note.text[place] === ",";
  const at = hasComma ? place + 1 : place;
  const added = names.map((name) => (hasComma ? ` ${name}` : joint + name + closing(note, list)));
  return { span: { start: at, end: at }, newText: added.join(hasComma ? "," : "") };
}

/** Behind the name, its line with all in it, or the bullet with all nested in it. */
function placeBehind({ text }: Note, { form, span }: ListedPeople, end: number): number {
  if (form === "line") return end;
  return form === "bullets" ? span.end : endOfLine(text, end);
}

/** What stands between two names that have lines of their own: the line end, and the marker or pipe before the name. */
function jointOf({ text, lineEnding }: Note, { entries, form }: ListedPeople): string {
  const [last, before] = [entries.at(-1), entries.at(-2)];
  if (!last) return lineEnding;
  const lead = text.slice(startOfLine(text, last.span.start), last.span.start);
  const isApart = form === "lines" && before && /[\r\n]\s*[\r\n]/.test(text.slice(before.span.end, last.span.start));
  const hardBreak = form === "lines" && !isApart ? (/^(?: {2,}|\\)/.exec(text.slice(last.span.end))?.[0] ?? "") : "";
  const hasBreak = text.slice(last.span.end, endOfLine(text, last.span.end)) === hardBreak;
  return `${hasBreak ? "" : hardBreak}${lineEnding}${isApart ? lineEnding : ""}${lead}`;
}

/** The cells behind a name, all of them empty. */
function closing({ text }: Note, { entries, form }: ListedPeople): string {
  const last = entries.at(-1);
  if (!last || (form !== "column" && form !== "columns")) return "";
  const pipes = text.slice(last.span.end, endOfLine(text, last.span.end)).match(/(?<!\\)\|/g) ?? [];
  return " |".repeat(pipes.length);
}

function behindLabel({ text }: Note, end: number, names: readonly string[]): Edit {
  const line = text.slice(end, endOfLine(text, end));
  const place = end + line.trimEnd().length;
  return { span: { start: place, end: place }, newText: ` ${names.join(", ")}` };
}

/** A list below the heading of a section without any. */
function addBelow({ lineEnding, readings }: Note, { head }: Section, names: readonly string[]): Edit {
  const markers = readings.flatMap(({ statements }) => statements.flatMap(({ item }) => item?.marker ?? []));
  const marker = markers.find((one) => /^[-*+]$/.test(one)) ?? "*";
  const lines = names.map((name) => `${marker} ${name}`).join(lineEnding);
  return { span: { start: head.end, end: head.end }, newText: `${lineEnding}${lineEnding}${lines}` };
}
