import { comparable } from "../text/compare";
import { remembering } from "../text/remembering";
import { nearestNameAmong } from "./nearestName";
import { NearNames } from "./nearNames";
import type { Attendee, People, Resolution, ResolutionWay } from "./note";

/** What else is known of labels, beside the note's own list. */
export interface PeopleOptions {
  /** Full names by alias. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Labels that are speakers but no single person. */
  readonly groups: readonly string[];
}

/** Nobody is called by more characters. */
const longestLabel = 200;

/** So many answers are remembered. */
const mostRemembered = 10_000;

/**
 * The people of a note, and the answer to whom a label means.
 * Ways are tried from the surest to the loosest; the first that finds anybody decides, and if it finds
 * several people the label is ambiguous. People named twice count once.
 */
export function createPeople(all: readonly Attendee[], options: PeopleOptions): People {
  const callbook = new Callbook(all);
  const nearNames = new NearNames(callbook.people);
  const groups = new Set(options.groups.map(comparable));
  const aliases = new Map(
    Object.entries(options.aliases).map(([alias, name]) => [comparable(alias), comparable(name)]),
  );
  const answer = (label: string): Resolution => {
    if (label.length > longestLabel) return { kind: "unknown" };
    const key = comparable(label);
    if (isGroup(key, groups)) return { kind: "group" };
    for (const [way, find] of ways) {
      const found = find(callbook, key, label, aliases.get(key));
      const [first] = found;
      if (first && found.length === 1) return { kind: "one", person: first.person, way };
      if (first) return { kind: "ambiguous", people: found.map(({ person }) => person), way };
    }
    return nearNames.find(label, key);
  };

  const resolve = remembering(mostRemembered, answer);
  const nearest = nearestNameAmong(callbook.people);
  return {
    all: callbook.people,
    resolve,
    nearest: remembering(mostRemembered, (label) => {
      const name = nearest(label);
      return name !== undefined && resolve(name).kind === "one" ? name : undefined;
    }),
  };
}

interface Named {
  readonly person: Attendee;
  /** The full name, comparable. */
  readonly full: string;
  /** Its words; never empty. */
  readonly words: readonly string[];
  /** Place among the people of the note. */
  readonly place: number;
}

/** Who answers to what: a list for each kind of name, made when the first label asks for that kind. */
class Callbook {
  readonly #named: readonly Named[];
  readonly #lists = new Map<string, Map<string, Named[]>>();

  constructor(all: readonly Attendee[]) {
    const byName = new Map<string, Attendee>();
    for (const person of all) {
      const full = comparable(person.name);
      if (!byName.has(full)) byName.set(full, person);
    }
    this.#named = [...byName].map(([full, person], place) => ({ person, full, words: full.split(" "), place }));
  }

  /** Each once. */
  get people(): Attendee[] {
    return this.#named.map(({ person }) => person);
  }

  /** Who has the name, of the kind that `namesOf` gives, in the order of the note. */
  find(kind: string, namesOf: (named: Named) => readonly string[], name: string): readonly Named[] {
    const list = this.#lists.get(kind) ?? this.#listOf(namesOf);
    this.#lists.set(kind, list);
    return list.get(name) ?? [];
  }

  #listOf(namesOf: (named: Named) => readonly string[]): Map<string, Named[]> {
    const list = new Map<string, Named[]>();
    for (const named of this.#named) {
      for (const name of namesOf(named)) {
        const namesakes = list.get(name);
        if (!namesakes) list.set(name, [named]);
        else if (namesakes.at(-1) !== named) namesakes.push(named);
      }
    }
    return list;
  }
}

type Find = (callbook: Callbook, key: string, label: string, alias: string | undefined) => readonly Named[];

/** From the surest to the loosest. */
const ways: readonly (readonly [ResolutionWay, Find])[] = [
  ["full name", (callbook, key, label) => findFull(callbook, key).filter(({ person }) => person.name === label)],
  ["same name, other case or accents", findFull],
  ["last name first", (callbook, key) => findFull(callbook, lastNameLast(key))],
  ["abbreviation", by("abbreviation", ({ person }) => person.abbreviations.map(comparable))],
  ["nickname", by("nickname", nicknamesOf)],
  ["first name", by("first name", ({ words }) => (words.length > 1 ? words.slice(0, 1) : []))],
  ["last name", by("last name", ({ words }) => (words.length > 1 ? words.slice(-1) : []))],
  ["first and last name", by("first and last name", (named) => (named.words.length > 2 ? cut(named) : []))],
  ["first name and initial", findByInitial],
  ["handle", findHandle],
  ["initials", findInitials],
  ["alias", (callbook, _key, _label, alias) => findFull(callbook, alias)],
];

function by(kind: ResolutionWay, namesOf: (named: Named) => readonly string[]): Find {
  return (callbook, key) => callbook.find(kind, namesOf, key);
}

function findFull(callbook: Callbook, full: string | undefined): readonly Named[] {
  return full === undefined ? [] : callbook.find("full name", (named) => [named.full], full);
}

/** `zhou, joe` becomes `joe zhou`. */
function lastNameLast(key: string): string | undefined {
  const [last, first, ...more] = key.split(",").map((part) => part.trim());
  return first === undefined || more.length > 0 ? undefined : `${first} ${last}`;
}

function nicknamesOf({ person, words }: Named): string[] {
  return person.nicknames.map(comparable).flatMap((nickname) => [nickname, `${nickname} ${words.at(-1)}`]);
}

/** First and last name, or as many letters of them; none for a name of one word. */
function cut({ words }: Named, ofFirst?: number, ofLast?: number): string[] {
  const [first, last] = [words[0], words.at(-1)];
  return words.length > 1 ? [`${first?.slice(0, ofFirst)} ${last?.slice(0, ofLast)}`] : [];
}

/** `Ann B` and `AnnB` of Ann Bell. */
function findByInitial(callbook: Callbook, key: string, label: string): readonly Named[] {
  const find = by("first name and initial", (named) => cut(named, undefined, 1));
  const joined = /^(\p{Lu}\p{Ll}{2,})(\p{Lu})$/u.exec(label);
  return find(callbook, joined ? comparable(`${joined[1]} ${joined[2]}`) : key, label, undefined);
}

function findHandle(callbook: Callbook, key: string): readonly Named[] {
  const handlesOf = ({ person }: Named) => person.handles.map((handle) => handle.toLowerCase());
  return callbook.find("handle", handlesOf, key.replace(/^@/, ""));
}

/** `RB`, `MdJ`, and the longer `DaG` that tells two people apart: each capital starts a part of the name. */
function findInitials(callbook: Callbook, key: string, label: string): readonly Named[] {
  if (!/^\p{L}{2,6}$/u.test(label) || !/\p{Lu}/u.test(label)) return [];
  const whole = callbook.find("initials", initialsOf, key);
  const pieces = label.match(/\p{Lu}\p{Ll}*/gu) ?? [];
  const [first, last] = pieces.map(comparable);
  if (first === undefined || last === undefined || pieces.length > 2 || pieces.join("") !== label) return whole;
  const startsOf = (named: Named) => cut(named, first.length, last.length);
  const started = callbook.find(`initials of ${first.length} and ${last.length}`, startsOf, `${first} ${last}`);
  return [...new Set([...whole, ...started])].sort((a, b) => a.place - b.place);
}

/** `mdj` of Mary de Jong, and `aml` or `am` of Ann-Marie Lee, whose parts may count as one word or two. */
function initialsOf({ words }: Named): string[] {
  if (words.length < 2) return [];
  const parts = words.flatMap((word) => word.split("-"));
  return [...new Set([words, parts].map((all) => all.map((word) => word[0] ?? "").join("")))];
}

function isGroup(key: string, groups: ReadonlySet<string>): boolean {
  return groups.has(key) || groups.has(key.replace(/ \d+$/, "")) || /^\?+$/.test(key);
}
