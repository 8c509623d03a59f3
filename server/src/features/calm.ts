import type { RuleId } from "../rules/index";
import type { Finding } from "../rules/rule";
import { touches } from "../text/span";
import type { OpenNote } from "./openNote";

/**
 * The findings that do not disturb somebody who writes on the line (from 0): none that touches it, and while it is
 * one of the attendee table's, none that may come of a name half written there. All of them without a line.
 */
export function calmFindings({ document, note, findings }: OpenNote, line: number | undefined): readonly Finding[] {
  if (line === undefined) return findings;
  const edited = document.lines.lineSpan(line);
  const isAttendee = note.table !== undefined && touches(note.table.span, edited);
  return findings.filter(({ at, rule }) => !touches(at, edited) && !(isAttendee && rulesOfPeople.has(rule)));
}

/** What these say elsewhere in the note hangs on each letter of the attendee table. */
const rulesOfPeople: ReadonlySet<string> = new Set<RuleId>([
  "speaker-unknown",
  "speaker-misspelt",
  "speaker-ambiguous",
  "note-taker-unlisted",
  "action-owner-unknown",
  "attendee-duplicate",
]);
