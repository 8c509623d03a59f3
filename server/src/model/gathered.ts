import { comparable } from "../text/compare";
import { addTo, inOrder } from "../text/grouping";
import { rememberingOf } from "../text/remembering";
import { countSlips } from "../text/slips";
import type { KnownPerson, Person } from "./note";
import type { SpokenName } from "./spokenNames";

/** Who was at a meeting. */
export interface Meeting {
  /** `yyyy-MM-dd` or as much of it as is known. */
  readonly date?: string;
  readonly people: readonly Person[];
  /** Under which names others spoke; nobody where it is left out. */
  readonly spoken?: readonly SpokenName[];
}

/** Somebody of several meetings, under whatever names. */
export interface Gathered {
  readonly person: Person;
  /** Number of the nearest meeting; infinite for somebody of the list only. */
  readonly nearest: number;
  /** The numbers of the meetings, each once. */
  readonly meetings: readonly number[];
}

/** The people of the meetings and of the list, the nearest first; those who are surely one person count once. */
export function gather(meetings: readonly Meeting[], listed: readonly Person[]): Gathered[] {
  const byName = new Map<string, Gathered & { meetings: number[] }>();
  for (const [nearest, meeting] of meetings.entries()) {
    for (const { name, person, isMarked } of namedAt(meeting)) {
      const before = byName.get(name);
      if (!before) byName.set(name, { person, nearest, meetings: [nearest] });
      else {
        if (before.meetings.at(-1) !== nearest) before.meetings.push(nearest);
        const both = isMarked ? withMarksOf(before.person, person) : before.person;
        if (both !== before.person) byName.set(name, { ...before, person: both });
      }
    }
  }
  const all: Map<string, Gathered> = byName;
  for (const person of listed) {
    const name = comparable(person.name);
    all.set(name, join(all.get(name), { person, nearest: Number.POSITIVE_INFINITY, meetings: [] }));
  }
  return inOrder(foldShortNames(foldSlips(foldMarks(all))), ({ nearest }) => nearest);
}

/** Somebody who was at those meetings, each of which counts once; `by` tells how, where no list does. */
export function knownAt(person: Person, meetings: readonly Meeting[], by?: KnownPerson["by"]): KnownPerson {
  const { name, nicknames, abbreviations, handles } = person;
  let last: string | undefined;
  for (const { date } of meetings) if (date !== undefined && (last === undefined || date > last)) last = date;
  const notes = meetings.length;
  const known: { -readonly [Key in keyof KnownPerson]: KnownPerson[Key] } = {
    name,
    nicknames,
    abbreviations,
    handles,
    notes,
  };
  if (by) known.by = by;
  if (last !== undefined) known.last = last;
  return known;
}

interface NamedPerson {
  /** Comparable. */
  readonly name: string;
  readonly person: Person;
  /** Whether it is known by what else the person is called. */
  readonly isMarked: boolean;
}

/** Those at the meeting, worked out once, however many notes ask. */
const namedAt = rememberingOf(({ people }: Meeting): readonly NamedPerson[] =>
  people.filter(isNamed).map((person) => {
    const { nicknames, abbreviations, handles } = person;
    const isMarked = nicknames.length + abbreviations.length + handles.length > 0;
    return { name: comparable(person.name), person, isMarked };
  }),
);

/** Lists have more than names: two of them without a comma, a sentence, an address. */
function isNamed({ name }: Person): boolean {
  return name.split(" ").length <= 4 && !/(?<=\p{L}{3})[.:]\s|[<>{}|:;@/]/u.test(name);
}

function join(before: Gathered | undefined, other: Gathered): Gathered {
  if (!before) return other;
  return {
    person: withMarksOf(before.person, other.person),
    nearest: Math.min(before.nearest, other.nearest),
    meetings: [...new Set([...before.meetings, ...other.meetings])],
  };
}

/** The person with what else the other is called. */
function withMarksOf(person: Person, other: Person): Person {
  const nicknames = withMore(person.nicknames, other.nicknames);
  const abbreviations = withMore(person.abbreviations, other.abbreviations);
  const handles = withMore(person.handles, other.handles);
  // Most are called the same at each meeting.
  const isSame = nicknames === person.nicknames && abbreviations === person.abbreviations && handles === person.handles;
  return isSame ? person : { name: person.name, nicknames, abbreviations, handles };
}

function withMore(marks: readonly string[], others: readonly string[]): readonly string[] {
  for (const mark of others) if (!marks.includes(mark)) return [...new Set([...marks, ...others])];
  return marks;
}

/** Those who share a first name and a handle or an abbreviation are one person; a handle alone may be a slip. */
function foldMarks(byName: ReadonlyMap<string, Gathered>): Map<string, Gathered> {
  const folded = new Map<string, Gathered>();
  const owners = new Map<string, string>();
  let most = 0;
  for (const { meetings } of byName.values()) most = Math.max(most, meetings.length);
  const mostFirst = inOrder(byName, ([, { meetings }]) => most - meetings.length);
  for (const [name, gathered] of mostFirst) {
    const { handles, abbreviations } = gathered.person;
    if (handles.length + abbreviations.length === 0) {
      folded.set(name, join(folded.get(name), gathered));
      continue;
    }
    const [first = name] = name.split(" ");
    const marks = [...handles, ...abbreviations].map((mark) => `${mark.toLowerCase()} ${first}`);
    const owner = marks.flatMap((mark) => owners.get(mark) ?? [])[0] ?? name;
    folded.set(owner, join(folded.get(owner), gathered));
    for (const mark of marks) owners.set(mark, owners.get(mark) ?? owner);
  }
  return folded;
}

/** A name shorter than this (in letters) lies too near to others to be one of them with a slip. */
export const shortestWithSlip = 5;

/** One who has somebody's first name and, but for a slip, last name is that person, if more notes have it that way. */
function foldSlips(byName: ReadonlyMap<string, Gathered>): Map<string, Gathered> {
  const folded = new Map(byName);
  const namesakes = new Map<string, string[]>();
  for (const name of byName.keys()) {
    const first = name.slice(0, name.indexOf(" ") + 1);
    if (first !== "") addTo(namesakes, first, name);
  }
  for (const [first, names] of namesakes) {
    if (names.length < 2) continue;
    const known = names.slice(0, mostNamesakes).sort((a, b) => countOf(folded, b) - countOf(folded, a));
    for (const [index, name] of known.entries()) {
      const last = name.slice(first.length);
      const right = known.slice(0, index).find((other) => {
        const isLess = countOf(folded, other) > countOf(folded, name);
        return isLess && last.length >= shortestWithSlip && countSlips(last, other.slice(first.length), 1) === 1;
      });
      const wrong = folded.get(name);
      if (right === undefined || !wrong) continue;
      folded.set(right, join(folded.get(right), wrong));
      folded.delete(name);
    }
  }
  return folded;
}

/** Of more people of one first name none is taken for another. */
const mostNamesakes = 30;

function countOf(byName: ReadonlyMap<string, Gathered>, name: string): number {
  return byName.get(name)?.meetings.length ?? 0;
}

/** Some notes list `Ann` or `annd` where others have `Ann Diaz (@annd)`: if that can be nobody else, it is her. */
function foldShortNames(byName: ReadonlyMap<string, Gathered>): Gathered[] {
  const whole = new Map<string, Gathered>();
  const owners = new Map<string, Set<string>>();
  for (const [name, gathered] of byName) {
    if (name.includes(" ")) whole.set(name, gathered);
    else owners.set(name, new Set());
  }
  if (owners.size === 0) return [...whole.values()];
  for (const [name, { person }] of whole) {
    owners.get(name.slice(0, name.indexOf(" ")))?.add(name);
    for (const mark of [person.handles, person.nicknames].flat()) owners.get(comparable(mark))?.add(name);
  }
  const apart: Gathered[] = [];
  for (const [name, gathered] of byName) {
    if (whole.has(name)) continue;
    const [owner, ...rivals] = owners.get(name) ?? [];
    if (owner !== undefined && rivals.length === 0) whole.set(owner, join(whole.get(owner), gathered));
    else apart.push(gathered);
  }
  return [...whole.values(), ...apart];
}
