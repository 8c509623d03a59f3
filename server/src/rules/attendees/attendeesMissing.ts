import type { Format } from "../../model/format";
import type { Note, Title } from "../../model/note";
import type { Edit } from "../../text/edit";
import { lineEnding } from "../../text/lines";
import { topOf } from "../place";
import type { Rule } from "../rule";
import { listsAttendees } from "./listsAttendees";
import { writeTable } from "./writeTable";

/** Reports a written-up note that nowhere lists who was there. */
export const attendeesMissing: Rule<"attendees-missing"> = {
  id: "attendees-missing",
  summary: "A written-up note has no attendee list.",
  severity: "warning",
  *check(note, format) {
    if (listsAttendees(note) || note.state !== "written") return;
    const isTable = format.attendees.form === "row";
    const edit = isTable ? insertTable(note, format) : insertSection(note, format);
    const title = `Insert ${isTable ? "an attendee table" : "a list of attendees"} with those who speak`;
    yield {
      at: topOf(note),
      message: `Unexpected note without attendees, expected a ${isTable ? "table" : "list"} of those who were there`,
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
  return below(note, title, table);
}

/** A section below the title, one level down. */
function insertSection(note: Note, { sections }: Format): Edit | undefined {
  const names = note.strangers.map(({ name }) => name);
  const form = sections.find(({ role }) => role === "attendees");
  const { title, statements } = note;
  if (!title || !form || names.length === 0) return undefined;
  if (statements.some(({ words }) => words.span.start < title.span.start)) return undefined;
  const heading = `${"#".repeat(Math.min(6, title.level + 1))} ${form.name}`;
  const ending = lineEnding(note.text);
  return below(note, title, [heading, "", ...names.map((name) => `* ${name}`)].join(ending));
}

function below({ text }: Note, { span }: Title, block: string): Edit {
  const ending = lineEnding(text);
  const place = span.end;
  const isApart = /^[ \t]*(?:$|(?:\r\n|\n|\r)[ \t]*(?:$|[\r\n]))/.test(text.slice(place));
  return { span: { start: place, end: place }, newText: ending + ending + block + (isApart ? "" : ending) };
}

/** Of all who speak, in the order in which they first do; the full name of whoever is known. */
function namesOf({ strangers, unlisted }: Note): string[] {
  const known = unlisted.map(({ people: [person, ...others], first }) => {
    return { name: others.length === 0 ? person.name : first.text, first };
  });
  return [...strangers, ...known].sort((a, b) => a.first.span.start - b.first.span.start).map(({ name }) => name);
}
