import countEdits from "damerau-levenshtein";
import { comparable } from "../text/compare";
import type { Attendee, People, Resolution, ResolutionWay } from "./note";

/** What else is known of labels, beside the note's own list. */
export interface PeopleOptions {
  /** Full names by alias. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Labels that are speakers but no single person. */
  readonly groups: readonly string[];
}

/**
 * The people of a note, and the answer to whom a label means.
 * Ways are tried from the surest to the loosest; the first that finds anybody decides, and if it finds
 * several people the label is ambiguous. People named twice count once.
 */
export function createPeople(all: readonly Attendee[], options: PeopleOptions): People {
  const distinct = withoutDoubles(all);
  const names = distinct.map(namesOf);
  const groups = new Set(options.groups.map(comparable));
  const aliases = new Map(Object.entries(options.aliases).map(([alias, name]) => [comparable(alias), name]));
  const remembered = new Map<string, Resolution>();

  const answer = (label: string): Resolution => {
    const key = comparable(label);
    if (isGroup(key, groups)) return { kind: "group" };
    const alias = aliases.get(key);
    for (const [way, matches] of ways) {
      const found = names.filter((candidate) => matches(candidate, label, key, alias));
      const [first] = found;
      if (first && found.length === 1) return { kind: "one", person: first.person, way };
      if (found.length > 1) return { kind: "ambiguous", people: found.map(({ person }) => person), way };
    }
    return findNearMiss(label, key, names);
  };

  return {
    all: distinct,
    resolve(label) {
      const known = remembered.get(label) ?? answer(label);
      remembered.set(label, known);
      return known;
    },
  };
}

interface Names {
  readonly person: Attendee;
  readonly full: string;
  /** The words of the full name, comparable. */
  readonly words: readonly string[];
  readonly nicknames: readonly string[];
  readonly abbreviations: readonly string[];
  readonly handles: readonly string[];
  /** The forms of the name that people misspell, as written. */
  readonly forms: readonly string[];
}

type Match = (names: Names, label: string, key: string, alias: string | undefined) => boolean;

const ways: readonly (readonly [ResolutionWay, Match])[] = [
  ["full name", (names, label) => names.person.name === label],
  ["same name, other case or accents", (names, _label, key) => names.full === key],
  ["last name first", (names, _label, key) => names.full === lastNameLast(key)],
  ["abbreviation", (names, _label, key) => names.abbreviations.includes(key)],
  [
    "nickname",
    (names, _label, key) => names.nicknames.some((nick) => nick === key || `${nick} ${lastOf(names)}` === key),
  ],
  ["first name", (names, _label, key) => names.words.length > 1 && names.words[0] === key],
  ["last name", (names, _label, key) => names.words.length > 1 && lastOf(names) === key],
  [
    "first and last name",
    (names, _label, key) => names.words.length > 2 && `${names.words[0]} ${lastOf(names)}` === key,
  ],
  ["first name and initial", (names, _label, key) => isFirstNameAndInitial(names, key)],
  ["handle", (names, _label, key) => names.handles.includes(key.replace(/^@/, ""))],
  ["initials", (names, label) => isInitials(names, label)],
  ["alias", (names, _label, _key, alias) => alias !== undefined && names.full === comparable(alias)],
];

function withoutDoubles(all: readonly Attendee[]): Attendee[] {
  const byName = new Map<string, Attendee>();
  for (const person of all) {
    const key = comparable(person.name);
    if (!byName.has(key)) byName.set(key, person);
  }
  return [...byName.values()];
}

function namesOf(person: Attendee): Names {
  const full = comparable(person.name);
  return {
    person,
    full,
    words: full.split(" "),
    nicknames: person.nicknames.map(comparable),
    abbreviations: person.abbreviations.map(comparable),
    handles: person.handles.map((handle) => handle.toLowerCase()),
    forms: formsOf(person),
  };
}

function isGroup(key: string, groups: ReadonlySet<string>): boolean {
  return groups.has(key) || groups.has(key.replace(/ \d+$/, "")) || /^\?+$/.test(key);
}

function lastOf(names: Names): string {
  return names.words.at(-1) ?? "";
}

/** `zhou, joe` becomes `joe zhou`. */
function lastNameLast(key: string): string | undefined {
  const parts = key.split(",").map((part) => part.trim());
  return parts.length === 2 ? `${parts[1]} ${parts[0]}` : undefined;
}

/** `nick f` for Nick Fitzgerald. */
function isFirstNameAndInitial(names: Names, key: string): boolean {
  const [first, initial, ...more] = key.split(" ");
  return (
    names.words.length > 1 &&
    more.length === 0 &&
    names.words[0] === first &&
    initial?.length === 1 &&
    lastOf(names).startsWith(initial)
  );
}

/** `RB`, `MdJ`, and the longer `DaG` that tells two people apart: each capital starts a part of the name. */
function isInitials(names: Names, label: string): boolean {
  if (names.words.length < 2 || !/^\p{L}{2,6}$/u.test(label) || !/\p{Lu}/u.test(label)) return false;
  const letters = comparable(label);
  if (names.words.map((word) => word[0]).join("") === letters) return true;
  const pieces = label.match(/\p{Lu}\p{Ll}*/gu);
  if (pieces?.length !== 2 || pieces.join("") !== label) return false;
  const [first, last] = pieces.map(comparable);
  return (names.words[0]?.startsWith(first ?? "-") && lastOf(names).startsWith(last ?? "-")) === true;
}

function findNearMiss(label: string, key: string, names: readonly Names[]): Resolution {
  let nearest: { person: Attendee; name: string; distance: number } | undefined;
  const rivals: { readonly person: Attendee; readonly distance: number }[] = [];
  for (const { person, forms } of names) {
    for (const name of forms) {
      const other = comparable(name);
      if (key[0] !== other[0] || Math.abs(key.length - other.length) > 2) continue;
      const distance = countEdits(key, other).steps;
      rivals.push({ person, distance });
      const isNearer = !nearest || distance < nearest.distance;
      if (isNearer && isSlip(label, key, other, distance)) nearest = { person, name, distance };
    }
  }
  const isSure = rivals.every(
    ({ person, distance }) => person === nearest?.person || distance > (nearest?.distance ?? 0),
  );
  return nearest && isSure ? { kind: "near miss", ...nearest } : { kind: "unknown" };
}

function formsOf(person: Attendee): string[] {
  const words = person.name.split(/\s+/);
  const [first] = words;
  return [person.name, ...(words.length > 1 && first ? [first] : []), ...person.nicknames, ...person.abbreviations];
}

/**
 * A slip keeps the first letter. Short names lie too near to each other to guess (Joe, Joel);
 * an abbreviation of three capitals is only ever taken for another by two letters that changed places.
 */
function isSlip(label: string, key: string, name: string, distance: number): boolean {
  if (/^\p{Lu}{3}$/u.test(label)) return [...key].sort().join("") === [...name].sort().join("");
  const shorter = Math.min(key.length, name.length);
  if (shorter < 4 || !/^\p{Lu}/u.test(label)) return false;
  return distance <= (shorter >= 8 ? 2 : 1);
}
