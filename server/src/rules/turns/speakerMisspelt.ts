import type { Note, Resolution } from "../../model/note";
import { comparable } from "../../text/compare";
import { addAttendees } from "../attendees/addAttendees";
import type { Fix, Rule } from "../rule";
import { changeLabel, nameWithTurns, otherTurns, speakersByLabel } from "./speakersByLabel";

/** Reports a speaker's label that is an attendee's name with a slip, once for each label. */
export const speakerMisspelt: Rule<"speaker-misspelt"> = {
  id: "speaker-misspelt",
  summary: "A speaker's name is an attendee's name with a slip.",
  severity: "warning",
  *check(note) {
    for (const { who, places, first } of speakersByLabel(note, "near miss")) {
      // A second full name beside its near double would make their first name ambiguous.
      const listed = first.text.includes(" ") ? respelling(note, who, first.text) : undefined;
      const addition = first.text.includes(" ") ? undefined : addAttendees(note, [first.text]);
      const fixes: Fix[] = [changeLabel(places, who.name)];
      if (listed) fixes.push(listed);
      if (addition) fixes.push({ title: `Add "${first.text}" to the attendees`, edits: [addition], safe: false });
      yield {
        at: first.span,
        message: `Unexpected speaker ${nameWithTurns(places, first.text)}, expected "${who.name}"`,
        related: otherTurns(places),
        fixes,
      };
    }
  },
};

/** Of two spellings of a whole name it may be the list that has the wrong one, if nothing else in the note has it. */
function respelling(
  note: Note,
  { person, name }: Extract<Resolution, { kind: "near miss" }>,
  right: string,
): Fix | undefined {
  const entries = note.attendees.filter((attendee) => attendee.name === person.name);
  const [entry, ...others] = entries;
  if (!entry || others.length > 0 || name !== person.name || note.speaking.has(comparable(name))) return undefined;
  const start = note.text.indexOf(name, entry.span.start);
  const isOnlyPlace = note.text.indexOf(name) === start && note.text.lastIndexOf(name) === start;
  if (!isOnlyPlace || start + name.length > entry.span.end) return undefined;
  const edits = [{ span: { start, end: start + name.length }, newText: right }];
  return { title: `Change the attendee to "${right}"`, edits, safe: false };
}
