import { comparable, comparableName } from "../text/compare";
import { LikeWords } from "../text/likeWords";
import { rememberingOf } from "../text/remembering";
import { countSlips } from "../text/slips";
import type { Format, SectionForm, SectionRole } from "./format";
import { isPeopleRole, PeopleNames } from "./peopleNames";

/** A section of the form, under one of its names. */
export interface NamedSection {
  readonly form: SectionForm;
  /** The name or alias as the form has it. */
  readonly name: string;
}

/** How many dots, accents and blanks a section's name may have that do not count. */
const mostDots = 20;

/** The names of a format's sections; made once for each format. */
export const sectionNamesOf = rememberingOf((format: Format) => new SectionNames(format));

/** The names and aliases of a form's sections; case, accents and dots do not matter. */
export class SectionNames {
  /** By comparable name; where sections share one, the first has it. */
  readonly #named = new Map<string, NamedSection>();
  /** By the role of the people whom it lists. */
  readonly #forPeople = new Map<SectionRole, NamedSection>();
  /** Those that are long enough to be told behind a slip. */
  readonly #spelt: LikeWords<NamedSection & { readonly key: string; readonly place: number }>;
  /** No name is longer, dots and all; in UTF-16 units. */
  readonly longest: number;

  /** Whether one of them, or of the labels of people, has a colon in it. */
  readonly haveColons: boolean;

  /** The labels by which people are named. */
  readonly people: PeopleNames;

  constructor(format: Format) {
    const { sections } = format;
    this.people = new PeopleNames(format);
    for (const form of sections) {
      for (const name of [form.name, ...form.aliases]) {
        const key = comparableName(name);
        if (!this.#named.has(key)) this.#named.set(key, { form, name });
        if (isPeopleRole(form.role) && !this.#forPeople.has(form.role)) this.#forPeople.set(form.role, { form, name });
      }
    }
    this.haveColons = this.people.haveColons || [...this.#named.keys()].some((key) => key.includes(":"));
    this.longest = Math.max(0, ...[...this.#named.keys()].map(({ length }) => length)) + mostDots;
    const spelt = [...this.#named].map(([key, named], place) => ({ ...named, key, place }));
    this.#spelt = new LikeWords(
      spelt.filter(({ key }) => key.length >= shortestSpelt),
      () => "",
    );
  }

  /** The section of that name or alias. */
  find(name: string): SectionForm | undefined {
    if (name.length > this.longest) return undefined;
    const key = comparable(name);
    return (this.#named.get(key) ?? this.#forPeople.get(this.people.roleOfSome(key) ?? "other"))?.form;
  }

  /** The section of such a name before something in parentheses: `Attendees (alphabetical)`, `Actions (3)`, `Scribe(s)`. */
  findAside(name: string): SectionForm | undefined {
    const [, bare = "", aside = ""] = /^([^()]{3,60}?) ?\(([^()]{1,60})\)$/.exec(name) ?? [];
    const form = this.find(bare);
    // Behind other names somebody may stand who presents what is below.
    return isPeopleRole(form?.role) || /^(?:\d{1,3}|e?s)$/.test(aside) ? form : undefined;
  }

  /** The section whose name or alias the given name nearly is (one slip, two from eight letters on), if only one is. */
  findNear(name: string): NamedSection | undefined {
    if (name.length > this.longest) return undefined;
    const key = comparable(name);
    const found: (NamedSection & { readonly place: number; readonly distance: number })[] = [];
    for (const { key: other, form, name: named, place } of this.#spelt.like(key, 2)) {
      // One of several is no slip: `Announcement`.
      if (other === `${key}s` || key === `${other}s`) continue;
      const most = mostSlips(other);
      const distance = countSlips(key, other, most);
      if (distance <= most && areNearByWord(key, other)) found.push({ form, name: named, place, distance });
    }
    if (found.length === 0) return undefined;
    found.sort((a, b) => a.place - b.place);
    const least = Math.min(...found.map(({ distance }) => distance));
    const nearest = found.filter(({ distance }) => distance === least);
    const [first] = nearest;
    if (!first || new Set(nearest.map(({ form }) => form)).size !== 1) return undefined;
    return { form: first.form, name: first.name };
  }
}

/** In letters; a shorter name lies too near to others. */
const shortestSpelt = 5;

function mostSlips({ length }: string): number {
  return length >= 8 ? 2 : 1;
}

/** Two slips in one short word make another one: `Meeting roles` are no `Meeting notes`. */
function areNearByWord(name: string, other: string): boolean {
  const [words, others] = [name.split(" "), other.split(" ")];
  return words.length !== others.length || words.every((word, index) => isNearWord(word, others[index] ?? ""));
}

function isNearWord(word: string, other: string): boolean {
  return countSlips(word, other, 2) <= mostSlips(other);
}
