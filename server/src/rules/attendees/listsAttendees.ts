import type { Note } from "../../model/note";

/** Whether the note has a place that lists who was there, even if nobody stands in it yet. */
export function listsAttendees({ lists, sections }: Note): boolean {
  return lists.some(({ role }) => role === "attendees") || sections.some(({ form }) => form?.role === "attendees");
}
