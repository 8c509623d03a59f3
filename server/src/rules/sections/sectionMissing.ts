import type { Format, SectionForm } from "../../model/format";
import type { Note, Section } from "../../model/note";
import type { Edit } from "../../text/edit";
import { lineEnding } from "../../text/lines";
import { contains, type Span } from "../../text/span";
import { topOf } from "../place";
import type { Rule } from "../rule";
import { type KnownSection, knownSections } from "./knownSections";

/** Reports a section that the group's notes have and this one lacks, if it has any of the others. */
export const sectionMissing: Rule<"section-missing"> = {
  id: "section-missing",
  summary: "A written-up note lacks a section that the group's notes have.",
  severity: "information",
  *check(note, format) {
    const known = knownSections(note, format);
    if (note.state !== "written" || known.length === 0) return;
    for (const [order, form] of format.sections.entries()) {
      const isThere = known.some((other) => other.order === order) || isUnnamedAgenda(note, form, known);
      if (!form.expected || isThere) continue;
      const edit = insertSection(note, format, form, known);
      yield {
        at: topOf(note),
        message: `Unexpected note without a section "${form.name}", expected one`,
        fixes: edit ? [{ title: `Insert the section "${form.name}"`, edits: [edit], safe: false }] : [],
      };
    }
  },
};

/** Where sections are bullets, the topics beside them are the agenda. */
function isUnnamedAgenda(note: Note, form: SectionForm, known: readonly KnownSection[]): boolean {
  const areBullets = known.every(({ section }) => section.written === "bullet");
  return form.role === "agenda" && areBullets && note.topics.some(({ section }) => !section);
}

/** The section's head, before the first part of the note that follows it in the form, else behind the last one. */
function insertSection(
  note: Note,
  format: Format,
  form: SectionForm,
  known: readonly KnownSection[],
): Edit | undefined {
  const order = format.sections.indexOf(form);
  const parts = partsOf(note, format, known);
  const next = parts.find((part) => part.order > order);
  const neighbour = known.find((other) => other.order > order)?.section ?? known.at(-1)?.section;
  const last = parts.at(-1);
  if (!neighbour || !last || isNested(neighbour, note.sections)) return undefined;
  const head = headLike(note.text, neighbour, form.name);
  const gap = lineEnding(note.text).repeat(neighbour.written === "bullet" ? 1 : 2);
  const place = next ? next.span.start : last.span.end;
  return { span: { start: place, end: place }, newText: next ? head + gap : gap + head };
}

/** The known sections and the topics that are an agenda without name, in the note's order. */
function partsOf(
  note: Note,
  format: Format,
  known: readonly KnownSection[],
): { readonly order: number; readonly span: Span }[] {
  const parts = known.map(({ section, order }) => ({ span: section.span, order }));
  const order = format.sections.findIndex((form) => isUnnamedAgenda(note, form, known));
  const topics = order < 0 ? [] : note.topics.filter(({ section }) => !section).map(({ span }) => ({ span, order }));
  return [...parts, ...topics].sort((a, b) => a.span.start - b.span.start);
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
