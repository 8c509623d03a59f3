import { mayShorten } from "../../model/handles";
import type { Note, Stranger } from "../../model/note";
import { addAttendees } from "../attendees/addAttendees";
import { listsAttendees } from "../attendees/listsAttendees";
import type { Fix, Rule } from "../rule";
import { changeLabel, nameWithTurns, otherTurns } from "./speakersByLabel";

/** Reports somebody who speaks and is not among the attendees, once for each person. */
export const speakerUnknown: Rule<"speaker-unknown"> = {
  id: "speaker-unknown",
  summary: "Somebody speaks who is not among the attendees.",
  severity: "information",
  *check(note) {
    if (note.state !== "written" || !listsAttendees(note)) return;
    for (const stranger of note.strangers) {
      const { name, places, first, keys } = stranger;
      if (mayShorten(keys, note.attendees)) continue;
      yield {
        at: first.span,
        message: `Unexpected speaker ${nameWithTurns(places, name)}, expected one of the attendees`,
        related: otherTurns(places),
        get fixes() {
          return fixesFor(note, stranger);
        },
      };
    }
  },
};

function fixesFor(note: Note, { name, places, hasOneLabel }: Stranger): Fix[] {
  const addition = addAttendees(note, [name]);
  const near = note.people.nearest(name);
  const fixes: Fix[] = [];
  if (addition) fixes.push({ title: `Add "${name}" to the attendees`, edits: [addition], safe: false });
  if (near) fixes.push(changeLabel(places, near));
  // Who speaks under several forms of a name is a person.
  if (hasOneLabel) fixes.push({ title: `Treat "${name}" as no speaker`, edits: [], safe: false, addLabel: name });
  return fixes;
}
