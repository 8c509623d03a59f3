import type { Format } from "../../model/format";
import type { Note } from "../../model/note";
import type { Edit } from "../../text/edit";
import { lineEnding } from "../../text/lines";
import { topOf } from "../place";
import type { Rule } from "../rule";
import { writeTable } from "./writeTable";

/** Reports a written-up note that nowhere lists who was there. */
export const attendeesMissing: Rule<"attendees-missing"> = {
  id: "attendees-missing",
  summary: "A written-up note has no attendee list.",
  severity: "warning",
  *check(note, format) {
    const hasRow = note.table?.rows.some((row) => row.kind === "attending") ?? false;
    if (hasRow || note.attendees.length > 0 || note.state !== "written") return;
    const edit = insertTable(note, format);
    const title = "Insert an attendee table with those who speak";
    yield {
      at: topOf(note),
      message: "Unexpected note without attendees, expected a table of those who were there",
      fixes: edit ? [{ title, edits: [edit], safe: false }] : [],
    };
  },
};

/** A table below the title; an empty one would only be the next finding. */
function insertTable(note: Note, format: Format): Edit | undefined {
  const names = namesOf(note);
  const { title, table: other, statements } = note;
  if (!title || other || names.length === 0) return undefined;
  // Below what is said, a table is no longer read as the attendees'.
  if (statements.some(({ words }) => words.span.start < title.span.start)) return undefined;
  const ending = lineEnding(note.text);
  const [attending = "", noteTaker = ""] = [format.attendees.attending[0], format.attendees.noteTaker[0]];
  const table = writeTable(
    [
      [attending, names.join(", ")],
      [noteTaker, ""],
    ],
    ending,
  );
  const place = title.span.end;
  const isApart = /^[ \t]*(?:$|(?:\r\n|\n|\r)[ \t]*(?:$|[\r\n]))/.test(note.text.slice(place));
  return { span: { start: place, end: place }, newText: ending + ending + table + (isApart ? "" : ending) };
}

/** Of all who speak, in the order in which they first do; the full name of whoever is known. */
function namesOf({ strangers, unlisted }: Note): string[] {
  const known = unlisted.map(({ people: [person, ...others], first }) => {
    return { name: others.length === 0 ? person.name : first.text, first };
  });
  return [...strangers, ...known].sort((a, b) => a.first.span.start - b.first.span.start).map(({ name }) => name);
}
