import { comparable } from "../text/compare";
import { Callbook } from "./callbook";
import { gather, knownAt, type Meeting } from "./gathered";
import type { KnownPerson, Person, Roster } from "./note";
import { findSeriesSpeakers } from "./seriesSpeakers";

/** A roster without anybody. */
export const nobodyKnown: Roster = { people: [], find: () => undefined };

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
    known ??= knownFrom(meetings, listed);
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
      const { circles, handles } = know();
      for (const circle of circles) {
        const found = circle.find(label, key, alias);
        if (found) return found;
      }
      const owner = handles.get(key);
      return owner && { people: [owner], way: "handle" };
    },
  };
}

interface Known {
  readonly people: readonly KnownPerson[];
  /** In the order in which they are asked; each holds those before it, but for the last, of those who only spoke. */
  readonly circles: readonly Callbook<KnownPerson>[];
  /** By handles that no list has. */
  readonly handles: ReadonlyMap<string, KnownPerson>;
}

function knownFrom(all: readonly Meeting[], listed: readonly Person[]): Known {
  const meetings = all.filter(({ people }) => people.length > 0);
  const gathered = gather(meetings, listed);
  const people = gathered.map(({ person, meetings: present }) => {
    const attended: Meeting[] = [];
    for (const number of present) attended.push(meetings[number] as Meeting);
    return knownAt(person, attended);
  });
  const near = gathered.filter(({ nearest }) => nearest < lately).length;
  const present = gathered.filter(({ nearest }) => nearest < Number.POSITIVE_INFINITY).length;
  const sizes = new Set([near, present, people.length].filter((size) => size > 0));
  const callbook = new Callbook(people);
  const { speakers, handles } = findSeriesSpeakers(all, callbook);
  const circles = [...sizes].map((size) => callbook.first(size));
  if (speakers.length > 0) circles.push(new Callbook(speakers));
  return { people: [...people, ...speakers], circles, handles };
}
