import type { Note, Resolution, Speaker, Topic } from "../../server/src/model/note";
import { readNote } from "../../server/src/model/readNote";
import { attendeeTable } from "../../server/src/profiles/attendeeTable";

/** What a reader of the note would say of it, a line for each thing found, in a fixed order. */
export function describeNote(text: string): string[] {
  const note = readNote(text, attendeeTable.format);
  return [
    ...describeTitle(note),
    ...note.attendees.map((person) => `attendee ${person.name}${otherNames(person)}`),
    ...note.noteTakers.map((taker) => `note taker ${describeSpeaker(taker)}`),
    ...(note.table?.defects ?? []).map(({ kind }) => `table: ${kind}`),
    ...note.sections.map(({ written, name, form, near }) => {
      const role = form?.role ?? (near ? `nearly ${near.name}` : "unknown");
      return `section ${name.text} (${written}, ${role})`;
    }),
    ...note.topics.flatMap((topic) => describeTopic(topic, "")),
    ...note.turns.map(({ speakers, spoken, depth, hasContinuation }) => {
      const below = hasContinuation ? " and what is below" : "";
      return `turn ${speakers.map(describeSpeaker).join(" + ")}: ${spoken.text}${below} (depth ${depth})`;
    }),
    ...note.actions.map(({ owners, task, done, due }) => {
      const marks = [done === null ? "" : done ? "done" : "open", due ? `due ${due.text}` : ""].filter(Boolean);
      return `action ${owners.map(describeSpeaker).join(" + ") || "nobody"}: ${task.text}${marks.map((mark) => ` [${mark}]`).join("")}`;
    }),
    ...note.decisions.map(({ text: words }) => `decision ${words.text}`),
    `state ${note.state}`,
  ];
}

function describeTitle({ title }: Note): string[] {
  if (!title) return [];
  const { date, group } = title;
  const day = date && [date.year?.value ?? "?", date.month.value ?? date.month.text, date.day.value].join("-");
  return [`title ${group?.text ?? "nameless"}, ${day ?? "no date"}`];
}

function otherNames(person: Note["attendees"][number]): string {
  const names = [
    ...person.nicknames.map((nickname) => `“${nickname}”`),
    ...person.abbreviations,
    ...person.handles.map((handle) => `@${handle}`),
    ...(person.role ? [`role ${person.role}`] : []),
  ];
  return names.length > 0 ? ` (${names.join(", ")})` : "";
}

function describeTopic(topic: Topic, indent: string): string[] {
  const presenter = topic.presenter ? ` by ${describeSpeaker(topic.presenter)}` : "";
  return [
    `${indent}topic ${topic.title.text}${presenter}`,
    ...topic.topics.flatMap((nested) => describeTopic(nested, `${indent}  `)),
  ];
}

function describeSpeaker({ label, who }: Speaker): string {
  return `${label.text} = ${describeResolution(who)}`;
}

/** Whom a label means, in one phrase. */
export function describeResolution(who: Resolution): string {
  switch (who.kind) {
    case "one":
      return who.person.name;
    case "ambiguous":
      return who.people.map(({ name }) => name).join(" or ");
    case "near miss":
      return `nearly ${who.name}`;
    default:
      return who.kind;
  }
}
