import type { ActionItem, Attendee, Note, Resolution, Speaker } from "../model/note";
import { comparable } from "../text/compare";
import { type Span, touches } from "../text/span";

/** Somebody of the note: a person whom it names as present, or a speaker whom it does not. */
export interface Voice {
  /** The full name; for somebody whom the note does not name as present, the label that they speak under. */
  readonly name: string;
  /** The shortest name that means nobody else, as this note uses it. */
  readonly shortName: string;
  readonly person?: Attendee;
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
  return voices.find(({ person, name }) => (person ? keyOfPerson(person) : keyOfLabel(name)) === key);
}

interface Found {
  readonly person?: Attendee;
  /** As written, and how often each was used. */
  readonly labels: Map<string, number>;
  readonly turns: number[];
  readonly actions: ActionItem[];
}

function findOrAdd(found: Map<string, Found>, { label, who }: Speaker, key: string | undefined): Found | undefined {
  if (key === undefined) return undefined;
  const voice = found.get(key) ?? { labels: new Map<string, number>(), turns: [], actions: [] };
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
  return who.kind === "unknown" ? keyOfLabel(label.text) : undefined;
}

// A label that resolves to nobody may still be spelt like a person's name: the two never share a key.
function keyOfPerson(person: Attendee): string {
  return `person ${comparable(person.name)}`;
}

function keyOfLabel(label: string): string {
  return `label ${comparable(label)}`;
}

function voiceOf({ person, labels, turns, actions }: Found, note: Note): Voice {
  const used = mostFrequent(labels);
  if (!person) return { name: used ?? "", shortName: used ?? "", turns, actions };
  return { name: person.name, shortName: shortNameOf(person, used, note), person, turns, actions };
}

function mostFrequent(labels: ReadonlyMap<string, number>): string | undefined {
  return [...labels].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function shortNameOf(person: Attendee, used: string | undefined, note: Note): string {
  const [first = person.name] = person.name.split(" ");
  const forms = [...person.nicknames, first, person.name];
  if (used) return forms.find((form) => comparable(form) === comparable(used)) ?? used;
  const unique = forms.find((form) => {
    const who = note.people.resolve(form);
    return who.kind === "one" && keyOfPerson(who.person) === keyOfPerson(person);
  });
  return unique ?? person.name;
}
