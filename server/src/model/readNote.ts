import { ChunkedText } from "../parse/chunkedText";
import { defaultReadingOptions, type Format, type ReadingOptions } from "./format";
import type { Note, Roster } from "./note";
import { NoteReader } from "./noteReader";

/** Reads a text as a meeting note of the given format; total: any text gives a note. */
export function readNote(
  text: string,
  format: Format,
  options: ReadingOptions = defaultReadingOptions,
  roster?: Roster,
): Note {
  return new NoteReader(format, options).read(ChunkedText.of(text), roster);
}
