import { comparable } from "../text/compare";
import { LikeWords } from "../text/likeWords";
import { countSlips } from "../text/slips";
import type { Person, Resolution } from "./note";

/** A form of somebody's name that people misspell. */
interface Form<Someone> {
  readonly person: Someone;
  /** As written. */
  readonly name: string;
  readonly key: string;
  /** Place among the forms of all names. */
  readonly place: number;
}

/** More slips than this are another name. */
const mostSlips = 2;

/** The people of a note by the forms of their names, to find whom a label with a slip means. */
export class NearNames<Someone extends Person> {
  /** Made when the first label asks. */
  #forms: LikeWords<Form<Someone>> | undefined;

  constructor(readonly people: readonly Someone[]) {}

  /** Whom the label nearly names, if nobody else's name is as near; `key` is the label, comparable. */
  find(label: string, key: string): NearMiss<Someone> | Unknown {
    const near = this.#near(key);
    const nearest = near.find(({ form, distance }) => isSlip(label, key, form.key, distance));
    if (!nearest) return { kind: "unknown" };
    const { person, name } = nearest.form;
    const isSure = near.every(({ form, distance }) => form.person === person || distance > nearest.distance);
    return isSure ? { kind: "near miss", person, name, distance: nearest.distance } : { kind: "unknown" };
  }

  /** Whether the label, in small letters or not, may be anybody's name with a slip. */
  isNear(label: string, key: string): boolean {
    const capitalised = label.charAt(0).toUpperCase() + label.slice(1);
    return this.#near(key).some(({ form, distance }) => isSlip(capitalised, key, form.key, distance));
  }

  /** The nearest first. */
  #near(key: string): { readonly form: Form<Someone>; readonly distance: number }[] {
    // A slip keeps the first letter.
    this.#forms ??= new LikeWords(formsOf(this.people), (word) => word[0]);
    return this.#forms
      .like(key, mostSlips)
      .map((form) => ({ form, distance: countSlips(key, form.key, mostSlips) }))
      .filter(({ distance }) => distance <= mostSlips)
      .sort((a, b) => a.distance - b.distance || a.form.place - b.form.place);
  }
}

type Unknown = Extract<Resolution, { kind: "unknown" }>;
type NearMiss<Someone> = Omit<Extract<Resolution, { kind: "near miss" }>, "person"> & { readonly person: Someone };

function formsOf<Someone extends Person>(people: readonly Someone[]): Form<Someone>[] {
  return people
    .flatMap((person) => namesOf(person).map((name) => ({ person, name })))
    .map(({ person, name }, place) => ({ person, name, key: comparable(name), place }));
}

function namesOf(person: Person): string[] {
  const words = person.name.split(/\s+/);
  const [first] = words;
  return [person.name, ...(words.length > 1 && first ? [first] : []), ...person.nicknames, ...person.abbreviations];
}

/**
 * Short names lie too near to each other to guess (Joe, Joel);
 * an abbreviation of three capitals is only ever taken for another by two letters that changed places.
 */
function isSlip(label: string, key: string, name: string, distance: number): boolean {
  if (/^\p{Lu}{3}$/u.test(label)) return [...key].sort().join("") === [...name].sort().join("");
  const shorter = Math.min(key.length, name.length);
  if (shorter < 4 || !/^\p{Lu}/u.test(label)) return false;
  return distance <= (shorter >= 8 ? mostSlips : 1);
}
