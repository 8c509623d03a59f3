import { comparable } from "../text/compare";
import { letterPattern, letterTest } from "../text/letters";
import type { Person, ResolutionWay } from "./note";

/** Somebody of a {@link Callbook}. */
export interface Named<Someone extends Person> {
  readonly person: Someone;
  /** The full name, comparable. */
  readonly full: string;
  /** Its words; never empty. */
  readonly words: readonly string[];
  /** Place among the people of the callbook. */
  readonly place: number;
}

/** Who answers to a label, and how they were found. */
export interface Found<Someone extends Person> {
  readonly people: readonly [Someone, ...Someone[]];
  readonly way: ResolutionWay;
}

/** Who answers to what. */
export class Callbook<Someone extends Person> {
  readonly #names: Names<Someone>;
  readonly #size: number;

  /** People named twice count once; of `names` that are there already, only the first `size` people. */
  constructor(all: readonly Someone[], names = new Names(all), size = Number.POSITIVE_INFINITY) {
    this.#names = names;
    this.#size = size;
  }

  /** Each once. */
  get people(): Someone[] {
    return this.#names.named.slice(0, this.#size).map(({ person }) => person);
  }

  /** The first of the people; what is worked out for them serves here as well. */
  first(count: number): Callbook<Someone> {
    return new Callbook([], this.#names, count);
  }

  /**
   * Who answers to a label; `key` is the label, comparable, and `alias` the full name that it is another form of.
   * Ways are tried from the surest to the loosest; the first that finds anybody decides.
   */
  find(label: string, key: string, alias?: string): Found<Someone> | undefined {
    for (const { way, find } of ways) {
      const found = find(this, key, label, alias);
      if (found.length === 0) continue;
      const [first, ...others] = found.map(({ person }) => person);
      if (first) return { people: [first, ...others], way };
    }
    return undefined;
  }

  /** Who has the name, of the kind that `namesOf` gives, in the order of the callbook. */
  findBy(kind: string, namesOf: (named: Named<Person>) => readonly string[], name: string): readonly Named<Someone>[] {
    const found = this.#names.list(kind, namesOf).get(name) ?? nobody;
    const last = found.at(-1);
    return !last || last.place < this.#size ? found : found.filter(({ place }) => place < this.#size);
  }
}

const nobody: readonly never[] = [];

/** A list of people for each kind of name, made when the first label asks for that kind. */
class Names<Someone extends Person> {
  readonly named: readonly Named<Someone>[];
  readonly #lists = new Map<string, Map<string, Named<Someone>[]>>();

  constructor(all: readonly Someone[]) {
    const byName = new Map<string, Someone>();
    for (const person of all) {
      const full = comparable(person.name);
      if (!byName.has(full)) byName.set(full, person);
    }
    this.named = [...byName].map(([full, person], place) => ({ person, full, words: full.split(" "), place }));
  }

  list(
    kind: string,
    namesOf: (named: Named<Person>) => readonly string[],
  ): ReadonlyMap<string, readonly Named<Someone>[]> {
    const known = this.#lists.get(kind);
    if (known) return known;
    const list = new Map<string, Named<Someone>[]>();
    this.#lists.set(kind, list);
    for (const named of this.named) {
      for (const name of namesOf(named)) {
        const namesakes = list.get(name);
        if (!namesakes) list.set(name, [named]);
        else if (namesakes.at(-1) !== named) namesakes.push(named);
      }
    }
    return list;
  }
}

type Find = <Someone extends Person>(
  callbook: Callbook<Someone>,
  key: string,
  label: string,
  alias: string | undefined,
) => readonly Named<Someone>[];

/** From the surest to the loosest. */
const ways: readonly { readonly way: ResolutionWay; readonly find: Find }[] = [
  {
    way: "full name",
    find: (callbook, key, label) => findFull(callbook, key).filter(({ person }) => person.name === label),
  },
  { way: "same name, other case or accents", find: findFull },
  { way: "last name first", find: (callbook, key) => findFull(callbook, lastNameLast(key)) },
  by("abbreviation", ({ person }) => person.abbreviations.map(comparable)),
  by("nickname", nicknamesOf),
  by("first name", ({ words }) => (words.length > 1 ? words.slice(0, 1) : nothing)),
  by("last name", ({ words }) => (words.length > 1 ? words.slice(-1) : nothing)),
  by("first and last name", (named) => (named.words.length > 2 ? cut(named) : nothing)),
  { way: "first name and initial", find: findByInitial },
  { way: "handle", find: findHandle },
  { way: "initials", find: findInitials },
  { way: "initials", find: findSomeInitials },
  { way: "handle", find: findShortHandle },
  { way: "start of the handle", find: findHandleStart },
  { way: "alias", find: (callbook, _key, _label, alias) => findFull(callbook, alias) },
];

const nothing: readonly string[] = [];

function by(way: ResolutionWay, namesOf: (named: Named<Person>) => readonly string[]) {
  const find: Find = (callbook, key) => callbook.findBy(way, namesOf, key);
  return { way, find };
}

function findFull<Someone extends Person>(
  callbook: Callbook<Someone>,
  full: string | undefined,
): readonly Named<Someone>[] {
  return full === undefined ? [] : callbook.findBy("full name", (named) => [named.full], full);
}

/** `zhou, joe` becomes `joe zhou`. */
function lastNameLast(key: string): string | undefined {
  if (!key.includes(",")) return undefined;
  const [last, first, ...more] = key.split(",").map((part) => part.trim());
  return first === undefined || more.length > 0 ? undefined : `${first} ${last}`;
}

function nicknamesOf({ person, words }: Named<Person>): readonly string[] {
  if (person.nicknames.length === 0) return nothing;
  return person.nicknames.map(comparable).flatMap((nickname) => [nickname, `${nickname} ${words.at(-1)}`]);
}

/** First and last name, or as many letters of them; none for a name of one word. */
function cut({ words }: Named<Person>, ofFirst?: number, ofLast?: number): string[] {
  const first = words[0];
  const last = words.at(-1);
  return words.length > 1 ? [`${first?.slice(0, ofFirst)} ${last?.slice(0, ofLast)}`] : [];
}

/** `Ann B` and `AnnB` of Ann Bell. */
function findByInitial<Someone extends Person>(
  callbook: Callbook<Someone>,
  key: string,
  label: string,
): readonly Named<Someone>[] {
  const joined = nameAndInitial(label).exec(label);
  const name = joined ? comparable(`${joined[1]} ${joined[2]}`) : key;
  if (name.at(-2) !== " ") return nobody;
  return callbook.findBy("first name and initial", (named) => cut(named, undefined, 1), name);
}

const nameAndInitial = letterPattern(String.raw`^([\p{Lu}][\p{Ll}]{2,})([\p{Lu}])$`);

function findHandle<Someone extends Person>(callbook: Callbook<Someone>, key: string): readonly Named<Someone>[] {
  const handlesOf = ({ person }: Named<Person>) => person.handles.map((handle) => handle.toLowerCase());
  return callbook.findBy("handle", handlesOf, key.replace(/^@/, ""));
}

/** `PA` of Pierre-Antoine Dubois, `AR` of Ann Rae Smith: two parts of a longer name that stand together. */
function findSomeInitials<Someone extends Person>(
  callbook: Callbook<Someone>,
  key: string,
  label: string,
): readonly Named<Someone>[] {
  if (!areTwoCapitals(label)) return [];
  const pairsOf = ({ full }: Named<Person>): string[] => {
    const parts = full.split(/[ -]+/);
    return parts.length < 3 ? [] : parts.slice(1).map((part, index) => `${parts[index]?.charAt(0)}${part.charAt(0)}`);
  };
  return callbook.findBy("some initials", pairsOf, key);
}

const areTwoCapitals = letterTest(String.raw`^[\p{Lu}]{2}$`);
const areFewLetters = letterTest(String.raw`^[\p{L}]{2,6}$`);
const capitalised = letterPattern(String.raw`[\p{Lu}][\p{Ll}]*`, "g");
const hasCapital = letterTest(String.raw`[\p{Lu}]`);

/** `RB`, `MdJ`, and the longer `DaG` that tells two people apart: each capital starts a part of the name. */
function findInitials<Someone extends Person>(
  callbook: Callbook<Someone>,
  key: string,
  label: string,
): readonly Named<Someone>[] {
  if (!areFewLetters(label) || !hasCapital(label)) return [];
  const whole = callbook.findBy("initials", initialsOf, key);
  const pieces = label.match(capitalised(label)) ?? [];
  const [first, last] = pieces.map(comparable);
  if (first === undefined || last === undefined || pieces.length > 2 || pieces.join("") !== label) return whole;
  const startsOf = (named: Named<Person>) => cut(named, first.length, last.length);
  const started = callbook.findBy(`initials of ${first.length} and ${last.length}`, startsOf, `${first} ${last}`);
  return [...new Set([...whole, ...started])].sort((a, b) => a.place - b.place);
}

/** `abell` of Ann Bell. */
function findShortHandle<Someone extends Person>(callbook: Callbook<Someone>, key: string): readonly Named<Someone>[] {
  const handlesOf = (named: Named<Person>) => cut(named, 1).map((name) => name.replace(" ", ""));
  return key.length < shortestStart || key.includes(" ")
    ? nobody
    : callbook.findBy("initial and last name", handlesOf, key);
}

/** `annie` of `anniebell` or `annie7`, who is known by nothing else; nobody where several have such a handle. */
function findHandleStart<Someone extends Person>(callbook: Callbook<Someone>, key: string): readonly Named<Someone>[] {
  if (key.length < shortestStart - 1 || key.includes(" ")) return nobody;
  const found = callbook.findBy("start of the handle", startsOfHandle, key);
  return found.length === 1 ? found : [];
}

/** In letters; with fewer too many words are the start of somebody's handle. */
const shortestStart = 4;

function startsOfHandle({ full, words }: Named<Person>): string[] {
  if (words.length > 1) return [];
  const starts: string[] = [];
  for (let length = shortestStart; length < full.length; length++) starts.push(full.slice(0, length));
  // `abc` is all of `abc1234` that anybody says.
  return /^[a-z]{3}\d+$/.test(full) ? [full.slice(0, 3), ...starts] : starts;
}

/** `mdj` of Mary de Jong, and `aml` or `al` of Ann-Marie Lee, whose first parts may count as one word or two. */
function initialsOf({ full, words }: Named<Person>): string[] {
  if (words.length < 2) return [];
  const own = initials(words);
  if (!full.includes("-")) return [own];
  return [...new Set([own, initials(words.flatMap((word) => word.split("-")))])];
}

function initials(words: readonly string[]): string {
  let letters = "";
  for (const word of words) letters += word[0] ?? "";
  return letters;
}
