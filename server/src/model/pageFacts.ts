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
  Topic,
  Turn,
  UnfinishedTurn,
} from "./note";
import type { Passage } from "./passage";
import { withoutMark } from "./readSpeakers";
import { spellingOf } from "./spelling";
import { saysCancelled } from "./standIns";
import { findUnfinished, hasBlankBehind, isPunctuated, maybeRest } from "./unfinished";

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

/** Counts what is said on a page. */
export function tally(readings: readonly Reading[]): Tally {
  const counted = { ...countTurns(readings), ...countSaid(readings) };
  const isInBrackets = ({ text, topics }: Reading) => topics.some((topic) => presentsInBrackets(text, topic));
  return { ...counted, presentsInBrackets: readings.some(isInBrackets) };
}

/** Whether the topic's presenter stands in brackets. */
export function presentsInBrackets(text: string, { presenter }: Topic): boolean {
  return presenter !== undefined && text[presenter.label.span.start - 1] === "[";
}

type OfTurns = "turns" | "punctuated" | "blanks" | "forms" | "updates" | "presentedUpdates" | "smallNames";

function countTurns(readings: readonly Reading[]): Pick<Tally, OfTurns> {
  const forms = new Map<TurnForm, number>();
  const count = { turns: 0, punctuated: 0, blanks: 0, forms, updates: 0, presentedUpdates: 0, smallNames: 0 };
  for (const reading of readings) {
    const { text, turns } = reading;
    const ends = sentenceEndsIn(reading);
    count.punctuated += ends.punctuated;
    count.blanks += ends.blanks;
    for (const turn of turns) {
      count.turns++;
      const form = nearestForm(text, turn);
      if (form) forms.set(form, (forms.get(form) ?? 0) + 1);
      if (turn.section === "updates" && turn.depth === 0) {
        count.updates++;
        if (isPresentedUpdate(turn)) count.presentedUpdates++;
      }
      if (spellingOf(turn) !== turn.prefix.label.text) count.smallNames++;
    }
  }
  return count;
}

/** How many of the turns end as a sentence does, and how many of those with a blank behind it. */
export function sentenceEndsIn({ text, turns }: Reading): Pick<Tally, "punctuated" | "blanks"> {
  const count = { punctuated: 0, blanks: 0 };
  for (const turn of turns) {
    if (!isPunctuated(turn)) continue;
    count.punctuated++;
    if (hasBlankBehind(text, turn.words.span.end)) count.blanks++;
  }
  return count;
}

function countSaid(readings: readonly Reading[]): Pick<Tally, "said" | "tellsOfCancelling" | "saysCancelled"> {
  const none = { all: 0, content: 0 };
  const said = { above: { ...none }, agenda: { ...none }, minutes: { ...none }, elsewhere: { ...none } };
  const first: string[] = [];
  let isCancelled = false;
  for (const { statements } of readings) {
    for (const statement of statements) {
      const { masked } = statement.words;
      if (masked === "" || statement.isPlaceholder || statement.isFiller) continue;
      const here = said[regionOf(statement)];
      here.all++;
      if (statement.kind !== "topic") here.content++;
      if (first.length <= mostSaidOfCancelling) first.push(masked);
      isCancelled ||= saysCancelled(masked);
    }
  }
  const isTold = first.length <= mostSaidOfCancelling && first.some(tellsOfCancelling);
  return { said, tellsOfCancelling: isTold, saysCancelled: isCancelled };
}

/** Whether the words tell of something cancelled. */
export function tellsOfCancelling(words: string): boolean {
  return maybeCancelled.test(words);
}

const maybeCancelled = /\bcancell?ed\b|\bno meeting\b/i;

/** `[Ann] The parser` and `[Ann] - The parser` in the updates, which may as well be the name of a topic. */
export function isPresentedUpdate({ section, depth, prefix }: Turn): boolean {
  return section === "updates" && depth === 0 && prefix.separator !== ":" && prefix.decoration.endsWith("brackets");
}

function nearestForm(text: string, { prefix }: Turn): TurnForm | undefined {
  const { decoration, separator, label } = prefix;
  if (separator === "-") return undefined;
  if (decoration === "none") return "plain";
  if (decoration !== "bold") return separator === ":" ? "brackets-colon" : "brackets";
  if (separator === "") return undefined;
  return /^\s*:/.test(text.slice(label.span.end, prefix.span.end)) ? "bold" : "bold-colon";
}

/** The labels of all turns, as written. */
export function speakingLabels(readings: readonly Reading[]): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const { turns } of readings) for (const { prefix } of turns) labels.add(prefix.label.text);
  return labels;
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
    if (turns.length === 0) continue;
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

/** What each of the items on a page has of something. */
export function inPage<Item, Thing>(
  items: readonly Item[],
  thingsOf: (item: Item) => readonly Thing[],
): InPage<Thing>[] {
  const found: InPage<Thing>[] = [];
  items.forEach((item, index) => {
    for (const thing of thingsOf(item)) found.push({ index, thing });
  });
  return found;
}

/** Owners of action items on a page who are nobody that the note names. */
export function unclearOwners(readings: readonly Reading[]): readonly InPage<Speaker>[] {
  const isUnclear = ({ who }: Speaker): boolean => who.kind === "unknown" || who.kind === "near miss";
  return inPage(readings, ({ actions }) => actions.flatMap(({ owners }) => owners.filter(isUnclear)));
}

/** Turns on a page with nothing said in their own paragraph or bullet. */
export function emptyTurns(readings: readonly Reading[]): readonly InPage<Turn>[] {
  return inPage(readings, ({ turns }) =>
    turns.length === 0 ? turns : turns.filter(({ spoken }) => spoken.text === ""),
  );
}

/** Turns on a page that seem to break off. */
export function unfinishedTurns(readings: readonly Reading[]): readonly InPage<UnfinishedTurn>[] {
  return inPage(readings, ({ text, turns, statements }) => {
    const found: UnfinishedTurn[] = [];
    let index = 0;
    for (const turn of turns) {
      while (statements[index] && statements[index]?.words !== turn.words) index++;
      const unfinished = findUnfinished(text, turn);
      const next = statements[index + 1];
      if (!unfinished) continue;
      if (!next || !turn.item) found.push({ ...unfinished, turn });
      else if (!maybeRest(turn, next)) found.push(unfinished);
    }
    return found;
  });
}

/** The action items on a page. */
export function actionsOf(readings: readonly Reading[]): readonly InPage<ActionItem>[] {
  return inPage(readings, ({ actions }) => actions);
}

/** The comments on a page that keep findings from being shown. */
export function suppressionsOf(passages: readonly Passage[]): readonly InPage<Suppression>[] {
  return inPage(passages, ({ suppressions }) => suppressions);
}

/** Where decisions on a page start. */
export function decisionStarts(readings: readonly Reading[]): readonly InPage<number>[] {
  return inPage(readings, ({ decisions }) => decisions.map(({ span }) => span.start));
}

/** The headings on a page. */
export function headingsOf(passages: readonly Passage[]): readonly InPage<HeadingPlace>[] {
  return passages.flatMap(({ head, block }, index) => {
    return head?.written === "heading" ? [{ index, thing: { start: block.span.start, key: head.key } }] : [];
  });
}
