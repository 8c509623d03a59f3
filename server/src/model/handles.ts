import { comparable } from "../text/compare";
import { addTo } from "../text/grouping";
import type { Person } from "./note";

/** A first or last name of fewer letters says little as a part of a handle. */
const fewestLetters = 3;

/** A last name that stands in a handle behind an initial, or with its end cut off, is at least so long. */
const fewestOfLast = 4;

/** A longer last name stands in no handle. */
const mostOfLast = 20;

/** So much of a last name, at its start, that a handle with it is made of that name: `fitzgen` of Ann Fitzgerald. */
const fewestShared = 5;

/** The people of a note whom it or a label names by a handle that is made of their name. */
export class Handles<Someone extends Person> {
  #byName: ReadonlyMap<string, readonly Someone[]> | undefined;
  #byHandle: ReadonlyMap<string, readonly Someone[]> | undefined;
  #usual: readonly Someone[] | undefined;

  constructor(private readonly people: readonly Someone[]) {}

  /** The one of whose name the label is made, as `jqdoe` is of Jane Doe's. */
  find(key: string): Someone | undefined {
    if (key.length <= fewestLetters || !/^[a-z][a-z\d._-]*$/.test(key)) return undefined;
    this.#byName ??= index(this.people, signsOfName);
    return onlyOne(this.#byName, signsOfHandle(key));
  }

  /**
   * The one for whose handle the label is short, as `ac` is for `alcrane` and `a42` for `anna42`, where handles are
   * what most are listed by.
   */
  shortFor(label: string): Someone | undefined {
    if (!isShort.test(label)) return undefined;
    this.#usual ??= usualHandles(this.people);
    const [only, ...others] = this.#usual.filter(({ name }) => name !== label && holdsInOrder(name, label));
    return others.length === 0 ? only : undefined;
  }

  /** The one who is listed under a handle that is made of the name. */
  madeOf(name: string): Someone | undefined {
    this.#byHandle ??= index(this.people, (own) => (/[\s,]/.test(own) ? [] : signsOfHandle(own)));
    return onlyOne(this.#byHandle, signsOfName(comparable(name)));
  }
}

/** Two or three letters, or one and a number. */
const isShort = /^[a-z](?:[a-z]{1,2}|\d{1,4})$/;
const isHandle = /^[a-z][a-z\d_-]*$/;

/** Among fewer handles a short word fits one by chance, and no other. */
const fewestHandles = 3;

/** Those who are listed by handles, if that is what most are listed by. */
function usualHandles<Someone extends Person>(people: readonly Someone[]): readonly Someone[] {
  const listed = people.filter(({ name }) => isHandle.test(name));
  return listed.length < fewestHandles || listed.length * 2 < people.length ? [] : listed;
}

/** Whether the handle starts with the same letter, and has the other ones behind it in the same order. */
function holdsInOrder(handle: string, letters: string): boolean {
  if (handle.charAt(0) !== letters.charAt(0)) return false;
  let place = 0;
  for (const letter of letters) {
    const found = handle.indexOf(letter, place);
    if (found === -1) return false;
    place = found + 1;
  }
  return true;
}

/** The people by signs of their comparable names. */
function index<Someone extends Person>(
  people: readonly Someone[],
  signsOf: (name: string) => string[],
): Map<string, Someone[]> {
  const found = new Map<string, Someone[]>();
  for (const person of people) {
    for (const sign of signsOf(comparable(person.name))) addTo(found, sign, person);
  }
  return found;
}

function onlyOne<Someone>(
  people: ReadonlyMap<string, readonly Someone[]>,
  signs: readonly string[],
): Someone | undefined {
  const [first, ...others] = new Set(signs.flatMap((sign) => people.get(sign) ?? []));
  return others.length === 0 ? first : undefined;
}

/** A label of more letters is a name of its own. */
const mostShort = 3;

/**
 * Whether one of the labels, if it is short, may stand for somebody who is listed, as `ac` may for `alcrane`, `AC` for
 * `Al` and `abc` for Ann Cole: too little to say that it does, enough not to say that it is somebody else. The labels are
 * comparable.
 */
export function mayShorten(labels: readonly string[], people: readonly Person[]): boolean {
  const short = labels.filter((label) => label.length <= mostShort);
  if (short.length === 0) return false;
  return people.some(({ name, abbreviations }) => {
    // Whoever has an abbreviation goes by that.
    if (abbreviations.length > 0) return false;
    const words = comparable(name).split(" ");
    return short.some((label) => shortens(label, words));
  });
}

function shortens(label: string, words: readonly string[]): boolean {
  const [first = "", last = ""] = [words[0], words.length > 1 ? words.at(-1) : ""];
  if (last !== "") return label.charAt(0) === first.charAt(0) && label.at(-1) === last.charAt(0);
  return label.length === 2 ? label.charAt(0) === first.charAt(0) : first.startsWith(label);
}

/**
 * What a handle that is made of a name of several words shares with it: `janebell`, `janeb`, `bellj`, the start of
 * `jbellamy` and of `bellamy`; a letter between in `jqbell`; the first name with something behind it in `jane42`.
 */
function signsOfName(name: string): string[] {
  const words = name.split(" ");
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (words.length < 2 || first.length < fewestLetters || last === "") return [];
  const initial = first.charAt(0);
  const signs = [`${first} …`, first + last, last + first, first + last.charAt(0)];
  if (last.length < fewestOfLast) return signs;
  const longest = Math.min(last.length, mostOfLast);
  const starts = Array.from({ length: longest - fewestOfLast + 1 }, (_, more) => fewestOfLast + more);
  return [
    ...signs,
    last + initial,
    `${initial}.${last}`,
    `${last.slice(0, fewestShared)}-`,
    ...starts.map((length) => initial + last.slice(0, length)),
  ];
}

function signsOfHandle(handle: string): string[] {
  const letters = handle.replace(/[-_.\d]+/g, "");
  return [
    letters,
    `${letters.charAt(0)}.${letters.slice(2)}`,
    `${letters.slice(0, fewestShared)}-`,
    ...(letters === handle ? [] : [`${letters} …`]),
  ];
}
