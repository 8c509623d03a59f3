import { comparable, comparableName } from "../text/compare";
import { anyOf } from "../text/pattern";
import { rememberingOf } from "../text/remembering";
import { trimEnd } from "../text/trim";
import { builtInProfiles } from "./builtIn";
import type { Mark } from "./profile";

/** What may have a name that tells of a note. */
export type NamedKind = "heading" | "label" | "item" | "column";

/** A name that is a mark, and as what it stands in a text. */
export interface WantedName {
  readonly kind: NamedKind;
  readonly name: string;
  /** Its place among all that are the mark. */
  readonly place: number;
}

/** How a mark that is found by a name stands for `MarksOfText.has`. */
function foundAs(kind: NamedKind, comparableWords: string): string {
  return `${kind} ${comparableWords}`;
}

/** The names that are a mark, by how they stand for `MarksOfText.has`. */
export const wantedNames = rememberingOf((mark: Mark): ReadonlyMap<string, WantedName> => {
  const names = "names" in mark ? mark.names.map((name) => ({ name, words: comparableName(name) })) : [];
  const byKey = new Map<string, WantedName>();
  for (const kind of kindsOf(mark.kind)) {
    for (const { name, words } of names) {
      const key = foundAs(kind, words);
      if (!byKey.has(key)) byKey.set(key, { kind, name, place: byKey.size });
    }
  }
  return byKey;
});

const wanted: ReadonlySet<string> = new Set(
  builtInProfiles.flatMap(({ signatures }) => signatures.flat().flatMap((mark) => [...wantedNames(mark).keys()])),
);

function kindsOf(kind: Mark["kind"]): readonly NamedKind[] {
  if (kind === "heading" || kind === "label" || kind === "column") return [kind];
  if (kind === "without heading") return ["heading"];
  if (kind === "item") return ["heading", "item"];
  return kind === "section" ? ["heading", "label"] : ["heading", "label", "column"];
}

/** In UTF-16 units; with room for accents and dots. */
export const longestName = 80;

/** Adds the name to what was found, if it is a mark in that place. */
export function addName(found: Set<string>, kind: NamedKind, name: string): void {
  if (name.trimEnd().length > longestName || !maybeWanted.test(name)) return;
  const mark = foundAs(kind, comparable(trimEnd(name.trim().replace(/^[*_]+/, ""), "*_: ：")));
  if (wanted.has(mark)) found.add(mark);
}

/**
 * How the names start that are a mark: by two letters, in capitals or not, or by what is no letter of ASCII. Dots and
 * quotes may stand before and between them, and emphasis.
 */
const maybeWanted = new RegExp(
  String.raw`^[\s*_.’'\x60]*(?:[^\0-\x7f]|[A-Za-z](?![A-Za-z])|${anyOf(startsOf(wanted))})`,
);

function startsOf(marks: Iterable<string>): string[] {
  const names = [...marks].map((mark) => mark.slice(mark.indexOf(" ") + 1));
  return [...new Set(names.map((name) => name.slice(0, 2)))];
}
