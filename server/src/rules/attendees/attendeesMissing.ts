import type { Format } from "../../model/format";
import type { Note, Title } from "../../model/note";
import type { Edit } from "../../text/edit";
import { lineEnding } from "../../text/lines";
import { topOf } from "../place";
import type { Fix, Rule } from "../rule";
import { knownSections } from "../sections/knownSections";
import { listsAttendees } from "./listsAttendees";
import { writeTable } from "./writeTable";

/** Reports a written-up note that nowhere lists who was there. */
export const attendeesMissing: Rule<"attendees-missing"> = {
  id: "attendees-missing",
  summary: "A written-up note has no attendee list.",
  severity: "warning",
  *check(note, format) {
    if (listsAttendees(note) || note.state !== "written" || namesAttendees(note)) return;
    const isTable = format.attendees.form === "row";
    const title = `Insert ${isTable ? "an attendee table" : "a list of attendees"} with those who speak`;
    yield {
      at: topOf(note),
      message: `Unexpected note without attendees, expected a ${isTable ? "table" : "list"} of those who were there`,
      get fixes(): Fix[] {
        const edit = isTable ? insertTable(note, format) : insertSection(note, format);
        return edit ? [{ title, edits: [edit], safe: false }] : [];
      },
    };
  },
};

/** Whether a heading that the form does not know tells of attendees: below it they may be listed in whatever way. */
function namesAttendees({ sections }: Note): boolean {
  return sections.some(({ form, key }) => !form && /\b(?:attend|particip)/.test(key));
}

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

/** A section at its place among those that the note has, or below the title, one level down. */
function insertSection(note: Note, format: Format): Edit | undefined {
  const names = namesOf(note);
  const form = format.sections.find(({ role }) => role === "attendees");
  if (!form || names.length === 0) return undefined;
  const ending = lineEnding(note.text);
  const sectionOf = (level: number) =>
    [`${"#".repeat(Math.min(6, level))} ${form.name}`, "", ...names.map((name) => `* ${name}`)].join(ending);
  const ordered = knownSections(note, format).filter(
    ({ section }) => section.written === "heading" && !section.form?.isAnywhere,
  );
  const order = format.sections.indexOf(form);
  const next = ordered.find((other) => other.order > order)?.section;
  if (next) {
    const place = { start: next.head.start, end: next.head.start };
    return { span: place, newText: sectionOf(next.level) + ending + ending };
  }
  const { title, statements, text } = note;
  const last = ordered.at(-1)?.section;
  if (last) {
    const end = text.trimEnd().length;
    return { span: { start: end, end }, newText: ending + ending + sectionOf(last.level) };
  }
  if (!title || statements.some(({ words }) => words.span.start < title.span.start)) return undefined;
  return below(note, title, sectionOf(title.level + 1));
}

function below({ text }: Note, { span }: Title, block: string): Edit {
  const ending = lineEnding(text);
  const place = span.end;
  const isApart = /^[ \t]*(?:$|(?:\r\n|\n|\r)[ \t]*(?:$|[\r\n]))/.test(text.slice(place));
  return { span: { start: place, end: place }, newText: ending + ending + block + (isApart ? "" : ending) };
}

/** Of all who speak, in the order in which they first do; the full name of whoever is known. */
function namesOf({ strangers, unlisted, turns }: Note): string[] {
  const known = unlisted.map(({ people: [person, ...others], first }) => {
    return { name: others.length === 0 ? person.name : first.text, first };
  });
  // Who leads the meeting or takes notes is named without being listed.
  const named = turns.flatMap(({ speakers }) => {
    return speakers.flatMap(({ who, label }) => (who.kind === "one" ? [{ name: who.person.name, first: label }] : []));
  });
  const heard = [...strangers, ...known, ...named].sort((a, b) => a.first.span.start - b.first.span.start);
  return [...new Set(heard.map(({ name }) => name))];
}
