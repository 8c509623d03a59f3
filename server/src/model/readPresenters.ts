import type { Attendee } from "./note";
import { readAttendee, splitNames } from "./readAttendees";

const presenterLine = /^[*_]{0,2}presenters?[*_]{0,2}:[*_]{0,2}[ \t]+(\S.*)$/gim;

/** Who presents by a line of its own that tells the abbreviation too: `Presenter: Ann Diaz (ADZ)`; nobody else. */
export function readPresenters(text: string): Attendee[] {
  const presenters: Attendee[] = [];
  for (const match of text.matchAll(presenterLine)) {
    const end = match.index + match[0].length;
    const entries = splitNames(text, { start: end - (match[1]?.length ?? 0), end });
    const people = entries.flatMap((entry) => readAttendee(entry, false) ?? []);
    presenters.push(...people.filter(({ name, abbreviations }) => abbreviations.length > 0 && name.includes(" ")));
  }
  return presenters;
}
