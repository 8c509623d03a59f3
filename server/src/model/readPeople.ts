import type { Attendee, ListedAttendee, ListedPeople, People, Resolution, Roster, Speaker } from "./note";
import { createPeople, PeopleIndex, type PeopleOptions } from "./people";
import { readAttendee } from "./readAttendees";

/** Whom a note names as present. */
export interface ReadPeople {
  readonly attendees: readonly ListedAttendee[];
  readonly noteTakers: readonly Speaker[];
  readonly people: People;
}

/** What lists say, wherever they stand. */
interface Known {
  /** What the lists say. */
  readonly said: string;
  /** The same, and who presents. */
  readonly key: string;
  readonly roster: Roster;
  /** Whom each entry of an attendee list names. */
  readonly listed: readonly (Attendee | undefined)[];
  /** Whom each entry of a list of note takers means. */
  readonly takers: readonly (Resolution | undefined)[];
  readonly people: People;
  readonly index: PeopleIndex;
}

/** Reads the people of one version of a note after the other: as long as the lists say the same, they are the same. */
export class PeopleReader {
  #last: { readonly lists: readonly ListedPeople[]; readonly known: Known; readonly read: ReadPeople } | undefined;

  constructor(private readonly options: PeopleOptions) {}

  /** Whom the lists name, and whom a label means by them, who presents and the roster. */
  read(lists: readonly ListedPeople[], presenters: readonly Attendee[], roster: Roster): ReadPeople {
    const known = this.#knownOf(lists, presenters, roster);
    if (this.#last?.lists === lists && this.#last.known === known) return this.#last.read;
    const { listed, takers, people } = known;
    const attendees = entriesOf(lists, "attendees").flatMap(({ list, entry }, index): ListedAttendee[] => {
      const person = listed[index];
      return person ? [{ ...person, span: entry.span, list }] : [];
    });
    const noteTakers = entriesOf(lists, "note taker").flatMap(({ entry }, index): Speaker[] => {
      const who = takers[index];
      return who ? [{ label: { span: entry.span, text: entry.text }, who }] : [];
    });
    const read = { attendees, noteTakers, people };
    this.#last = { lists, known, read };
    return read;
  }

  #knownOf(lists: readonly ListedPeople[], presenters: readonly Attendee[], roster: Roster): Known {
    const said = this.#last?.lists === lists ? this.#last.known.said : keyOf(lists);
    const key = said + JSON.stringify(presenters);
    const options = { ...this.options, presenters, roster };
    const known = this.#last?.known;
    if (known?.key !== key) return { said, key, roster, ...readKnown(lists, options) };
    return known.roster === roster ? known : { ...known, roster, people: createPeople([], options, known.index) };
  }
}

function keyOf(lists: readonly ListedPeople[]): string {
  return JSON.stringify(
    lists.map(({ role: of, entries }) => [
      of,
      entries.map(({ text, abbreviation, handle, role }) => [text, abbreviation, handle, role]),
    ]),
  );
}

function entriesOf(lists: readonly ListedPeople[], role: ListedPeople["role"]) {
  return lists.flatMap((list) => (list.role === role ? list.entries.map((entry) => ({ list, entry })) : []));
}

function readKnown(lists: readonly ListedPeople[], options: PeopleOptions): Omit<Known, "said" | "key" | "roster"> {
  const attendees = withoutRoles(entriesOf(lists, "attendees").map(({ entry }) => readAttendee(entry, true)));
  const present = attendees.flatMap((person) => person ?? []);
  // Whoever took notes or led was there, whoever else is known by that name.
  const { aliases, groups } = options;
  const own = new PeopleIndex(present);
  let listed: People | undefined;
  const unlisted: Attendee[] = [];
  const meant = (role: ListedPeople["role"]) =>
    entriesOf(lists, role).map(({ entry }) => {
      const named = readAttendee(entry, false);
      if (!named) return undefined;
      listed ??= createPeople(present, { aliases, groups }, own);
      const byLabel = listed.resolve(entry.text);
      const who = byLabel.kind === "unknown" ? listed.resolve(named.name) : byLabel;
      if (who.kind === "unknown") unlisted.push(named);
      return who;
    });
  const takers = meant("note taker");
  meant("chair");
  const index = unlisted.length > 0 ? new PeopleIndex([...present, ...unlisted]) : own;
  return { listed: attendees, takers, people: createPeople([], options, index), index };
}

/** Capitals that are the role of others are a role, too: `Tom Ek (TSC)` among several of the TSC. */
function withoutRoles(attendees: readonly (Attendee | undefined)[]): (Attendee | undefined)[] {
  const roles = new Set(attendees.flatMap((person) => person?.role ?? []));
  return attendees.map((person) => {
    const role = person?.role === undefined ? person?.abbreviations.find((one) => roles.has(one)) : undefined;
    if (!person || role === undefined) return person;
    return { ...person, abbreviations: person.abbreviations.filter((one) => one !== role), role };
  });
}
