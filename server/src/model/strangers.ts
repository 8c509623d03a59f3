import { comparable } from "../text/compare";
import { addTo } from "../text/grouping";
import type { Stranger, UnclearSpeaker } from "./note";

/** All who speak and are not known, each person once, in the order in which they first speak. */
export function findStrangers(unclear: readonly UnclearSpeaker[]): Stranger[] {
  const unknown = unclear.filter(({ who }) => who.kind === "unknown");
  const strangers = unknown.map(({ places, first }): Stranger => {
    return { name: first.text, places, keys: [comparable(first.text)], first, hasOneLabel: true };
  });
  if (strangers.length < 2) return strangers;
  const byPlace = (a: Stranger, b: Stranger) => a.first.span.start - b.first.span.start;
  return joinInto(joinInto(strangers, firstNameAndInitial), firstName).sort(byPlace);
}

/** Joins those whose whole name is the short form of a sole longer name into whoever has that one. */
function joinInto(strangers: readonly Stranger[], shortFormOf: (name: string) => string | undefined): Stranger[] {
  const byShortForm = new Map<string, Stranger[]>();
  for (const stranger of strangers) {
    const form = shortFormOf(comparable(stranger.name));
    if (form !== undefined) addTo(byShortForm, form, stranger);
  }
  const joined = new Map<Stranger, Stranger>();
  for (const stranger of strangers) {
    const [whole, ...rivals] = byShortForm.get(comparable(stranger.name)) ?? [];
    if (whole && rivals.length === 0) joined.set(whole, join(joined.get(whole) ?? whole, stranger));
    else joined.set(stranger, joined.get(stranger) ?? stranger);
  }
  return [...joined.values()];
}

function join(whole: Stranger, short: Stranger): Stranger {
  const first = short.first.span.start < whole.first.span.start ? short.first : whole.first;
  const keys = [...whole.keys, ...short.keys];
  return { name: whole.name, places: whole.places.with(short.places), keys, first, hasOneLabel: false };
}

/** `luke w` of `luke wagner`. */
function firstNameAndInitial(name: string): string | undefined {
  const [first, last, ...more] = name.split(" ");
  return last !== undefined && last.length > 1 && more.length === 0 ? `${first} ${last[0]}` : undefined;
}

/** `luke` of `luke wagner` and of `luke w`. */
function firstName(name: string): string | undefined {
  const [first, ...more] = name.split(" ");
  return more.length > 0 ? first : undefined;
}
