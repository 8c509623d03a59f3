import type { Format, SectionForm } from "../../model/format";
import type { Note, Section } from "../../model/note";
import { comparable } from "../../text/compare";
import type { Edit } from "../../text/edit";
import { lineEnding } from "../../text/lines";
import { contains } from "../../text/span";
import { listsAttendees } from "../attendees/listsAttendees";
import { topOf } from "../place";
import type { Rule } from "../rule";
import { type KnownSection, knownSections } from "./knownSections";

/** Reports a section that the group's notes have and this one lacks, if it has any of the others as a heading. */
export const sectionMissing: Rule<"section-missing"> = {
  id: "section-missing",
  summary: "A written-up note lacks a section that the group's notes have.",
  severity: "information",
  *check(note, format) {
    const known = knownSections(note, format);
    if (note.state !== "written" || !known.some(({ section }) => section.written === "heading")) return;
    for (const [order, form] of format.sections.entries()) {
      if (!form.expected || known.some((other) => other.order === order) || isTitled(note, form)) continue;
      // A list of attendees that lacks is another rule's matter.
      if (form.role === "attendees" && !listsAttendees(note)) continue;
      const edit = insertSection(note, format, form, known);
      yield {
        at: topOf(note),
        message: `Unexpected note without a section "${form.name}", expected one`,
        fixes: edit ? [{ title: `Insert the section "${form.name}"`, edits: [edit], safe: false }] : [],
      };
    }
  },
};

/** Whether a heading holds the section's name and what it is about: `Topic: the roof`, `Discussion: paint`. */
function isTitled({ headings }: Note, { name, aliases }: SectionForm): boolean {
  const names = new Set([name, ...aliases].map(comparable));
  return headings.some(({ key }) => {
    const [kind, ...about] = key.split(":");
    return about.length > 0 && (names.has(`${kind}`) || names.has(`${kind}s`));
  });
}

/** The section's head, before the first known section that follows it in the form, else behind the last one. */
function insertSection(
  note: Note,
  format: Format,
  form: SectionForm,
  known: readonly KnownSection[],
): Edit | undefined {
  const order = format.sections.indexOf(form);
  const next = known.find((other) => other.order > order)?.section;
  const neighbour = next ?? known.at(-1)?.section;
  if (!neighbour || isNested(neighbour, note.sections)) return undefined;
  const head = headLike(note.text, neighbour, form.name);
  const gap = lineEnding(note.text).repeat(neighbour.written === "bullet" ? 1 : 2);
  const place = next ? next.span.start : neighbour.span.end;
  return { span: { start: place, end: place }, newText: next ? head + gap : gap + head };
}

/** A head in the neighbour's clothes: its marker or hashes, its emphasis, its colon. */
function headLike(text: string, { span, head, name }: Section, newName: string): string {
  return text.slice(Math.min(span.start, head.start), name.span.start) + newName + text.slice(name.span.end, head.end);
}

function isNested(section: Section, sections: readonly Section[]): boolean {
  return (
    section.written === "bullet" && sections.some((other) => other !== section && contains(other.span, section.span))
  );
}
