import type { Block } from "../parse/blocks";
import { frontMatter } from "../parse/parseBlocks";
import { comparable } from "../text/compare";
import { lineEnding } from "../text/lines";
import { shiftPart, shiftSpan } from "../text/shift";
import type { Part, Span } from "../text/span";
import { dateFieldsFor, shiftDateField } from "./dateField";
import type { Draft } from "./draft";
import type { Format, ReadingOptions, TurnForm } from "./format";
import { nestTopics } from "./nestTopics";
import type {
  ActionItem,
  AttendeeTable,
  DateField,
  Decision,
  HeadingPlace,
  ListedAttendee,
  ListedPeople,
  Note,
  People,
  Reading,
  Section,
  Speaker,
  Statement,
  Stranger,
  Suppression,
  Title,
  Topic,
  Turn,
  UnclearSpeaker,
  UnfinishedTurn,
  Unlisted,
} from "./note";
import {
  dominantForm,
  endsSentences,
  hasSmallNames,
  keepsForm,
  leavesBlanks,
  presentsUpdates,
  type SentenceEnds,
  sentenceEndsOf,
} from "./noteHabits";
import { stateOf } from "./noteState";
import {
  actionsOf,
  decisionStarts,
  emptyTurns,
  headingsOf,
  type InPage,
  speakingLabels,
  suppressionsOf,
  tally,
  unclearLabels,
  unclearOwners,
  unfinishedTurns,
} from "./pageFacts";
import { type PageFact, Pages } from "./pages";
import { Places } from "./places";
import type { ReadingContext } from "./readingContext";
import type { ReadPeople } from "./readPeople";
import { areSameSets } from "./remembered";
import {
  shiftAction,
  shiftDecision,
  shiftSpeaker,
  shiftStatement,
  shiftSuppression,
  shiftTurn,
  shiftUnfinished,
} from "./shiftReading";
import { findStrangers } from "./strangers";
import { breaksOff } from "./unfinished";
import { findUnlisted } from "./unlisted";

/** A note put together from the readings of its passages; what nobody asks for is not put together. */
export class NoteOfReadings implements Note {
  readonly text: string;
  readonly title?: Title;
  readonly table?: AttendeeTable;
  readonly lists: readonly ListedPeople[];
  readonly attendees: readonly ListedAttendee[];
  readonly noteTakers: readonly Speaker[];
  readonly people: People;
  readonly sections: readonly Section[];
  readonly turnForm: TurnForm;
  readonly keepsTurnForm: boolean;
  readonly presentsUpdates: boolean;
  readonly hasSmallNames: boolean;
  readonly sentenceEnds: SentenceEnds;
  readonly endsSentences: boolean;
  readonly leavesBlanks: boolean;
  readonly speaking: ReadonlySet<string>;
  readonly lineEnding: string;
  readonly state: Note["state"];
  /** What the passages say, in pages. */
  readonly pages: Pages<Reading>;
  readonly #lazy = new Map<string, unknown>();

  constructor(
    readonly draft: Draft,
    { attendees, noteTakers, people }: ReadPeople,
    readonly readings: readonly Reading[],
    readonly context: ReadingContext,
    format: Format,
    options: ReadingOptions,
    before: NoteOfReadings | undefined,
  ) {
    this.text = draft.text;
    if (draft.title) this.title = draft.title;
    if (draft.table) this.table = draft.table;
    this.lists = draft.lists;
    this.attendees = attendees;
    this.noteTakers = noteTakers;
    this.people = people;
    this.sections = draft.sections;
    this.pages = (before?.pages ?? Pages.none<Reading>(({ statements }) => statements.length)).next(readings);
    const tallies = this.pages.derive(tally).map(({ value }) => value);
    this.turnForm = options.turnForm === "auto" ? dominantForm(tallies, format.turns.form) : options.turnForm;
    this.keepsTurnForm = options.turnForm !== "auto" || keepsForm(tallies, this.turnForm);
    this.presentsUpdates = presentsUpdates(tallies);
    this.hasSmallNames = hasSmallNames(tallies);
    this.sentenceEnds = sentenceEndsOf(tallies);
    this.endsSentences = endsSentences(this.sentenceEnds);
    this.leavesBlanks = leavesBlanks(this.sentenceEnds);
    this.state = stateOf(tallies, attendees, draft.sections, format);
    this.lineEnding = lineEnding(draft.text);
    const labels = this.pages.derive(speakingLabels).flatMap(({ value }) => [...value]);
    const speaking = new Set([...new Set(labels)].map(comparable));
    this.speaking = before && areSameSets(before.speaking, speaking) ? before.speaking : speaking;
  }

  get bodyStart(): number {
    return this.draft.bodyStart;
  }

  get starts(): readonly number[] {
    return this.draft.starts;
  }

  get turns(): readonly Turn[] {
    return this.#once("turns", () => this.#all(({ turns }) => turns, shiftTurn));
  }

  get actions(): readonly ActionItem[] {
    return this.#once("actions", () => this.#found(actionsOf, shiftAction));
  }

  get decisions(): readonly Decision[] {
    return this.#once("decisions", () => this.#all(({ decisions }) => decisions, shiftDecision));
  }

  get decisionStarts(): readonly number[] {
    return this.#once("decisionStarts", () => this.#found(decisionStarts, (start, offset) => start + offset));
  }

  get headings(): readonly HeadingPlace[] {
    return this.#once("headings", () => {
      return this.draft.pages.derive(headingsOf).flatMap(({ first, value }) => {
        return value.map((found) =>
          this.#at(first, found, ({ start, key }, offset) => ({ start: start + offset, key })),
        );
      });
    });
  }

  get statements(): readonly Statement[] {
    return this.#once("statements", () => this.#all(({ statements }) => statements, shiftStatement));
  }

  get topics(): readonly Topic[] {
    return this.#once("topics", () => nestTopics(this.draft, this.readings));
  }

  get literals(): readonly Span[] {
    return this.#once("literals", () => {
      const { text, bodyStart, passages, starts } = this.draft;
      const inBody = passages.flatMap(({ block }, index) => {
        return literalsOf(block).map((span) => shiftSpan(span, starts[index] ?? 0));
      });
      return bodyStart > 0 ? [frontMatter(text.slice(0, bodyStart)).span, ...inBody] : inBody;
    });
  }

  get dateField(): DateField | undefined {
    return this.#once("dateField", () => this.#found(dateFieldsFor(this.context.format), shiftDateField)[0]);
  }

  get suppressions(): readonly Suppression[] {
    return this.#once("suppressions", () => {
      return this.draft.pages.derive(suppressionsOf).flatMap(({ first, value }) => {
        return value.map((found) => this.#at(first, found, shiftSuppression));
      });
    });
  }

  get unclearSpeakers(): readonly UnclearSpeaker[] {
    return this.#once("unclearSpeakers", () => this.#unclearSpeakers());
  }

  get strangers(): readonly Stranger[] {
    return this.#once("strangers", () => findStrangers(this.unclearSpeakers));
  }

  get unlisted(): readonly Unlisted[] {
    return this.#once("unlisted", () => findUnlisted(this.unclearSpeakers));
  }

  get unclearOwners(): readonly Speaker[] {
    return this.#once("unclearOwners", () => this.#found(unclearOwners, shiftSpeaker));
  }

  get emptyTurns(): readonly Turn[] {
    return this.#once("emptyTurns", () => this.#found(emptyTurns, shiftTurn));
  }

  get unfinishedTurns(): readonly UnfinishedTurn[] {
    return this.#once("unfinishedTurns", () => {
      return this.#found(unfinishedTurns, shiftUnfinished, (unfinished) => breaksOff(unfinished, this));
    });
  }

  #unclearSpeakers(): UnclearSpeaker[] {
    const byKey = new Map<string, { who: Speaker["who"]; first: Part; sources: Source[]; count: number }>();
    for (const { first: page, value } of this.pages.derive(unclearLabels)) {
      for (const { key, who, places } of value) {
        const source = { page, places };
        const known = byKey.get(key);
        const [place] = places;
        if (known) {
          known.sources.push(source);
          known.count += places.length;
        } else if (place) {
          byKey.set(key, { who, first: this.#at(page, place, shiftPart), sources: [source], count: places.length });
        }
      }
    }
    const speakers = [...byKey.values()].map(({ who, first, sources, count }) => {
      return { who, first, places: new Places(count, () => this.#placesOf(sources)) };
    });
    return speakers.sort((a, b) => a.first.span.start - b.first.span.start);
  }

  *#placesOf(sources: readonly Source[]): Iterable<Part> {
    for (const { page, places } of sources) for (const place of places) yield this.#at(page, place, shiftPart);
  }

  #found<Thing>(
    fact: PageFact<Reading, readonly InPage<Thing>[]>,
    shift: Shift<Thing>,
    isMeant: (thing: Thing) => boolean = () => true,
  ): Thing[] {
    return this.pages.derive(fact).flatMap(({ first, value }) => {
      return value.flatMap((found) => (isMeant(found.thing) ? [this.#at(first, found, shift)] : []));
    });
  }

  #at<Thing>(page: number, { index, thing }: InPage<Thing>, shift: Shift<Thing>): Thing {
    return shift(thing, this.draft.starts[page + index] ?? 0);
  }

  #all<Thing>(of: (reading: Reading) => readonly Thing[], shift: Shift<Thing>): Thing[] {
    return this.readings.flatMap((reading, index) => {
      return of(reading).map((thing) => shift(thing, this.draft.starts[index] ?? 0));
    });
  }

  #once<Value>(name: string, make: () => Value): Value {
    if (!this.#lazy.has(name)) this.#lazy.set(name, make());
    return this.#lazy.get(name) as Value;
  }
}

type Shift<Thing> = (thing: Thing, offset: number) => Thing;

/** The places of a label on one page. */
interface Source {
  /** Index of the page's first passage. */
  readonly page: number;
  readonly places: readonly InPage<Part>[];
}

function literalsOf(block: Block): Span[] {
  if (block.kind === "item") return block.children.flatMap(literalsOf);
  return block.kind === "code" || block.kind === "html" ? [block.span] : [];
}
