import { comparable } from "../text/compare";
import { LikeWords } from "../text/likeWords";
import { countSlips } from "../text/slips";
import { Callbook } from "./callbook";
import { Handles } from "./handles";
import { NearNames } from "./nearNames";
import type { Person } from "./note";
import { isTelling, type SpokenName } from "./spokenNames";

/** Somebody whom no list names, and the notes in which the person speaks. */
export interface SeriesSpeaker<Meeting> {
  readonly person: Person;
  readonly meetings: ReadonlySet<Meeting>;
}

/** Who speaks in a series without being listed anywhere in it. */
export interface SeriesSpeakers<Meeting> {
  /** In the order of the meetings. */
  readonly speakers: readonly SeriesSpeaker<Meeting>[];
  /** Under which handles those who are listed speak. */
  readonly handles: ReadonlyMap<Person, readonly string[]>;
}

interface Spoken<Meeting> {
  readonly name: string;
  readonly key: string;
  readonly meetings: Set<Meeting>;
  /** At least so many. */
  turns: number;
  readonly handles: string[];
}

/**
 * Finds out who speaks in the meetings and is none of the listed, nor one of them with a slip. A name of one word that
 * was said twice only may be anything.
 */
export function findSeriesSpeakers<Meeting extends { readonly spoken?: readonly SpokenName[] }>(
  meetings: readonly Meeting[],
  listed: readonly Person[],
): SeriesSpeakers<Meeting> {
  const all = gather(meetings).filter(({ name, turns }) => turns > 2 || isTelling(name));
  const handles = new Map<Person, string[]>();
  if (all.length === 0) return { speakers: [], handles };
  const known = new KnownNames(listed);
  const isNew = ({ name, key }: Spoken<Meeting>): boolean => {
    const listedAs = known.find(name, key);
    if (listedAs.handleOf) handles.set(listedAs.handleOf, [...(handles.get(listedAs.handleOf) ?? []), name]);
    return !listedAs.isKnown;
  };
  const fresh = all.filter(isNew);
  const speakers = joinShort(withoutSlips(fresh));
  return {
    speakers: speakers.map(({ name, meetings: spoken, handles: own }) => {
      return { person: { name, nicknames: [], abbreviations: [], handles: own }, meetings: spoken };
    }),
    handles,
  };
}

function gather<Meeting extends { readonly spoken?: readonly SpokenName[] }>(
  meetings: readonly Meeting[],
): Spoken<Meeting>[] {
  const byKey = new Map<string, Spoken<Meeting>>();
  for (const meeting of meetings) {
    for (const { name, isFrequent } of meeting.spoken ?? []) {
      const key = comparable(name);
      const spoken = byKey.get(key) ?? { name, key, meetings: new Set(), turns: 0, handles: [] };
      spoken.meetings.add(meeting);
      spoken.turns += isFrequent ? 3 : 2;
      byKey.set(key, spoken);
    }
  }
  return [...byKey.values()];
}

/** Whom a name may mean among people. */
class KnownNames<Someone extends Person> {
  readonly #callbook: Callbook<Someone>;
  readonly #handles: Handles<Someone>;
  readonly #near: NearNames<Someone>;

  constructor(people: readonly Someone[]) {
    this.#callbook = new Callbook(people);
    this.#handles = new Handles(people);
    this.#near = new NearNames(people);
  }

  /** Whether somebody may be meant, if only with a slip; and of whose name it is a handle that is not known yet. */
  find(name: string, key: string): { readonly isKnown: boolean; readonly handleOf?: Someone; readonly one?: Someone } {
    const found = this.#callbook.find(name, key);
    if (found) return { isKnown: true, ...(found.people.length === 1 && { one: found.people[0] }) };
    const handleOf = name === key ? this.#handles.find(key) : undefined;
    if (handleOf) return { isKnown: true, handleOf, one: handleOf };
    return { isKnown: this.#near.isNear(name, key) };
  }
}

/** A name of fewer letters lies too near to others to be one of them with a slip. */
const shortest = 5;

/** Without those that are, but for a slip, a name that is spoken under more often. */
function withoutSlips<Meeting>(all: readonly Spoken<Meeting>[]): Spoken<Meeting>[] {
  const like = new LikeWords(all, (key) => key[0]);
  return all.filter(({ key, turns }) => {
    if (key.length < shortest) return true;
    return !like.like(key, 1).some((other) => other.turns > turns && countSlips(key, other.key, 1) === 1);
  });
}

/** `Ann` and `adiaz` are Ann Diaz, if she speaks under her whole name and they can be nobody else. */
function joinShort<Meeting>(all: readonly Spoken<Meeting>[]): Spoken<Meeting>[] {
  const whole = new Map(
    all.flatMap((spoken) => (spoken.name.includes(" ") ? [[personOf(spoken), spoken] as const] : [])),
  );
  if (whole.size === 0) return [...all];
  const known = new KnownNames([...whole.keys()]);
  return all.filter((spoken) => {
    if (spoken.name.includes(" ")) return true;
    const { one, handleOf } = known.find(spoken.name, spoken.key);
    const owner = one && whole.get(one);
    for (const meeting of owner ? spoken.meetings : []) owner?.meetings.add(meeting);
    if (handleOf) owner?.handles.push(spoken.name);
    return !owner;
  });
}

function personOf({ name }: Pick<Person, "name">): Person {
  return { name, nicknames: [], abbreviations: [], handles: [] };
}
