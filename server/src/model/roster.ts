import { comparable } from "../text/compare";
import { addTo } from "../text/grouping";
import { countSlips } from "../text/slips";
import { Callbook } from "./callbook";
import type { KnownPerson, Person, Roster } from "./note";
import { findSeriesSpeakers } from "./seriesSpeakers";
import type { SpokenName } from "./spokenNames";

/** A roster without anybody. */
export const nobodyKnown: Roster = { people: [], find: () => undefined };

/** Who was at a meeting. */
export interface Meeting {
  /** `yyyy-MM-dd` or as much of it as is known. */
  readonly date?: string;
  readonly people: readonly Person[];
  /** Under which names others spoke; nobody where it is left out. */
  readonly spoken?: readonly SpokenName[];
}

/** So many meetings are asked before all others: who is meant was there lately. */
const lately = 10;

/**
 * The people of these meetings, the nearest first, and of a list of people. Those of the nearest meetings answer to a
 * label before the others do, then those of the list, and last those who spoke at the meetings and are listed nowhere.
 * Nothing is worked out before somebody asks.
 */
export function rosterOf(meetings: readonly Meeting[], listed: readonly Person[] = []): Roster {
  if (meetings.length === 0 && listed.length === 0) return nobodyKnown;
  let known: Known | undefined;
  const know = (): Known => {
    known ??= gather(meetings, listed);
    return known;
  };
  return {
    get people() {
      return know().people;
    },
    find: (label, alias) => {
      const key = comparable(label);
      // A single letter is a vote or the answer to a question, whoever else may have such a name.
      if (key.length < 2) return undefined;
      for (const circle of know().circles) {
        const found = circle.find(label, key, alias);
        if (found) return found;
      }
      return undefined;
    },
  };
}

interface Known {
  readonly people: readonly KnownPerson[];
  /** In the order in which they are asked. */
  readonly circles: readonly Callbook<KnownPerson>[];
}

interface Gathered {
  readonly person: Person;
  /** Index of the nearest meeting; infinite for somebody of the list only. */
  readonly nearest: number;
  readonly meetings: Set<Meeting>;
}

function gather(meetings: readonly Meeting[], listed: readonly Person[]): Known {
  const byName = new Map<string, Gathered>();
  const add = (person: Person, nearest: number, meeting: readonly Meeting[]): void => {
    const key = comparable(person.name);
    const before = byName.get(key);
    byName.set(key, join(before, { person, nearest, meetings: new Set(meeting) }));
  };
  for (const [index, meeting] of meetings.filter(({ people }) => people.length > 0).entries()) {
    for (const person of meeting.people.filter(isNamed)) add(person, index, [meeting]);
  }
  for (const person of listed) add(person, Number.POSITIVE_INFINITY, []);
  const gathered = foldShortNames(foldSlips(foldMarks(byName))).sort((a, b) => a.nearest - b.nearest);
  const { speakers, handles } = findSeriesSpeakers(
    meetings,
    gathered.map(({ person }) => person),
  );
  const people = gathered.map(({ person, meetings: present }) => {
    return knownPerson({ ...person, handles: [...person.handles, ...(handles.get(person) ?? [])] }, present);
  });
  const speaking = speakers.map(({ person, meetings: spoken }): KnownPerson => {
    return { ...knownPerson(person, spoken), by: "speaking" };
  });
  const near = gathered.filter(({ nearest }) => nearest < lately).length;
  const present = gathered.filter(({ nearest }) => nearest < Number.POSITIVE_INFINITY).length;
  const sizes = new Set([near, present, people.length].filter((size) => size > 0));
  const circles = [...sizes].map((size) => new Callbook(people.slice(0, size)));
  if (speaking.length > 0) circles.push(new Callbook(speaking));
  return { people: [...people, ...speaking], circles };
}

function knownPerson(person: Person, meetings: ReadonlySet<Meeting>): KnownPerson {
  const { name, nicknames, abbreviations, handles } = person;
  const last = [...meetings]
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);
  return { name, nicknames, abbreviations, handles, notes: meetings.size, ...(last !== undefined && { last }) };
}

/** Lists have more than names: two of them without a comma, a sentence, an address. */
function isNamed({ name }: Person): boolean {
  return name.split(" ").length <= 4 && !/(?<=\p{L}{3})[.:]\s|[<>{}|:;@/]/u.test(name);
}

function join(before: Gathered | undefined, { person, nearest, meetings }: Gathered): Gathered {
  if (!before) return { person, nearest, meetings };
  const both = (one: readonly string[], other: readonly string[]) =>
    other.length === 0 ? one : [...new Set([...one, ...other])];
  return {
    person: {
      name: before.person.name,
      nicknames: both(before.person.nicknames, person.nicknames),
      abbreviations: both(before.person.abbreviations, person.abbreviations),
      handles: both(before.person.handles, person.handles),
    },
    nearest: Math.min(before.nearest, nearest),
    meetings: addAll(before.meetings, meetings),
  };
}

function addAll<Item>(set: Set<Item>, items: Iterable<Item>): Set<Item> {
  for (const item of items) set.add(item);
  return set;
}

/** Those who share a first name and a handle or an abbreviation are one person; a handle alone may be a slip. */
function foldMarks(byName: ReadonlyMap<string, Gathered>): Map<string, Gathered> {
  const folded = new Map<string, Gathered>();
  const owners = new Map<string, string>();
  const mostFirst = [...byName].sort((a, b) => b[1].meetings.size - a[1].meetings.size);
  for (const [name, gathered] of mostFirst) {
    const { handles, abbreviations } = gathered.person;
    const [first = name] = name.split(" ");
    const marks = [...handles, ...abbreviations].map((mark) => `${mark.toLowerCase()} ${first}`);
    const owner = marks.flatMap((mark) => owners.get(mark) ?? [])[0] ?? name;
    folded.set(owner, join(folded.get(owner), gathered));
    for (const mark of marks) owners.set(mark, owners.get(mark) ?? owner);
  }
  return folded;
}

/** A name shorter than this (in letters) lies too near to others to be one of them with a slip. */
const shortest = 5;

/** One who has somebody's first name and, but for a slip, last name is that person, if more notes have it that way. */
function foldSlips(byName: ReadonlyMap<string, Gathered>): Map<string, Gathered> {
  const folded = new Map(byName);
  const namesakes = new Map<string, string[]>();
  for (const name of byName.keys()) {
    const first = name.slice(0, name.indexOf(" ") + 1);
    if (first !== "") addTo(namesakes, first, name);
  }
  for (const [first, names] of namesakes) {
    const known = names.slice(0, mostNamesakes).sort((a, b) => countOf(folded, b) - countOf(folded, a));
    for (const [index, name] of known.entries()) {
      const last = name.slice(first.length);
      const right = known.slice(0, index).find((other) => {
        const isLess = countOf(folded, other) > countOf(folded, name);
        return isLess && last.length >= shortest && countSlips(last, other.slice(first.length), 1) === 1;
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
  return byName.get(name)?.meetings.size ?? 0;
}

/** Some notes list `Ann` or `annd` where others have `Ann Diaz (@annd)`: if that can be nobody else, it is her. */
function foldShortNames(byName: ReadonlyMap<string, Gathered>): Gathered[] {
  const whole = new Map([...byName].filter(([name]) => name.includes(" ")));
  const owners = new Map<string, Set<string>>();
  for (const [name, { person }] of whole) {
    const [first = name] = name.split(" ");
    for (const short of [first, ...[...person.handles, ...person.nicknames].map(comparable)]) {
      const known = owners.get(short);
      if (known) known.add(name);
      else owners.set(short, new Set([name]));
    }
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
