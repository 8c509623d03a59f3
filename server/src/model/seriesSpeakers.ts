import { comparable } from "../text/compare";
import { LikeWords } from "../text/likeWords";
import { countSlips } from "../text/slips";
import { Callbook } from "./callbook";
import { knownAt, type Meeting, shortestWithSlip } from "./gathered";
import { Handles } from "./handles";
import { NearNames } from "./nearNames";
import type { KnownPerson, Person } from "./note";
import { isTelling } from "./spokenNames";

/** Who speaks in a series, of whom no list tells. */
export interface SeriesSpeakers {
  /** Those who are listed nowhere, in the order of the meetings. */
  readonly speakers: readonly KnownPerson[];
  /** By handles that they are not listed with: those who are listed. */
  readonly handles: ReadonlyMap<string, KnownPerson>;
}

interface Spoken extends Person {
  /** The name, comparable. */
  readonly key: string;
  readonly handles: string[];
  readonly meetings: Set<Meeting>;
  /** At least so many. */
  turns: number;
}

/**
 * Finds out who speaks in the meetings and is none of the listed, nor one of them with a slip. A name of one word that
 * was said twice only may be anything.
 */
export function findSeriesSpeakers(meetings: readonly Meeting[], listed: Callbook<KnownPerson>): SeriesSpeakers {
  const handles = new Map<string, KnownPerson>();
  const all = gather(meetings).filter(({ name, turns }) => turns > 2 || isTelling(name));
  if (all.length === 0) return { speakers: [], handles };
  const known = new KnownNames(listed);
  const fresh = all.filter(({ name, key }) => {
    const { one, isHandle, isKnown } = known.find(name, key);
    if (one && isHandle) handles.set(key, one);
    return !isKnown;
  });
  const speakers = joinShort(withoutSlips(fresh)).map((spoken) => knownAt(spoken, [...spoken.meetings], "speaking"));
  return { speakers, handles };
}

function gather(meetings: readonly Meeting[]): Spoken[] {
  const byKey = new Map<string, Spoken>();
  for (const meeting of meetings) {
    for (const { name, isFrequent } of meeting.spoken ?? []) {
      const key = comparable(name);
      const fresh = {
        name,
        nicknames: [],
        abbreviations: [],
        handles: [],
        key,
        meetings: new Set<Meeting>(),
        turns: 0,
      };
      const spoken = byKey.get(key) ?? fresh;
      spoken.meetings.add(meeting);
      spoken.turns += isFrequent ? 3 : 2;
      byKey.set(key, spoken);
    }
  }
  return [...byKey.values()];
}

/** Whom a name may mean among people. */
class KnownNames<Someone extends Person> {
  readonly #handles: Handles<Someone>;
  readonly #near: NearNames<Someone>;

  constructor(private readonly callbook: Callbook<Someone>) {
    const { people } = callbook;
    this.#handles = new Handles(people);
    this.#near = new NearNames(people);
  }

  /** Whether somebody may be meant, if only with a slip; who, if it is clear; and whether by a handle that nothing told. */
  find(name: string, key: string): { readonly isKnown: boolean; readonly one?: Someone; readonly isHandle?: true } {
    const [one, ...others] = this.callbook.find(name, key)?.people ?? [];
    if (one) return others.length > 0 ? { isKnown: true } : { isKnown: true, one };
    const owner = name === key ? this.#handles.find(key) : undefined;
    return owner ? { isKnown: true, one: owner, isHandle: true } : { isKnown: this.#near.isNear(name, key) };
  }
}

/** Without those that are, but for a slip, a name that is spoken under more often. */
function withoutSlips(all: readonly Spoken[]): Spoken[] {
  const like = new LikeWords(all, (key) => key[0]);
  return all.filter(({ key, turns }) => {
    const isSlipOf = (other: Spoken): boolean => other.turns > turns && countSlips(key, other.key, 1) === 1;
    return key.length < shortestWithSlip || !like.like(key, 1).some(isSlipOf);
  });
}

/** `Ann` and `anndiaz` are Ann Diaz, if she speaks under her whole name and they can be nobody else. */
function joinShort(all: readonly Spoken[]): readonly Spoken[] {
  const whole = all.filter(({ name }) => name.includes(" "));
  if (whole.length === 0) return all;
  const known = new KnownNames(new Callbook(whole));
  return all.filter(({ name, key, meetings }) => {
    const { one, isHandle } = name.includes(" ") ? {} : known.find(name, key);
    for (const meeting of meetings) one?.meetings.add(meeting);
    if (isHandle) one?.handles.push(name);
    return !one;
  });
}
