import { isTemplateText } from "../../model/standIns";
import { firstLineOf } from "../place";
import type { Rule } from "../rule";

/** Reports an attendee list that names nobody, in a note that is written up. */
export const attendeesEmpty: Rule<"attendees-empty"> = {
  id: "attendees-empty",
  summary: "The attendee list of a written-up note names nobody.",
  severity: "warning",
  *check(note) {
    const list = note.lists.find(({ role }) => role === "attendees");
    const section = note.sections.find(({ form }) => form?.role === "attendees");
    const at = list?.label ?? section?.name ?? list;
    if (!at || note.state !== "written" || note.attendees.length > 0) return;
    // Template text in the list is reported as such.
    const entries = note.lists.flatMap((one) => (one.role === "attendees" ? one.entries : []));
    if (entries.some(({ text }) => isTemplateText(text))) return;
    const span = firstLineOf(note.text, at.span);
    yield { at: span, message: "Unexpected empty attendee list, expected the names of those who were there" };
  },
};
