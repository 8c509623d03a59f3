import type { Attendee, KnownPerson, Person, Statement } from "./note";
import type { Passage } from "./passage";
import { readAttendee, splitNames } from "./readAttendees";

const presenterLine = /^[*_]{0,2}presenters?[*_]{0,2}:[*_]{0,2}[ \t]+(\S.*)$/gim;

/** Who presents by a paragraph's line of its own that tells the abbreviation too: `Presenter: Ann Diaz (ADZ)`. */
export function presentersOf(passages: readonly Passage[]): readonly Attendee[] {
  return passages.flatMap(({ text, block }) => (block.kind === "paragraph" ? readPresenters(text, block) : []));
}

/** The same for a paragraph with those words; nobody else in it. */
export function readPresenters(text: string, { words }: Pick<Statement, "words">): Attendee[] {
  if (!words.masked.includes("resenter") && !words.masked.includes("RESENTER")) return [];
  const { start } = words.span;
  const presenters: Attendee[] = [];
  for (const match of text.slice(start, words.span.end).matchAll(presenterLine)) {
    const end = start + match.index + match[0].length;
    const entries = splitNames(text, { start: end - (match[1]?.length ?? 0), end });
    const people = entries.flatMap((entry) => readAttendee(entry, false) ?? []);
    presenters.push(...people.filter(({ name, abbreviations }) => abbreviations.length > 0 && name.includes(" ")));
  }
  return presenters;
}

/** Somebody who presents in the note itself. */
export function knownByPresenting({ name, nicknames, abbreviations, handles }: Person): KnownPerson {
  return { name, nicknames, abbreviations, handles, notes: 0, by: "presenting" };
}
