import type { ChunkedText } from "../parse/chunkedText";
import { comparable, comparableNames } from "../text/compare";
import { letterTest } from "../text/letters";
import { rememberingOf } from "../text/remembering";
import { type Draft, DraftReader } from "./draft";
import type { Format, ReadingOptions } from "./format";
import type { Attendee, People, Person, Roster } from "./note";
import { NoteOfReadings } from "./noteOfReadings";
import { Lexicon } from "./notSpeakers";
import { countLabels } from "./pageFacts";
import { type ActionMarkers, actionMarkersOf } from "./readActions";
import type { ReadingContext, Where } from "./readingContext";
import { PeopleReader, type ReadPeople } from "./readPeople";
import { presentersOf } from "./readPresenters";
import { areSameSets } from "./remembered";
import { nobodyKnown } from "./roster";
import type { SectionNames } from "./sectionNames";
import { findSpokenNames, type SpokenName } from "./spokenNames";

/** The labels, comparable, that are no speakers in notes of a format and for a user; made once for all such notes. */
const labelsOf = rememberingOf(({ title, turns }: Format) =>
  rememberingOf((labels: ReadingOptions["labels"]): ReadonlySet<string> => {
    return new Set([...title.fields, ...turns.labels, ...labels].map(comparable));
  }),
);

const nowhere: Where = { as: "said", isNested: false };

/**
 * Reads one version of a text after the other as a meeting note of a format; total: any text gives a note, the same
 * as a reader gives that never saw another version. What an edit did not touch is not read again.
 */
export class NoteReader {
  readonly #drafts: DraftReader;
  readonly #lexicon: Lexicon;
  readonly #decisionLabels: ReadonlySet<string>;
  readonly #actionMarkers: ActionMarkers;
  readonly #people: PeopleReader;
  #context: ReadingContext | undefined;
  #note: NoteOfReadings | undefined;
  #counted: { readonly draft: Draft; readonly counts: ReadonlyMap<string, number> } | undefined;

  constructor(
    private readonly format: Format,
    private readonly options: ReadingOptions,
  ) {
    this.#drafts = new DraftReader(format);
    this.#people = new PeopleReader({ aliases: options.aliases, groups: format.turns.groups });
    this.#lexicon = new Lexicon(labelsOf(format)(options.labels));
    this.#decisionLabels = comparableNames(format.decisions.labels);
    this.#actionMarkers = actionMarkersOf(format.actions.markers);
  }

  /** The text as it is before anybody knows who speaks in it. */
  draft(cut: ChunkedText): Draft {
    return this.#drafts.read(cut);
  }

  /** The names of the format's sections. */
  get names(): SectionNames {
    return this.#drafts.names;
  }

  /** Whom a text names as present, and under which names others speak in it; what they say is not read. */
  presence(cut: ChunkedText): { readonly people: readonly Person[]; readonly spoken: readonly SpokenName[] } {
    const draft = this.draft(cut);
    const { attendees, people } = this.#peopleOf(draft, nobodyKnown);
    const counts = this.#countsIn(draft);
    const lexicon = this.#lexicon;
    const spoken = findSpokenNames(draft, { counts, people, lexicon, usesHandles: usesHandles(counts, lexicon) });
    return { people: [...attendees, ...people.presenters], spoken };
  }

  /** The note, in which the roster's people are known; the same object as the last time for the same text and roster. */
  read(cut: ChunkedText, roster: Roster = nobodyKnown): NoteOfReadings {
    const draft = this.draft(cut);
    if (this.#note?.draft === draft && this.#note.people.roster === roster) return this.#note;
    const { passages, wheres } = draft;
    const people = this.#peopleOf(draft, roster);
    const context = this.#readContext(draft, people.people);
    const readings = passages.map((passage, index) => passage.read(context, wheres[index] ?? nowhere));
    this.#note = new NoteOfReadings(draft, people, readings, context, this.format, this.options, this.#note);
    return this.#note;
  }

  #peopleOf({ lists, pages }: Draft, roster: Roster): ReadPeople {
    const presenters = pages.derive(presentersOf).flatMap(({ value }): readonly Attendee[] => value);
    return this.#people.read(lists, presenters, roster);
  }

  #readContext(draft: Draft, people: People): ReadingContext {
    const counts = this.#countsIn(draft);
    const context: ReadingContext = {
      format: this.format,
      lexicon: this.#lexicon,
      decisionLabels: this.#decisionLabels,
      actionMarkers: this.#actionMarkers,
      people,
      usesInitials: usesInitials(counts.keys(), people),
      usesHandles: usesHandles(counts, this.#lexicon),
      recurring: new Set([...counts].flatMap(([label, count]) => (count > 1 ? [label] : []))),
    };
    if (!this.#context || !isSame(this.#context, context)) this.#context = context;
    return this.#context;
  }

  /** How often each label stands before a colon or in brackets. */
  #countsIn(draft: Draft): ReadonlyMap<string, number> {
    if (this.#counted?.draft === draft) return this.#counted.counts;
    const counts = new Map<string, number>();
    for (const { value } of draft.pages.derive(countLabels)) {
      for (const [label, count] of value) counts.set(label, (counts.get(label) ?? 0) + count);
    }
    this.#counted = { draft, counts };
    return counts;
  }
}

const areInitials = letterTest(String.raw`^[\p{L}]?[\p{Lu}]{1,3}$`);

/** In a note that lists nobody, fewer labels that are somebody's initials may be acronyms. */
const fewestInitials = 3;

/** Whether somebody of the note speaks by initials or an abbreviation; of the group, where the note lists nobody. */
function usesInitials(labels: Iterable<string>, people: People): boolean {
  let known = 0;
  for (const label of labels) {
    const who = areInitials(label) ? people.resolve(label) : undefined;
    if (who?.kind !== "one" && who?.kind !== "known") continue;
    if (who.way !== "initials" && who.way !== "abbreviation") continue;
    if (who.kind === "one") return true;
    known++;
  }
  return known >= fewestInitials && people.all.every(({ listed }) => !listed);
}

/** So often somebody speaks under a handle, and so many such people there are, where handles are usual. */
const fewestTurns = 3;
const fewestHandles = 2;

/** Whether several who speak, known or not, go by handles in small letters. */
function usesHandles(counts: ReadonlyMap<string, number>, lexicon: Lexicon): boolean {
  let handles = 0;
  for (const [label, count] of counts) if (count >= fewestTurns && lexicon.looksLikeHandle(label)) handles++;
  return handles >= fewestHandles;
}

function isSame(first: ReadingContext, second: ReadingContext): boolean {
  if (first.people !== second.people || first.usesInitials !== second.usesInitials) return false;
  if (first.usesHandles !== second.usesHandles) return false;
  return areSameSets(first.recurring, second.recurring);
}
