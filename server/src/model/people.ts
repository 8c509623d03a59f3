import { comparable, comparableNames } from "../text/compare";
import { remembering } from "../text/remembering";
import { Callbook } from "./callbook";
import { Handles } from "./handles";
import { nearestNameAmong } from "./nearestName";
import { NearNames } from "./nearNames";
import type { Attendee, KnownPerson, People, Resolution, Roster } from "./note";
import { knownByPresenting } from "./readPresenters";
import { nobodyKnown } from "./roster";

/** What else is known of labels, beside the note's own list. */
export interface PeopleOptions {
  /** Full names by alias. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Labels that are speakers but no single person. */
  readonly groups: readonly string[];
  /** Who presents; nobody where it is left out. */
  readonly presenters?: readonly Attendee[];
  /** Who is known from elsewhere; nobody where it is left out. */
  readonly roster?: Roster;
}

/** What finds the people of a list by their names; made once for them, whatever roster comes beside it. */
export class PeopleIndex {
  readonly callbook: Callbook<Attendee>;
  readonly people: readonly Attendee[];
  readonly nearNames: NearNames<Attendee>;
  readonly handles: Handles<Attendee>;

  constructor(all: readonly Attendee[]) {
    this.callbook = new Callbook(all);
    this.people = this.callbook.people;
    this.nearNames = new NearNames(this.people);
    this.handles = new Handles(this.people);
  }
}

/** Nobody is called by more characters. */
const longestLabel = 200;

/** So many answers are remembered. */
const mostRemembered = 10_000;

/**
 * The people of a note, and the answer to whom a label means: somebody of the note's own list, else somebody of the
 * roster, else somebody whose name it is with a slip.
 * The surest way that finds anybody decides, and if it finds several people of the note the label is ambiguous.
 */
export function createPeople(
  all: readonly Attendee[],
  { aliases, groups, presenters = [], roster = nobodyKnown }: PeopleOptions,
  { callbook, people, nearNames, handles } = new PeopleIndex(all),
): People {
  const presenting = new Callbook(presenters.map(knownByPresenting));
  const groupKeys = comparableNames(groups);
  const fullNames = new Map(Object.entries(aliases).map(([alias, name]) => [comparable(alias), comparable(name)]));
  const answer = (label: string): Resolution => {
    if (label.length > longestLabel) return { kind: "unknown" };
    const key = comparable(label);
    if (isGroup(key, groupKeys)) return { kind: "group" };
    const found = callbook.find(label, key, fullNames.get(key));
    if (found) {
      const [person, ...others] = found.people;
      const { way } = found;
      return others.length === 0 ? { kind: "one", person, way } : { kind: "ambiguous", people: found.people, way };
    }
    const listed = handles.find(key);
    if (listed) return { kind: "one", person: listed, way: "handle" };
    const known = answerByRoster(label, key);
    if (known) return known;
    const short = handles.shortFor(label);
    return short ? { kind: "one", person: short, way: "letters of the handle" } : nearNames.find(label, key);
  };
  const findKnown = (label: string, key: string, alias: string | undefined): ReturnType<Roster["find"]> => {
    const presents = presenters.length > 0 && key.length > 1 ? presenting.find(label, key, alias) : undefined;
    if (!presents) return roster.find(label, alias);
    // Of somebody whom the series knows more is to be told.
    const [presenter] = presents.people;
    const inSeries = [roster.find(presenter.name), roster.find(label, alias)];
    const same = inSeries.find((found) => found?.people.length === 1 && haveSameFirstName(found.people[0], presenter));
    return same ? { people: same.people, way: presents.way } : presents;
  };
  const answerByRoster = (label: string, key: string): Resolution | undefined => {
    const known = findKnown(label, key, fullNames.get(key));
    if (!known) return undefined;
    const [only, ...others] = known.people;
    // Nobody has vouched for a name that others merely spoke under.
    if (only.by === "speaking" && nearNames.find(label, key).kind === "near miss") return undefined;
    // Some note lists `Jane Doe` where this one lists `jdoe`.
    const [byHandle, ...rivals] = known.people.flatMap(({ name }) => handles.madeOf(name) ?? []);
    if (byHandle && rivals.length === 0) return { kind: "one", person: byHandle, way: "name in another note" };
    if (others.length > 0) return { kind: "known", ...known };
    const listed = findListed(callbook, only);
    if (listed) return { kind: "one", person: listed, way: "name in another note" };
    // Whoever nearly has the full name of somebody here is that person: one of the two is misspelt.
    const near = nearNames.find(only.name, comparable(only.name));
    const isSame = near.kind === "near miss" && comparable(near.name) === comparable(near.person.name);
    if (!isSame) return { kind: "known", ...known };
    const isMisspeltHere = only.notes > notesOf(near.person, roster) + 1;
    return isMisspeltHere ? { kind: "one", person: near.person, way: "name in another note" } : undefined;
  };

  const resolve = remembering(mostRemembered, answer);
  const nearest = nearestNameAmong(people);
  return {
    all: people,
    areAbbreviated: people.filter(({ abbreviations }) => abbreviations.length > 0).length > people.length / 2,
    presenters: presenting.people,
    roster,
    resolve,
    nearest: remembering(mostRemembered, (label) => {
      const name = nearest(label);
      return name !== undefined && resolve(name).kind === "one" ? name : undefined;
    }),
  };
}

function haveSameFirstName(one: KnownPerson, other: KnownPerson): boolean {
  const [first, second] = [one, other].map(({ name }) => comparable(name).split(" ")[0]);
  return first === second;
}

/** Whom the note itself names by another name of somebody known: a handle here, the full name elsewhere. */
function findListed(callbook: Callbook<Attendee>, { name, handles, abbreviations }: KnownPerson): Attendee | undefined {
  for (const other of [name, ...handles, ...abbreviations]) {
    const found = callbook.find(other, comparable(other));
    if (found?.people.length === 1) return found.people[0];
  }
  return undefined;
}

/** How many other notes have somebody's name as this one has it. */
function notesOf({ name }: Attendee, roster: Roster): number {
  const same = roster.find(name)?.people.find((other) => comparable(other.name) === comparable(name));
  return same?.notes ?? 0;
}

function isGroup(key: string, groups: ReadonlySet<string>): boolean {
  return groups.has(key) || groups.has(key.replace(/ \d+$/, "")) || /^\?+$/.test(key);
}
