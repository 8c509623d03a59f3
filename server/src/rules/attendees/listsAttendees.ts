import type { Note } from "../../model/note";

/** Whether the note has a place that lists who was there, empty or not; without one, nobody is known to be missing. */
export function listsAttendees({ lists, sections }: Note): boolean {
  return lists.some(({ role }) => role === "attendees") || sections.some(({ form }) => form?.role === "attendees");
}
