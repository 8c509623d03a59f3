import type { Format } from "../../model/format";
import type { Note, Section } from "../../model/note";

/** A section that the form knows, and its place in the form's order (from 0). */
export interface KnownSection {
  readonly section: Section;
  readonly order: number;
}

/** The note's sections that the form knows, by their name or by one that is nearly theirs, in the note's order. */
export function knownSections(note: Note, format: Format): KnownSection[] {
  const orders = new Map(format.sections.map((form, order) => [form, order]));
  const known: KnownSection[] = [];
  for (const section of note.sections) {
    const form = section.form ?? section.near?.form;
    const order = form && orders.get(form);
    if (order !== undefined) known.push({ section, order });
  }
  return known;
}
