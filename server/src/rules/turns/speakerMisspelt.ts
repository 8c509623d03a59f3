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
      const addition = first.text.includes(" ") ? undefined : addAttendees(note, [first.text]);
      const fixes: Fix[] = [changeLabel(places, who.name)];
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
