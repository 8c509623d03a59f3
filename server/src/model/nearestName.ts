import { comparable } from "../text/compare";
import { LikeWords } from "../text/likeWords";
import { countSlips } from "../text/slips";
import type { Attendee } from "./note";

/** More slips than this are another name. */
const mostSlips = 2;

/** Finds the one first or full name within two slips of a label that is too far off to be a clear misspelling. */
export function nearestNameAmong(people: readonly Attendee[]): (label: string) => string | undefined {
  let names: LikeWords<Name> | undefined;
  return (label) => {
    names ??= new LikeWords(namesOf(people), () => "");
    const own = comparable(label);
    const near = names
      .like(own, mostSlips)
      .map(({ name, key }) => ({ name, distance: countSlips(own, key, mostSlips) }))
      .filter(({ name, distance }) => distance <= mostSlips && distance * 2 < Math.min(label.length, name.length));
    const least = near.reduce((smallest, { distance }) => Math.min(smallest, distance), mostSlips);
    const [only, ...rivals] = near.filter(({ distance }) => distance === least);
    return rivals.length === 0 ? only?.name : undefined;
  };
}

interface Name {
  /** As written. */
  readonly name: string;
  readonly key: string;
}

/** Each once. */
function namesOf(people: readonly Attendee[]): Name[] {
  const names = people.flatMap(({ name }) => [name, name.split(/\s+/)[0] ?? name]);
  return [...new Set(names)].map((name) => ({ name, key: comparable(name) }));
}
