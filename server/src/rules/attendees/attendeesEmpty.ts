import { isTemplateText } from "../../model/standIns";
import type { Rule } from "../rule";

/** Reports an attendee list that names nobody, in a note that is written up. */
export const attendeesEmpty: Rule<"attendees-empty"> = {
  id: "attendees-empty",
  summary: "The attendee list of a written-up note names nobody.",
  severity: "warning",
  *check(note) {
    const row = note.table?.rows.find((candidate) => candidate.kind === "attending");
    if (!row || note.state !== "written" || note.attendees.length > 0) return;
    // Template text in the cell is reported as such.
    if (isTemplateText(row.value.text)) return;
    yield { at: row.label.span, message: "Unexpected empty attendee list, expected the names of those who were there" };
  },
};
