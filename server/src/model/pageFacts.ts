import { comparable } from "../text/compare";
import { type Part, trimPart } from "../text/span";
import type { TurnForm } from "./format";
import type {
  ActionItem,
  HeadingPlace,
  Reading,
  Resolution,
  Speaker,
  Statement,
  Suppression,
  Turn,
  UnfinishedTurn,
} from "./note";
import type { Passage } from "./passage";
import { withoutMark } from "./readSpeakers";
import { spellingOf } from "./spelling";
import { isFiller, saysCancelled } from "./standIns";
import { findUnfinished, isPunctuated, leavesBlank } from "./unfinished";

/** Something in a page, and the index there of the passage that holds it. */
export interface InPage<Thing> {
  readonly index: number;
  readonly thing: Thing;
}

/** How often each label stands before a colon or in brackets. */
export function countLabels(passages: readonly Passage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { labels } of passages) {
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}

/** A note that says more than this took place, even if it tells of something cancelled. */
export const mostSaidOfCancelling = 3;

/** What the form and the state of a note are judged by. */
export interface Tally {
  readonly turns: number;
  readonly forms: ReadonlyMap<TurnForm, number>;
  /** Turns that end as a sentence does. */
  readonly punctuated: number;
  /** Those of them with a blank behind the sentence. */
  readonly blanks: number;
  /** Turns that write a name without its capitals. */
  readonly smallNames: number;
  /** Turns at the top of the updates, and those of them behind a name in brackets. */
  readonly updates: number;
  readonly presentedUpdates: number;
  /** Whether a topic's presenter stands in brackets. */
  readonly presentsInBrackets: boolean;
  /** What is said, by where it stands. */
  readonly said: Readonly<Record<Region, Said>>;
  /** Asked only of a page that says little. */
  readonly tellsOfCancelling: boolean;
  /** Whether a sentence says that the meeting was cancelled. */
  readonly saysCancelled: boolean;
}

/** The sum of a count over the tallies. */
export function sumOf(tallies: readonly Tally[], count: (one: Tally) => number): number {
  return tallies.reduce((total, one) => total + count(one), 0);
}

/** A part of a note: above its sections, its agenda, the sections of what was said and agreed, or whatever else. */
export type Region = "above" | "agenda" | "minutes" | "elsewhere";

/** How much is said somewhere. */
export interface Said {
  /** Paragraphs and bullets with words of their own. */
  readonly all: number;
  /** Those of them that are no topics. */
  readonly content: number;
}

/** All parts of a note. */
export const regions: readonly Region[] = ["above", "agenda", "minutes", "elsewhere"];

function regionOf({ section }: Statement): Region {
  if (section === undefined) return "above";
  if (section === "agenda") return section;
  const isMinutes = section === "notes" || section === "updates" || section === "actions" || section === "decisions";
  return isMinutes ? "minutes" : "elsewhere";
}

function countSaid(said: readonly Statement[], region: Region): Said {
  const here = said.filter((statement) => regionOf(statement) === region);
  return { all: here.length, content: here.filter(({ kind }) => kind !== "topic").length };
}

/** Counts what is said on a page. */
export function tally(readings: readonly Reading[]): Tally {
  const turns = readings.flatMap((reading) =>
    reading.turns.map((turn) => ({ turn, text: reading.text, form: nearestForm(reading, turn) })),
  );
  const forms = new Map<TurnForm, number>();
  for (const { form } of turns) if (form) forms.set(form, (forms.get(form) ?? 0) + 1);
  const updates = turns.flatMap(({ turn }) => (turn.section === "updates" && turn.depth === 0 ? [turn] : []));
  const statements = readings.flatMap((reading) => reading.statements);
  const said = statements.filter((one) => one.words.masked !== "" && !one.isPlaceholder && !isFiller(one.words));
  return {
    turns: turns.length,
    punctuated: turns.filter(({ turn }) => isPunctuated(turn)).length,
    blanks: turns.filter(({ turn, text }) => leavesBlank(text, turn)).length,
    forms,
    updates: updates.length,
    presentedUpdates: updates.filter(isPresentedUpdate).length,
    smallNames: turns.filter(({ turn }) => spellingOf(turn) !== turn.prefix.label.text).length,
    presentsInBrackets: readings.some(({ text, topics }) =>
      topics.some(({ presenter }) => presenter && text[presenter.label.span.start - 1] === "["),
    ),
    said: {
      above: countSaid(said, "above"),
      agenda: countSaid(said, "agenda"),
      minutes: countSaid(said, "minutes"),
      elsewhere: countSaid(said, "elsewhere"),
    },
    tellsOfCancelling:
      said.length <= mostSaidOfCancelling &&
      said.some(({ words }) => /\bcancell?ed\b|\bno meeting\b/i.test(words.masked)),
    saysCancelled: said.some(({ words }) => saysCancelled(words.masked)),
  };
}

/** `[Ann] The parser` and `[Ann] - The parser` in the updates, which may as well be the name of a topic. */
export function isPresentedUpdate({ section, depth, prefix }: Turn): boolean {
  return section === "updates" && depth === 0 && prefix.separator !== ":" && prefix.decoration.endsWith("brackets");
}

function nearestForm({ text }: Reading, { prefix }: Turn): TurnForm | undefined {
  const { decoration, separator, label } = prefix;
  if (separator === "-") return undefined;
  if (decoration === "none") return "plain";
  if (decoration !== "bold") return separator === ":" ? "brackets-colon" : "brackets";
  if (separator === "") return undefined;
  return /^\s*:/.test(text.slice(label.span.end, prefix.span.end)) ? "bold" : "bold-colon";
}

/** The labels of all turns, as written. */
export function speakingLabels(readings: readonly Reading[]): ReadonlySet<string> {
  return new Set(readings.flatMap(({ turns }) => turns.map(({ prefix }) => prefix.label.text)));
}

/** What one unclear label says on a page. */
export interface UnclearLabel {
  /** The same for all labels that are one, case and accents aside. */
  readonly key: string;
  readonly who: Resolution;
  readonly places: readonly InPage<Part>[];
}

/** The speakers on a page who are not clearly one person. */
export function unclearLabels(readings: readonly Reading[]): readonly UnclearLabel[] {
  const byKey = new Map<string, { key: string; who: Resolution; places: InPage<Part>[] }>();
  for (const [index, { text, turns }] of readings.entries()) {
    for (const { label, who } of turns.flatMap(({ speakers }) => speakers)) {
      if (who.kind === "one" || who.kind === "group") continue;
      const { start } = label.span;
      const bare = trimPart(text, { start, end: start + withoutMark(label.text).length });
      const key = `${who.kind} ${comparable(bare.text)}`;
      const known = byKey.get(key) ?? { key, who, places: [] };
      known.places.push({ index, thing: bare });
      byKey.set(key, known);
    }
  }
  return [...byKey.values()];
}

/** Owners of action items on a page who are nobody that the note names. */
export function unclearOwners(readings: readonly Reading[]): readonly InPage<Speaker>[] {
  return readings.flatMap(({ actions }, index) => {
    const owners = actions.flatMap((action) => action.owners);
    return owners
      .filter(({ who }) => who.kind === "unknown" || who.kind === "near miss")
      .map((thing) => ({ index, thing }));
  });
}

/** Turns on a page with nothing said in their own paragraph or bullet. */
export function emptyTurns(readings: readonly Reading[]): readonly InPage<Turn>[] {
  return readings.flatMap(({ turns }, index) => {
    return turns.filter(({ spoken }) => spoken.text === "").map((thing) => ({ index, thing }));
  });
}

/** Turns on a page that seem to break off. */
export function unfinishedTurns(readings: readonly Reading[]): readonly InPage<UnfinishedTurn>[] {
  return readings.flatMap(({ text, turns }, index) => {
    return turns.flatMap((turn) => findUnfinished(text, turn) ?? []).map((thing) => ({ index, thing }));
  });
}

/** The action items on a page. */
export function actionsOf(readings: readonly Reading[]): readonly InPage<ActionItem>[] {
  return readings.flatMap(({ actions }, index) => actions.map((thing) => ({ index, thing })));
}

/** The comments on a page that keep findings from being shown. */
export function suppressionsOf(passages: readonly Passage[]): readonly InPage<Suppression>[] {
  return passages.flatMap(({ suppressions }, index) => suppressions.map((thing) => ({ index, thing })));
}

/** Where decisions on a page start. */
export function decisionStarts(readings: readonly Reading[]): readonly InPage<number>[] {
  return readings.flatMap(({ decisions }, index) => decisions.map(({ span }) => ({ index, thing: span.start })));
}

/** The headings on a page. */
export function headingsOf(passages: readonly Passage[]): readonly InPage<HeadingPlace>[] {
  return passages.flatMap(({ head, block }, index) => {
    return head?.written === "heading" ? [{ index, thing: { start: block.span.start, key: head.key } }] : [];
  });
}
