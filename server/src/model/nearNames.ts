import { comparable } from "../text/compare";
import { countSlips } from "../text/slips";
import type { Attendee, Resolution } from "./note";

/** A form of somebody's name that people misspell. */
interface Form {
  readonly person: Attendee;
  /** As written. */
  readonly name: string;
  readonly key: string;
  /** Place among the forms of all names. */
  readonly place: number;
}

/** More slips than this are another name. */
const mostSlips = 2;

/** Among more names that are as long and start alike, none can be told to be meant. */
const crowd = 2_000;

/** The people of a note by the forms of their names, to find whom a label with a slip means. */
export class NearNames {
  /** By first letter and length; made when the first label asks. */
  #forms: ReadonlyMap<string, readonly Form[]> | undefined;

  constructor(readonly people: readonly Attendee[]) {}

  /** Whom the label nearly names, if nobody else's name is as near; `key` is the label, comparable. */
  find(label: string, key: string): Resolution {
    const near = this.#formsLike(key)
      .map((form) => ({ form, distance: countSlips(key, form.key, mostSlips) }))
      .filter(({ distance }) => distance <= mostSlips)
      .sort((a, b) => a.distance - b.distance || a.form.place - b.form.place);
    const nearest = near.find(({ form, distance }) => isSlip(label, key, form.key, distance));
    if (!nearest) return { kind: "unknown" };
    const { person, name } = nearest.form;
    const isSure = near.every(({ form, distance }) => form.person === person || distance > nearest.distance);
    return isSure ? { kind: "near miss", person, name, distance: nearest.distance } : { kind: "unknown" };
  }

  #formsLike(key: string): Form[] {
    this.#forms ??= formsByShape(this.people);
    const found: (readonly Form[])[] = [];
    for (let length = key.length - mostSlips; length <= key.length + mostSlips; length++) {
      found.push(this.#forms.get(shapeOf(key, length)) ?? []);
    }
    const count = found.reduce((sum, forms) => sum + forms.length, 0);
    return count > crowd ? [] : found.flat();
  }
}

function formsByShape(people: readonly Attendee[]): Map<string, Form[]> {
  const forms = new Map<string, Form[]>();
  let place = 0;
  for (const person of people) {
    for (const name of namesOf(person)) {
      const key = comparable(name);
      const shape = shapeOf(key, key.length);
      const alike = forms.get(shape) ?? [];
      alike.push({ person, name, key, place: place++ });
      forms.set(shape, alike);
    }
  }
  return forms;
}

function shapeOf(key: string, length: number): string {
  return `${key[0]}${length}`;
}

function namesOf(person: Attendee): string[] {
  const words = person.name.split(/\s+/);
  const [first] = words;
  return [person.name, ...(words.length > 1 && first ? [first] : []), ...person.nicknames, ...person.abbreviations];
}

/**
 * A slip keeps the first letter. Short names lie too near to each other to guess (Joe, Joel);
 * an abbreviation of three capitals is only ever taken for another by two letters that changed places.
 */
function isSlip(label: string, key: string, name: string, distance: number): boolean {
  if (/^\p{Lu}{3}$/u.test(label)) return [...key].sort().join("") === [...name].sort().join("");
  const shorter = Math.min(key.length, name.length);
  if (shorter < 4 || !/^\p{Lu}/u.test(label)) return false;
  return distance <= (shorter >= 8 ? mostSlips : 1);
}
