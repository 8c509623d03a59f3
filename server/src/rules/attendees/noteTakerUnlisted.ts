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
      const addition = addAttendees(note, [label.text]);
      const fixes: Fix[] = [];
      if (who.kind === "near miss") {
        const edits = [{ span: label.span, newText: who.name }];
        fixes.push({ title: `Change to "${who.name}"`, edits, safe: false });
      }
      if (addition) fixes.push({ title: `Add "${label.text}" to the attendees`, edits: [addition], safe: false });
      yield { at: label.span, message: `Unexpected note taker "${label.text}", expected one of the attendees`, fixes };
    }
  },
};
