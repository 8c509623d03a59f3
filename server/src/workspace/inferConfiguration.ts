import type { SectionForm } from "../model/format";
import type { Note, Section } from "../model/note";
import { findDate } from "../parse/date";
import type { Configuration, SectionPart } from "../profiles/configuration";
import type { Profile } from "../profiles/profile";
import { comparable } from "../text/compare";
import { analyse } from "./analyser";
import { listSeries } from "./seriesFolder";
import { defaultSettings } from "./settings";
import type { NoteFiles } from "./store";

/** A file that may be a note. */
export interface MaybeNote {
  readonly uri: string;
  readonly text: string;
}

/** What the notes of a group have in common. */
export interface InferredConfiguration {
  /** The text of a `.notewright.json`. */
  readonly text: string;
  /** How many notes it was made from. */
  readonly notes: number;
}

/** A file of more bytes is left out. */
const mostBytes = 1_000_000;

/** So many files are read: those whose names come last, which are the newest where names have dates. */
const mostFiles = 200;

/** Infers from the notes in a folder (a URI), in its folders of years and in its archive, how their group writes. */
export async function inferFromFolder(folder: string, files: NoteFiles): Promise<InferredConfiguration | undefined> {
  const uris = (await listSeries(folder.replace(/\/$/, ""), files)).sort().slice(-mostFiles);
  const found: MaybeNote[] = [];
  for (const uri of uris) {
    const text = await files.read(uri, mostBytes);
    if (text !== undefined) found.push({ uri, text });
  }
  return inferConfiguration(found);
}

/** Fewer notes than this have nothing in common. */
const fewestNotes = 2;

/**
 * Infers from notes how their group writes: the profile that most of them are in, the forms of their dates and turns,
 * their sections. Undefined where there are no two notes of one profile; the other files do not count.
 */
export function inferConfiguration(files: readonly MaybeNote[]): InferredConfiguration | undefined {
  const read = files.flatMap(({ uri, text }) => {
    const { verdict, note } = analyse(uri, text, defaultSettings);
    return verdict.isNote && note?.state === "written" ? [{ profile: verdict.profile, note }] : [];
  });
  const [id] = byCount(read.map(({ profile }) => profile.id));
  const alike = read.filter(({ profile }) => profile.id === id);
  const [first] = alike;
  if (!first || alike.length < fewestNotes) return undefined;
  const notes = alike.map(({ note }) => note);
  return { text: write(configurationOf(first.profile, notes), labelsOf(notes), notes.length), notes: notes.length };
}

function configurationOf(profile: Profile, notes: readonly Note[]): Configuration {
  const dates = byCount(notes.flatMap((note) => dateFormOf(note, profile) ?? []));
  const forms = notes.flatMap((note) => (note.turns.length > 2 ? [note.turnForm] : []));
  // A form that every tenth note does without is not the group's.
  const [turnForm] = byCount(forms, Math.ceil(forms.length * expectedShare));
  const sections = sectionsOf(notes, profile);
  return {
    extends: profile.id,
    profile: {
      ...(dates.length > 0 && { title: { dates } }),
      ...(sections.length > 0 && { sections }),
      ...(turnForm && { turns: { form: turnForm } }),
    },
  };
}

/** The form that covers most of the date in the title. */
function dateFormOf({ title }: Note, { format }: Profile): string | undefined {
  if (!title) return undefined;
  const lengthOf = (form: string): number => {
    const found = findDate(title.words.text, 0, [form]);
    return found ? found.span.end - found.span.start : 0;
  };
  const [best] = format.title.dates
    .map((form) => ({ form, length: lengthOf(form) }))
    .sort((a, b) => b.length - a.length);
  return best && best.length > 0 ? best.form : undefined;
}

/** A section that fewer of the notes have is a topic of its day. */
const leastShare = 0.3;
/** A section that so many have is missed in the others. */
const expectedShare = 0.9;

function sectionsOf(notes: readonly Note[], { format }: Profile): SectionPart[] {
  const written = notes.map(({ sections }) => lastOfEach(sections));
  const keys = new Set(written.flatMap((sections) => [...sections.keys()]));
  const kept = [...keys].flatMap((key) => {
    const found = written.flatMap((sections) => sections.get(key) ?? []);
    const role = found[0]?.form?.role;
    const expected = found.length >= notes.length * expectedShare;
    // What nothing is known of and many do without is of no use.
    const least = role === undefined ? expectedShare : leastShare;
    if (found.length < Math.max(fewestNotes, notes.length * least)) return [];
    const [name = "", ...others] = byCount(found.map((section) => section.name.text));
    const aliases = aliasesOf(
      name,
      others,
      format.sections.find((form) => form.role === role),
    );
    return [{ key, part: { name, ...(role !== undefined && { role }), ...(aliases && { aliases }), expected } }];
  });
  const orders = written.map((sections) => new Map([...sections.keys()].map((key, index) => [key, index])));
  const rankOf = (key: string) => kept.filter((other) => comesBefore(key, other.key, orders)).length;
  return kept.sort((one, other) => rankOf(other.key) - rankOf(one.key)).map(({ part }) => part);
}

/** Whether the one comes before the other in most of the notes that have both. */
function comesBefore(one: string, other: string, orders: readonly ReadonlyMap<string, number>[]): boolean {
  let lead = 0;
  for (const order of orders) {
    const [first, second] = [order.get(one), order.get(other)];
    if (first !== undefined && second !== undefined) lead += Math.sign(second - first);
  }
  return lead > 0;
}

/** The other names of a section, if there are more than the profile's section has. */
function aliasesOf(name: string, seen: readonly string[], form: SectionForm | undefined): string[] | undefined {
  const byKey = new Map(
    [...seen, form?.name ?? name, ...(form?.aliases ?? [])].map((each) => [comparable(each), each]),
  );
  const known = new Set([form?.name ?? name, ...(form?.aliases ?? [])].map(comparable));
  byKey.delete(comparable(name));
  return [...byKey.keys()].every((key) => known.has(key)) ? undefined : [...byKey.values()];
}

/** The sections by name or role, in their order; of two that are one, the last, which may be within the other. */
function lastOfEach(sections: readonly Section[]): Map<string, Section> {
  const found = new Map<string, Section>();
  for (const section of sections) {
    found.delete(keyOf(section));
    found.set(keyOf(section), section);
  }
  return found;
}

function keyOf({ form, key }: Section): string {
  return form && form.role !== "other" ? `role ${form.role}` : key;
}

/** Labels that speak in several notes and are in nobody's list of attendees: people who are never listed, or no people. */
function labelsOf(notes: readonly Note[]): string[] {
  const known = new Set(notes.flatMap(({ people }) => people.all.map(({ name }) => comparable(name))));
  const labels = notes.flatMap(({ strangers }) =>
    strangers.flatMap(({ name, hasOneLabel }) => (hasOneLabel ? [name] : [])),
  );
  const counted = labels.filter((label) => !known.has(comparable(label)) && !label.includes(":"));
  return byCount(counted, 3);
}

/** The different words that come at least so often, the commonest first. */
function byCount<Word extends string>(words: readonly Word[], least = 1): Word[] {
  const counts = new Map<Word, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort(([, one], [, other]) => other - one)
    .map(([word]) => word);
}

function write(configuration: Configuration, labels: readonly string[], notes: number): string {
  const [open, ...rest] = JSON.stringify(configuration, null, 2).split("\n");
  const body = rest.slice(0, -1);
  const last = body.pop() ?? "";
  const advice = [
    "  // These speak in several notes, and no list of attendees has them. Keep those that are no people:",
    `  // "labels": ${JSON.stringify(labels)}`,
  ];
  const lines = [
    open,
    `  // Made from ${notes} notes: what they have in common. Everything here may be changed or left out.`,
    ...body,
    labels.length > 0 ? `${last},` : last,
    ...(labels.length > 0 ? advice : []),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}
