import type { ActionItem, Attendee, KnownPerson, Note, Person, Resolution, Speaker } from "../model/note";
import { comparable } from "../text/compare";
import { type Span, touches } from "../text/span";

/** Somebody of the note: a person whom it names as present, or a speaker whom it does not. */
export interface Voice {
  /** The full name; for somebody whom neither note nor group knows, the label that they speak under. */
  readonly name: string;
  /** The shortest name that means nobody else, as this note uses it. */
  readonly shortName: string;
  readonly person?: Attendee;
  /** Who it is, for somebody whom not the note but its group knows. */
  readonly known?: KnownPerson;
  /** Offsets at which the turns start, in order. */
  readonly turns: readonly number[];
  readonly actions: readonly ActionItem[];
}

/**
 * Everyone named as present, in the order of the note, then the other speakers in the order of their first turns.
 * What stands at `typed` is a name being written: it is nobody's yet.
 */
export function voicesOf(note: Note, typed?: Span): Voice[] {
  const found = new Map<string, Found>();
  const findKey = keyFinder();
  const isTyped = ({ span }: { readonly span: Span }, start = 0): boolean => {
    return typed !== undefined && touches({ start: start + span.start, end: start + span.end }, typed);
  };
  const typedNames = typed ? namesAt(note, isTyped) : new Set<string>();
  const isTypedPerson = ({ name }: Attendee): boolean => typedNames.has(comparable(name));
  for (const person of note.people.all) {
    if (!isTypedPerson(person)) found.set(keyOfPerson(person), { person, labels: new Map(), turns: [], actions: [] });
  }
  const find = (speaker: Speaker, start = 0): Found | undefined => {
    if (isTyped(speaker.label, start)) return undefined;
    const isOfTyped = "person" in speaker.who && isTypedPerson(speaker.who.person);
    const meant: Speaker = isOfTyped ? { ...speaker, who: { kind: "unknown" } } : speaker;
    return findOrAdd(found, meant, findKey(meant));
  };
  for (const [index, reading] of note.readings.entries()) {
    const start = note.starts[index] ?? 0;
    for (const turn of reading.turns) {
      for (const speaker of turn.speakers) find(speaker, start)?.turns.push(start + turn.span.start);
    }
  }
  for (const action of note.actions) {
    for (const owner of action.owners) find(owner)?.actions.push(action);
  }
  return [...found.values()].map((voice) => voiceOf(voice, note));
}

/** The names, in comparable form, of those whose first entry is there. */
function namesAt({ attendees, noteTakers }: Note, isThere: (part: { readonly span: Span }) => boolean): Set<string> {
  const entries = [
    ...attendees.map(({ name, span }) => ({ name, span })),
    ...noteTakers.map(({ label }) => ({ name: label.text, span: label.span })),
  ];
  const first = new Map<string, { readonly span: Span }>();
  for (const entry of entries) {
    const name = comparable(entry.name);
    if (!first.has(name)) first.set(name, entry);
  }
  return new Set([...first].flatMap(([name, entry]) => (isThere(entry) ? [name] : [])));
}

/** The voice that a speaker's label means; undefined for a group and where several people are meant. */
export function findVoice(voices: readonly Voice[], speaker: Speaker): Voice | undefined {
  const key = keyOf(speaker);
  return voices.find(({ person, known, name }) => {
    const somebody = person ?? known;
    return (somebody ? keyOfPerson(somebody) : keyOfLabel(name)) === key;
  });
}

/**
 * Who presents and, of the people of the group, `most` of those who were there lately, without those who are named as
 * present or speak.
 */
export function silentVoicesOf(note: Note, voices: readonly Voice[], most: number): Voice[] {
  const { presenters, roster, resolve } = note.people;
  const speaking = new Set(voices.map(({ known }) => known));
  // Of a presenter whom the series knows it has more to tell.
  const isMeant = (known: KnownPerson, who = resolve(known.name)): boolean => {
    return who.kind === "known" && (known.by !== "presenting" || who.people.includes(known));
  };
  const lately = [...presenters, ...roster.people.slice(0, most)];
  const others = lately.filter((known) => !speaking.has(known) && isMeant(known));
  return others.map((known) => {
    return { name: known.name, shortName: shortNameOf(known, undefined, note), known, turns: [], actions: [] };
  });
}

/** How often somebody was there before, or why else it is known who it is: what follows a name. */
export function whereKnown({ notes, last, by }: KnownPerson): string {
  if (by === "presenting") return "presents in this note";
  if (notes === 0) return "one of the group’s people";
  const when = last === undefined ? "" : `, last on ${last}`;
  const others = notes === 1 ? "1 other note" : `${notes} other notes`;
  return `${by === "speaking" ? "spoke " : ""}in ${others} of the series${when}`;
}

interface Found {
  readonly person?: Attendee;
  readonly known?: KnownPerson;
  /** As written, and how often each was used. */
  readonly labels: Map<string, number>;
  readonly turns: number[];
  readonly actions: ActionItem[];
}

function findOrAdd(found: Map<string, Found>, { label, who }: Speaker, key: string | undefined): Found | undefined {
  if (key === undefined) return undefined;
  const known = who.kind === "known" && who.people.length === 1 ? { known: who.people[0] } : {};
  const voice = found.get(key) ?? { ...known, labels: new Map<string, number>(), turns: [], actions: [] };
  if (who.kind !== "near miss") voice.labels.set(label.text, (voice.labels.get(label.text) ?? 0) + 1);
  found.set(key, voice);
  return voice;
}

/** As `keyOf`, made once for each label that means the same. */
function keyFinder(): (speaker: Speaker) => string | undefined {
  const keys = new Map<string, { readonly who: Resolution; readonly key: string | undefined }>();
  return (speaker) => {
    const known = keys.get(speaker.label.text);
    if (known?.who === speaker.who) return known.key;
    const key = keyOf(speaker);
    keys.set(speaker.label.text, { who: speaker.who, key });
    return key;
  };
}

function keyOf({ label, who }: Speaker): string | undefined {
  if (who.kind === "one" || who.kind === "near miss") return keyOfPerson(who.person);
  if (who.kind === "known" && who.people.length === 1) return keyOfPerson(who.people[0]);
  if (who.kind === "known") return keyOfLabel(label.text);
  return who.kind === "unknown" ? keyOfLabel(label.text) : undefined;
}

// A label that resolves to nobody may still be spelt like a person's name: the two never share a key.
function keyOfPerson(person: Person): string {
  return `person ${comparable(person.name)}`;
}

function keyOfLabel(label: string): string {
  return `label ${comparable(label)}`;
}

function voiceOf({ person, known, labels, turns, actions }: Found, note: Note): Voice {
  const used = mostFrequent(labels);
  if (known) return { name: known.name, shortName: shortNameOf(known, used, note), known, turns, actions };
  if (!person) return { name: used ?? "", shortName: used ?? "", turns, actions };
  return { name: person.name, shortName: shortNameOf(person, used, note), person, turns, actions };
}

function mostFrequent(labels: ReadonlyMap<string, number>): string | undefined {
  return [...labels].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function shortNameOf(person: Person, used: string | undefined, note: Note): string {
  const [first = person.name] = person.name.split(" ");
  const forms = [...person.nicknames, first, person.name];
  if (used) return forms.find((form) => comparable(form) === comparable(used)) ?? used;
  const unique = forms.find((form) => {
    const who = note.people.resolve(form);
    const meant = who.kind === "one" ? [who.person] : who.kind === "known" ? who.people : [];
    return meant.length === 1 && meant.every((one) => keyOfPerson(one) === keyOfPerson(person));
  });
  return unique ?? person.name;
}
