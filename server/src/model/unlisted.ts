import type { KnownPerson, UnclearSpeaker, Unlisted } from "./note";

/**
 * All who speak, are not listed and are known to the group, each person once, in the order in which they first speak;
 * whoever speaks under a whole name is meant by its short form too.
 */
export function findUnlisted(unclear: readonly UnclearSpeaker[]): Unlisted[] {
  const known = unclear.flatMap(({ who, places, first }) => {
    return who.kind === "known" ? [{ people: who.people, places, first }] : [];
  });
  const speaking = new Set<KnownPerson>(known.flatMap(({ people }) => (people.length === 1 ? [people[0]] : [])));
  const byPeople = new Map<string, Unlisted>();
  for (const { people: all, places, first } of known) {
    const [only, ...others] = all.filter((person) => speaking.has(person));
    const people = only && others.length === 0 ? ([only] as const) : all;
    const key = people.map(({ name }) => name).join();
    const before = byPeople.get(key);
    byPeople.set(key, before ? { ...before, places: before.places.with(places) } : { people, places, first });
  }
  return [...byPeople.values()];
}
