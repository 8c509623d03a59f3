import type { RuleId } from "../rules/index";
import type { Notice } from "../rules/rule";
import { touches } from "../text/span";
import type { NoticedNote } from "./openNote";

/**
 * The findings that do not disturb somebody who writes on the line (from 0): none that touches it, and while it is
 * one of a list of people, none that may come of a name half written there. All of them without a line.
 */
export function calmNotices({ document, lists, notices }: NoticedNote, line: number | undefined): readonly Notice[] {
  if (line === undefined) return notices;
  const edited = document.lines.lineSpan(line);
  const isAttendee = lists.some((list) => touches(list, edited));
  return notices.filter(({ at, rule }) => !touches(at, edited) && !(isAttendee && rulesOfPeople.has(rule)));
}

/** What these say elsewhere in the note hangs on each letter of the list of attendees. */
const rulesOfPeople: ReadonlySet<string> = new Set<RuleId>([
  "speaker-unknown",
  "speaker-misspelt",
  "speaker-ambiguous",
  "note-taker-unlisted",
  "action-owner-unknown",
  "attendee-duplicate",
  "attendee-near-duplicate",
  "attendee-unseparated",
]);
