import type { Note, Resolution } from "../../model/note";
import type { Part } from "../../text/span";
import type { Fix, Rule } from "../rule";
import { addAttendees } from "./addAttendees";

/** Reports a note taker who is not among the attendees. */
export const noteTakerUnlisted: Rule<"note-taker-unlisted"> = {
  id: "note-taker-unlisted",
  summary: "The note taker is not among the attendees.",
  severity: "hint",
  *check(note) {
    if (note.attendees.length === 0) return;
    for (const { label, who } of note.noteTakers) {
      if (who.kind !== "unknown" && who.kind !== "near miss") continue;
      const expected = who.kind === "near miss" ? `"${who.name}"` : "one of the attendees";
      yield {
        at: label.span,
        message: `Unexpected note taker "${label.text}", expected ${expected}`,
        fixes: fixesFor(note, label, who),
      };
    }
  },
};

function fixesFor(note: Note, { span, text }: Part, who: Resolution): Fix[] {
  if (who.kind === "near miss") {
    return [{ title: `Change to "${who.name}"`, edits: [{ span, newText: who.name }], safe: false }];
  }
  const addition = addAttendees(note, [text]);
  return addition ? [{ title: `Add "${text}" to the attendees`, edits: [addition], safe: false }] : [];
}
