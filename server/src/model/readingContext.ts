import type { Format } from "./format";
import type { People, Reading, SectionKind } from "./note";
import type { Lexicon } from "./notSpeakers";
import type { ActionMarkers } from "./readActions";

/** What the whole note says of how its passages are to be read. */
export interface ReadingContext {
  readonly format: Format;
  readonly lexicon: Lexicon;
  /** Labels that mark a decision, in comparable form. */
  readonly decisionLabels: ReadonlySet<string>;
  readonly actionMarkers: ActionMarkers;
  readonly people: People;
  /** Whether speakers go by initials or abbreviations, so that any may. */
  readonly usesInitials: boolean;
  /** Whether several who speak go by handles in small letters. */
  readonly usesHandles: boolean;
  /** Labels that stand before a colon or in brackets more than once. */
  readonly recurring: ReadonlySet<string>;
}

/** Where a passage stands; one object for each such place, to be compared by identity. */
export interface Where {
  /** Whether it opens a section, is something said, lists people, or is the title's or the attendee table's. */
  readonly as: "section" | "said" | "people" | "skipped";
  /** What its section is for; `other` for one that the form does not know; absent outside of sections. */
  readonly section?: SectionKind;
  /** Whether a heading within the section is above it. */
  readonly isNested: boolean;
  /** Whether it is of a list of action items below a line that only names somebody. */
  readonly isOwned?: true;
}

/** Whether a reading says the same in another context: the people are the same, and whoever was in doubt still is. */
export function holdsIn(context: ReadingContext, before: ReadingContext, { doubtful }: Reading): boolean {
  const { people, usesInitials, usesHandles, recurring } = before;
  if (people !== context.people || usesInitials !== context.usesInitials) return false;
  if (usesHandles !== context.usesHandles) return false;
  return doubtful.every((label) => recurring.has(label) === context.recurring.has(label));
}
