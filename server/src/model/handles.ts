import { comparable } from "../text/compare";
import type { Attendee, Person } from "./note";

/** A first or last name of fewer letters says little as a part of a handle. */
const fewestLetters = 3;

/** A last name that stands in a handle behind an initial, or with its end cut off, is at least so long. */
const fewestOfLast = 4;

/** A longer last name stands in no handle. */
const mostOfLast = 20;

/** So much of a last name, at its start, that a handle with it is made of that name: `fitzgen` of Ann Fitzgerald. */
const fewestShared = 5;

/** The people of a note whom it or a label names by a handle that is made of their name. */
export class Handles {
  #named: People | undefined;
  #listed: People | undefined;

  constructor(private readonly people: readonly Attendee[]) {}

  /** The one of whose name the label is made, as `jqdoe` is of Jane Doe's. */
  find(key: string): Attendee | undefined {
    if (key.length <= fewestLetters || !/^[a-z][a-z\d._-]*$/.test(key)) return undefined;
    this.#named ??= peopleBy(this.people, namesIn);
    return only(marksOf(key), this.#named);
  }

  /** The one who is listed under a handle that is made of the name. */
  madeOf(name: string): Attendee | undefined {
    this.#listed ??= peopleBy(this.people, (own) => (/[\s,]/.test(own) ? [] : marksOf(own)));
    return only(namesIn(comparable(name)), this.#listed);
  }
}

type People = ReadonlyMap<string, ReadonlySet<Attendee>>;

function peopleBy(people: readonly Attendee[], keysOf: (name: string) => readonly string[]): People {
  const found = new Map<string, Set<Attendee>>();
  for (const person of people) {
    for (const key of keysOf(comparable(person.name))) {
      const known = found.get(key);
      if (known) known.add(person);
      else found.set(key, new Set([person]));
    }
  }
  return found;
}

function only(keys: readonly string[], people: People): Attendee | undefined {
  const [first, ...others] = new Set(keys.flatMap((key) => [...(people.get(key) ?? [])].slice(0, 2)));
  return others.length === 0 ? first : undefined;
}

/** What a handle shares with {@link namesIn} of a name that it is made of: itself, or what is left without some of it. */
function marksOf(handle: string): string[] {
  const letters = handle.replace(/[-_.\d]+/g, "");
  const withoutSecond = letters.charAt(0) + letters.slice(2);
  const marks = [letters, `middle ${withoutSecond}`, `start ${letters.slice(0, fewestShared)}`];
  return letters === handle ? marks : [...marks, `number ${letters}`];
}

/** What handles are made of a name of several words: `jdoe`, `jqdoe`, `janedoe`, `janed`, `doej`, `jane42`. */
function namesIn(name: string): string[] {
  const words = name.split(" ");
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (words.length < 2 || first.length < fewestLetters || last === "") return [];
  const initial = first.charAt(0);
  const made = [first + last, last + first, first + last.charAt(0), `number ${first}`];
  if (last.length < fewestOfLast) return made;
  const most = Math.min(last.length, mostOfLast);
  for (let length = fewestOfLast; length <= most; length++) made.push(initial + last.slice(0, length));
  made.push(last + initial, `middle ${initial}${last}`);
  return last.length < fewestShared ? made : [...made, `start ${last.slice(0, fewestShared)}`];
}

/** A label of more letters is a name of its own. */
const mostShort = 3;

/**
 * The short labels that may stand for people, as `ac` may for `alcrane`, `AC` for `Al` and `abc` for Ann Cole: too
 * little to say that they do, enough not to say that they are somebody else.
 */
export class ShortLabels {
  #known: ReadonlySet<string> | undefined;

  constructor(private readonly people: readonly Person[]) {}

  /** Whether the label, comparable, may stand for any of the people. */
  has(label: string): boolean {
    if (label.length < 2 || label.length > mostShort) return false;
    this.#known ??= new Set(this.people.flatMap(shortOf));
    const isPair = label.length === 2 && this.#known.has(label.charAt(0));
    return isPair || this.#known.has(label) || this.#known.has(`${label.charAt(0)} ${label.at(-1)}`);
  }
}

/** The first letter or three of a single name, or the first letters of the first and last one. */
function shortOf({ name, abbreviations }: Person): string[] {
  // Whoever has an abbreviation goes by that.
  if (abbreviations.length > 0) return [];
  const words = comparable(name).split(" ");
  const [first = ""] = words;
  return words.length > 1
    ? [`${first.charAt(0)} ${words.at(-1)?.charAt(0)}`]
    : [first.charAt(0), first.slice(0, mostShort)];
}
