import { comparable } from "../text/compare";
import type { Attendee } from "./note";

/** A first or last name of fewer letters says little as a part of a handle. */
const fewestLetters = 3;

/** A last name that stands in a handle behind an initial, or with its end cut off, is at least so long. */
const fewestOfLast = 4;

/** The people of a note whom it or a label names by a handle that is made of their name. */
export class Handles {
  readonly #listed: readonly { readonly person: Attendee; readonly handle: string }[];

  constructor(private readonly people: readonly Attendee[]) {
    this.#listed = people.flatMap((person) => {
      const { name } = person;
      return /[\s,]/.test(name) ? [] : [{ person, handle: comparable(name) }];
    });
  }

  /** The one of whose name the label is made, as `jqdoe` is of Jane Doe's. */
  find(key: string): Attendee | undefined {
    if (key.length <= fewestLetters || !/^[a-z][a-z\d._-]*$/.test(key)) return undefined;
    return only(this.people.filter(({ name }) => spells(key, comparable(name))));
  }

  /** The one who is listed under a handle that is made of the name. */
  madeOf(name: string): Attendee | undefined {
    const whole = comparable(name);
    return only(this.#listed.filter(({ handle }) => spells(handle, whole)).map(({ person }) => person));
  }
}

/** A label of more letters is a name of its own. */
const mostShort = 3;

/**
 * Whether a short label may stand for somebody of that name or handle, as `ac` and `Alc` may for `alcrane`: too little
 * to say that it does, enough not to say that it is somebody else. Both are comparable.
 */
export function mayShorten(label: string, name: string): boolean {
  if (label.length > mostShort) return false;
  const words = name.split(" ");
  if (words.length > 1) return words.map((word) => word.charAt(0)).join("") === label;
  let place = 0;
  for (const letter of label) {
    const next = name.indexOf(letter, place);
    if (next < 0 || (place === 0 && next > 0)) return false;
    place = next + 1;
  }
  return true;
}

function only(people: readonly Attendee[]): Attendee | undefined {
  const [first, ...others] = new Set(people);
  return others.length === 0 ? first : undefined;
}

/**
 * Whether a handle is made of a name of several words: `jdoe`, `jqdoe`, `janedoe`, `janed`, `doej`, `jane42`.
 * Both are comparable.
 */
function spells(handle: string, name: string): boolean {
  const words = name.split(" ");
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (words.length < 2 || first.length < fewestLetters || last === "") return false;
  const letters = handle.replace(/[-_.\d]+/g, "");
  if (letters === first) return letters !== handle;
  if ([first + last, last + first, first + last.charAt(0)].includes(letters)) return true;
  if (last.length < fewestOfLast) return false;
  if (letters === last + first.charAt(0)) return true;
  if (!letters.startsWith(first.charAt(0))) return false;
  const behindInitial = letters.slice(1);
  const isCut = behindInitial.length >= fewestOfLast && last.startsWith(behindInitial);
  return isCut || letters.slice(2) === last;
}
