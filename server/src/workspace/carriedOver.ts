import type { NoteOfReadings } from "../model/noteOfReadings";
import type { SectionNames } from "../model/sectionNames";
import { WrittenLine } from "../model/writtenLine";
import { noticeAt } from "../rules/moveNotice";
import type { Notice } from "../rules/rule";
import { type Difference, findDifference } from "../text/difference";
import { shiftSpan } from "../text/shift";
import type { Span } from "../text/span";

/** A version of a text in which somebody writes on a line that says the same as before. */
export interface CarriedOver {
  readonly text: string;
  readonly line: WrittenLine;
  /** The same line in the version before. */
  readonly before: WrittenLine;
  readonly notices: readonly Notice[];
  /** Where people are listed. */
  readonly lists: readonly Span[];
  readonly hidden: readonly Notice[];
}

/** The last version that is known: its text, what is shown of it, and the line that is being written, if any. */
export interface LastVersion {
  readonly text: string;
  readonly notices: readonly Notice[];
  readonly lists: readonly Span[];
  /** What comments keep from being shown; others may show it again. */
  readonly hidden: readonly Notice[];
  readonly line: WrittenLine | undefined;
  /** The note, if it was read for this very text. */
  readonly note: NoteOfReadings | undefined;
}

/**
 * What is shown of the next version, if the edit changed no more than words that nothing else in the note hangs on;
 * `isSilentOn` tells whether the rules have nothing to say of a reading. Then nobody needs to read the note anew to
 * know its findings: they have only moved. Most keys of somebody who types are of this kind.
 */
export function carryOver(
  last: LastVersion,
  text: string,
  names: SectionNames,
  isSilentOn: (reading: WrittenLine["reading"]) => boolean,
): CarriedOver | undefined {
  const edit = findDifference(last.text, text);
  const line = last.line ?? (last.note && WrittenLine.at(last.note, edit.start));
  const next = line?.after(last.text, text, edit, names);
  if (!line || !next || !line.saysTheSame(next)) return undefined;
  // A line that was carried over before was silent then, too.
  if (!(last.line || isSilentOn(line.reading)) || !isSilentOn(next.reading)) return undefined;
  // What is reported up to the end of the words, and from before the edit, goes on with them, even behind a blank.
  const mayGrow = ({ at }: Notice): boolean => at.end === line.span.end && at.start <= edit.endBefore;
  if ([...last.notices, ...last.hidden].some(mayGrow)) return undefined;
  const notices = allMoved(last.notices, edit);
  const hidden = allMoved(last.hidden, edit);
  const lists = last.lists.flatMap((list) => movedSpan(list, edit) ?? []);
  if (!notices || !hidden || lists.length < last.lists.length) return undefined;
  return { text, line: next, before: line, notices, hidden, lists };
}

/** The notices where they stand behind the edit; undefined where one of them holds what was edited. */
function allMoved(notices: readonly Notice[], edit: Difference): Notice[] | undefined {
  const found = notices.flatMap((notice) => moved(notice, edit) ?? []);
  return found.length === notices.length ? found : undefined;
}

/** The notice where it stands behind the edit; undefined where it holds what was edited, or ends there and may grow. */
function moved(notice: Notice, edit: Difference): Notice | undefined {
  const at = movedSpan(notice.at, edit);
  const related = notice.related.flatMap((place) => {
    const there = movedSpan(place.at, edit);
    return there ? [{ ...place, at: there }] : [];
  });
  return at && related.length === notice.related.length ? noticeAt(notice, at, related) : undefined;
}

/** The span where it stands behind the edit; undefined where it holds what was edited, or ends there and may grow. */
function movedSpan(span: Span, edit: Difference): Span | undefined {
  if (span.end < edit.start) return span;
  return span.start >= edit.endBefore ? shiftSpan(span, edit.endAfter - edit.endBefore) : undefined;
}
