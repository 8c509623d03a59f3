import type { Format } from "../../model/format";
import type { Note, Section } from "../../model/note";

/** A section that the form knows, and its place in the form's order (from 0). */
export interface KnownSection {
  readonly section: Section;
  readonly order: number;
}

/** The note's sections that the form knows, by their name or by one that is nearly theirs, in the note's order. */
export function knownSections(note: Note, format: Format): KnownSection[] {
  return note.sections.flatMap((section) => {
    const form = section.form ?? section.near?.form;
    const order = form ? format.sections.findIndex(({ role }) => role === form.role) : -1;
    return order < 0 ? [] : [{ section, order }];
  });
}
