import type { Note } from "../model/note";
import type { WrittenLine } from "../model/writtenLine";
import type { Finding } from "../rules/rule";
import type { Span } from "../text/span";
import type { ReadVersion, Written } from "./carriedOver";

/** A note as it was before words were written on one of its lines, which nothing else in it hangs on. */
export interface EarlierNote {
  readonly note: Note;
  /** What was found in it, and still is; offsets count in the note. */
  readonly findings: readonly Finding[];
  /** What is found on that line now; offsets count in the text. */
  readonly own: readonly Finding[];
  /** Where in the note an offset of the text is; within the words that were written, their end at most. */
  toNote(offset: number): number;
  /** Where in the text an offset of the note is. */
  toText(offset: number): number;
  /** From the start of that line to the end of its words, in the note. */
  readonly line: Span;
}

/**
 * The note that was read before these words were written, if it tells the same of them. It does not where their line
 * is named after them or was not there, or nothing was said on it then. Undefined, too, where the text ends with the
 * line, and a blank waits behind the words for the next one: the text's end is no longer the words' end then.
 */
export function earlierNote({ note }: ReadVersion, written: Written, text: string): EarlierNote | undefined {
  if (written.isLeft || written.isNew || !written.line.isSaid || isEmpty(written.line) !== isEmpty(written.asRead))
    return undefined;
  const line = written.asRead.span;
  const end = written.line.span.end;
  const { spokenStart } = written.asRead;
  const moved = text.length - note.text.length;
  const isLast = line.end === note.text.length || end === text.length;
  if (isLast && moved !== end - line.end) return undefined;
  return {
    note,
    findings: written.others,
    own: written.own,
    line,
    toNote: (offset) => (offset <= end ? Math.min(offset, line.end) : Math.max(line.end, offset - moved)),
    toText: (offset) => {
      if (offset === spokenStart && offset < line.end) return written.line.spokenStart ?? offset;
      if (offset < line.end) return offset;
      return offset === line.end ? end : offset + moved;
    },
  };
}

/** Whether somebody is named who has said nothing yet. */
function isEmpty({ turn }: WrittenLine): boolean {
  return turn?.spoken.text === "";
}
