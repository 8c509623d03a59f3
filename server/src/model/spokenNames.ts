import { comparable } from "../text/compare";
import { hasLetter, isAscii, letterTest } from "../text/letters";
import type { Draft } from "./draft";
import type { People } from "./note";
import type { Lexicon } from "./notSpeakers";
import type { Utterance } from "./utterance";

/** A name under which somebody speaks in a note that does not list the person. */
export interface SpokenName {
  readonly name: string;
  /** Whether more than two turns have it. */
  readonly isFrequent: boolean;
}

/** What tells the names in a note from other labels. */
export interface NameSigns {
  /** Labels before a colon or in brackets, and how often each stands there. */
  readonly counts: ReadonlyMap<string, number>;
  readonly people: People;
  readonly lexicon: Lexicon;
  readonly usesHandles: boolean;
}

/** The names (no initials) under which people whom the note does not list speak in it more than once. */
export function findSpokenNames(
  { passages, wheres }: Draft,
  { counts, people, lexicon, usesHandles }: NameSigns,
): SpokenName[] {
  const isName = (label: string): boolean => {
    if (areInitials(label)) return false;
    const isShaped = lexicon.looksLikeName(label, false) || (usesHandles && lexicon.looksLikeHandle(label));
    return isShaped && people.resolve(label).kind === "unknown";
  };
  const turns = new Map([...counts].flatMap(([label, count]) => (count > 1 && isName(label) ? [[label, 0]] : [])));
  if (turns.size === 0) return [];
  const count = (utterance: Utterance): void => {
    const label = utterance.prefix?.label.text ?? "";
    const before = turns.get(label);
    if (before !== undefined && isSaid(utterance)) turns.set(label, before + 1);
    utterance.children.forEach(count);
  };
  for (const [index, { utterance, labels }] of passages.entries()) {
    const where = wheres[index];
    const isOfPeople = where?.as === "people" || where?.as === "skipped" || where?.section === "actions";
    if (utterance && !isOfPeople && labels.some((label) => turns.has(label))) count(utterance);
  }
  return [...turns].flatMap(([name, times]) => (times > 1 ? [{ name, isFrequent: times > 2 }] : []));
}

/** Whether something is said: `Neutral: 6` counts votes, `**Pros** of it` is a heading. */
function isSaid({ prefix, words, written, children }: Utterance): boolean {
  if (!prefix || written === "heading") return false;
  const isSpoken = prefix.separator === ":" || prefix.decoration.endsWith("brackets");
  return isSpoken && (children.length > 0 || hasLetter(words.masked.slice(prefix.span.end - words.span.start)));
}

const haveInnerCapital = letterTest(String.raw`^[\p{L}]{1,4}[\p{Lu}][\p{L}]{0,3}$`);

/** `AB`, `DanG`, `CWatt`, `Sbc`, `ab`. */
function areInitials(label: string): boolean {
  if (label.includes(" ")) return false;
  const isTooShort = isAscii.test(label) && (label.length < 3 || (label.length === 3 && !/[aeiouy]/i.test(label)));
  return isTooShort || (label.length < 6 && haveInnerCapital(label));
}

/** Whether a name is a sure sign of somebody even if it was seen twice only: it has two words, or small letters. */
export function isTelling(name: string): boolean {
  return name.includes(" ") || name === comparable(name);
}
