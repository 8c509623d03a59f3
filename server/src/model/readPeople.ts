import type { Attendee, AttendeeTable, People, Speaker } from "./note";
import { createPeople, type PeopleOptions } from "./people";
import { readAttendee, splitNames } from "./readAttendees";
import { readSpeakers } from "./readSpeakers";

/** Whom a note names as present. */
export interface ReadPeople {
  readonly attendees: readonly Attendee[];
  readonly noteTakers: readonly Speaker[];
  readonly people: People;
}

/** Reads the attendees and note takers of the attendee table, and whom a label means by them. */
export function readPeople(text: string, table: AttendeeTable | undefined, options: PeopleOptions): ReadPeople {
  const entriesOf = (kind: "attending" | "note taker") =>
    (table?.rows ?? []).filter((row) => row.kind === kind).flatMap((row) => splitNames(text, row.value.span));
  const attendees = entriesOf("attending").flatMap((entry) => readAttendee(entry, true) ?? []);
  // Whoever took notes was there, whoever else is known by that name.
  const { roster, ...own } = options;
  const listed = createPeople(attendees, own);
  const noteTakers: Speaker[] = [];
  const unlisted: Attendee[] = [];
  for (const entry of entriesOf("note taker")) {
    const named = readAttendee(entry, false);
    if (!named) continue;
    const [speaker] = readSpeakers(text, entry, listed);
    const byName = listed.resolve(named.name);
    const who = speaker && speaker.who.kind !== "unknown" ? speaker.who : byName;
    noteTakers.push({ label: entry, who });
    if (who.kind === "unknown") unlisted.push(named);
  }
  const people = roster || unlisted.length > 0 ? createPeople([...attendees, ...unlisted], options) : listed;
  return { attendees, noteTakers, people };
}
