import { type Hover, MarkupKind } from "vscode-languageserver-types";
import type { Attendee, KnownPerson, Note, ResolutionWay, Speaker, Topic } from "../model/note";
import { sameWords } from "../text/compare";
import type { Part, Span } from "../text/span";
import { displayText, escapeMarkdown } from "./displayText";
import type { OpenNote } from "./openNote";
import { rangeOf } from "./ranges";
import { findVoice, type Voice, voicesOf, whereKnown } from "./voices";

/** Who stands at the offset: full name, how the label was understood, turns and action items in this note. */
export function hoverOf({ document, note }: OpenNote, offset: number): Hover | null {
  const found = findSpeaker(note, offset) ?? findAttendee(note, offset);
  if (!found) return null;
  const value = found.paragraphs.join("\n\n");
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(document.lines, found.at) };
}

interface Description {
  readonly at: Span;
  readonly paragraphs: readonly string[];
}

function findSpeaker(note: Note, offset: number): Description | undefined {
  const speaker = speakersOf(note).find(({ label }) => holds(label.span, offset));
  if (!speaker) return undefined;
  const voice = findVoice(voicesOf(note), speaker);
  const past = speaker.who.kind === "one" ? describePast(note, speaker.who.person) : [];
  const share = voice ? describeShare(voice) : [];
  return { at: speaker.label.span, paragraphs: [...describeWho(speaker), ...share, ...past] };
}

function findAttendee(note: Note, offset: number): Description | undefined {
  const entry = note.attendees.find(({ span }) => holds(span, offset));
  if (!entry) return undefined;
  const voice = voicesOf(note).find(({ person }) => person && sameWords(person.name, entry.name));
  const share = voice ? describeShare(voice) : [];
  return { at: entry.span, paragraphs: [describePerson(entry), ...share, ...describePast(note, entry)] };
}

function speakersOf(note: Note): Speaker[] {
  return [
    ...note.turns.flatMap((turn) => turn.speakers),
    ...note.topics.flatMap(presentersOf),
    ...note.actions.flatMap((action) => action.owners),
    ...note.noteTakers,
  ];
}

function presentersOf(topic: Topic): Speaker[] {
  return [...(topic.presenter ? [topic.presenter] : []), ...topic.topics.flatMap(presentersOf)];
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function describeWho({ label, who }: Speaker): string[] {
  const named = quoted(label);
  switch (who.kind) {
    case "one":
      return [
        describePerson(who.person),
        who.person.listed ? `${named} ${understood[who.way]}.` : "Not in the attendee list.",
      ];
    case "ambiguous":
      return [`${named} may be ${who.people.map(({ name }) => bold(name)).join(" or ")}.`];
    case "known":
      return describeKnown(named, who.people);
    case "near miss":
      return [`${named} is not in the attendee list, but ${bold(who.person.name)} is.`];
    case "group":
      return [`${named} stands for no single person.`];
    case "unknown":
      return [`${named} is not in the attendee list.`];
  }
}

function describeKnown(named: string, people: readonly KnownPerson[]): string[] {
  const [only, ...others] = people;
  const origin = "but other notes of the series know";
  if (!only || others.length > 0) {
    return [`${named} is not in the attendee list, ${origin} ${people.map(({ name }) => bold(name)).join(" and ")}.`];
  }
  return [bold(only.name), `${named} is not in the attendee list, but ${whereKnown(only)}.`];
}

/** Where else somebody of the note was. */
function describePast({ people }: Note, { name }: Attendee): string[] {
  const known = people.roster.find(name)?.people ?? [];
  const same = known.find((other) => sameWords(other.name, name));
  if (!same || same.notes === 0) return [];
  return [same.by === "speaking" ? `Otherwise ${whereKnown(same)}.` : `Listed ${whereKnown(same)}.`];
}

/** How a label was understood: what follows it in a sentence. */
const understood: Readonly<Record<ResolutionWay, string>> = {
  "full name": "is the full name of an attendee",
  "same name, other case or accents": "is the full name of an attendee, but for case or accents",
  "last name first": "is the full name of an attendee, last name first",
  nickname: "is the nickname of one attendee",
  "first name": "is the first name of one attendee",
  "last name": "is the last name of one attendee",
  "first and last name": "is the first name and the last name of one attendee",
  "first name and initial": "is the first name and an initial of one attendee",
  initials: "stands for the initials of one attendee",
  abbreviation: "is the abbreviation of one attendee’s name",
  handle: "is the GitHub handle of one attendee",
  "start of the handle": "is the start of the handle of one attendee",
  alias: "is another name of one attendee, by your group’s settings",
  "name in another note": "is another name of one attendee, by other notes of the series",
};

/** The entry as the note has it, nickname, handle and role included. */
function describePerson({ written }: Attendee): string {
  return bold(displayText(written, 120));
}

function describeShare({ turns, actions }: Voice): string[] {
  const count = turns.length === 0 ? "No turns" : turns.length === 1 ? "1 turn" : `${turns.length} turns`;
  if (actions.length === 0) return [`${count} in this note.`];
  const items = actions.map(
    ({ task, done }) => `- ${escapeMarkdown(displayText(task.text, 120))}${done ? " (done)" : ""}`,
  );
  return [`${count} in this note.`, "Action items:", items.join("\n")];
}

function quoted({ text }: Part): string {
  return `“${escapeMarkdown(text)}”`;
}

function bold(name: string): string {
  return `**${escapeMarkdown(name)}**`;
}
