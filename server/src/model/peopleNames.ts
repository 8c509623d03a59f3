import { comparable, comparableName } from "../text/compare";
import type { Format } from "./format";
import type { PeopleRole } from "./note";

/** All roles of people. */
export const peopleRoles: readonly PeopleRole[] = ["attendees", "absent", "note taker", "chair"];

const areRoles: ReadonlySet<string | undefined> = new Set(peopleRoles);

/** Longer labels name no list of people; in UTF-16 units. */
const longestLabel = 60;

/** Some of those whom a list names, or the list: `Remote attendees`, `TSC members absent`, `Speakers/Attendees`. */
const someOf =
  /^(?:list of |speakers ?(?:\/|&|and) ?)?(?:(?:additional|all|also|board|committee|directors|external|guests?|in-person|invited|members|non-members|non-voting|online|onsite|other|others|people|remote|staff|tsc|virtual|voting)\s){0,3}(attendees|attending|participants|present|absent)(?: list)?$/;

/** What is in all of those: the pattern of them takes long to compile. */
const maybeSomeOf = /attend|participants|present|absent/;

/** Labels that name people only next to a list of others: elsewhere `Others:` are other things. */
export const namesMore = /^(?:guests|others|remote)$/i;

/** The labels by which a format names people and what they did. */
export class PeopleNames {
  readonly #roles = new Map<string, PeopleRole>();

  constructor({ attendees, sections }: Format) {
    const { attending, noteTaker, chair, absent } = attendees;
    this.#add("attendees", attending);
    this.#add("note taker", noteTaker);
    this.#add("chair", chair);
    this.#add("absent", absent);
    for (const { role, name, aliases } of sections) if (isPeopleRole(role)) this.#add(role, [name, ...aliases]);
  }

  /** Whether one of the labels has a colon in it. */
  get haveColons(): boolean {
    return [...this.#roles.keys()].some((key) => key.includes(":"));
  }

  /** What the label says of the people behind it; undefined for any other label. */
  roleOf(label: string): PeopleRole | undefined {
    if (label.length > longestLabel) return undefined;
    const key = comparable(label);
    return this.#roles.get(key) ?? this.roleOfSome(key);
  }

  /** The role of the people that a label in comparable form names some of, or that it calls a list. */
  roleOfSome(key: string): PeopleRole | undefined {
    return maybeSomeOf.test(key) ? this.#roles.get(someOf.exec(key)?.[1] ?? "") : undefined;
  }

  #add(role: PeopleRole, names: readonly string[]): void {
    for (const name of names) {
      const key = comparableName(name);
      if (!this.#roles.has(key)) this.#roles.set(key, role);
    }
  }
}

/** Whether a section of the role lists people. */
export function isPeopleRole(role: string | undefined): role is PeopleRole {
  return areRoles.has(role);
}
