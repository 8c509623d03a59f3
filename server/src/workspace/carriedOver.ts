import type { NoteOfReadings } from "../model/noteOfReadings";
import type { SectionNames } from "../model/sectionNames";
import { WrittenLine } from "../model/writtenLine";
import { noticeAt } from "../rules/moveNotice";
import type { Finding, Notice } from "../rules/rule";
import { type Difference, findDifference, joinDifferences } from "../text/difference";
import { shiftSpan } from "../text/shift";
import type { Span } from "../text/span";

/** A note that was read, and what is shown of it; all places count in its text. */
export interface ReadVersion {
  readonly note: NoteOfReadings;
  readonly findings: readonly Finding[];
  /** What comments keep from being shown; others may show it again. */
  readonly hidden: readonly Notice[];
  /** Where people are listed. */
  readonly lists: readonly Span[];
}

/** What was written on one line since a note was read, which says the same as the line said then. */
export interface Written {
  readonly line: WrittenLine;
  /** The line in the note. */
  readonly asRead: WrittenLine;
  /** All of it as one edit of the note's text. */
  readonly edit: Difference;
  /** Whether all that is shown is still on the same line and character. */
  readonly leavesPlaces: boolean;
}

/** A version of a text: a note that was read, and what was written since, if anything was. */
export interface KnownVersion {
  readonly text: string;
  readonly read: ReadVersion;
  readonly written: Written | undefined;
}

/**
 * What was written until the next version of a text, if that changed no more than words that nothing else in the note
 * hangs on; `isSilentOn` tells whether the rules have nothing to say of a reading. Then nobody needs to read the note
 * anew to know its findings: they have only moved. Most keys of somebody who types are of this kind.
 */
export function carryOver(
  { text: before, read, written }: KnownVersion,
  text: string,
  names: SectionNames,
  isSilentOn: (reading: WrittenLine["reading"]) => boolean,
): Written | undefined {
  const edit = findDifference(before, text);
  const line = written?.line ?? WrittenLine.at(read.note, edit.start);
  const next = line?.after(before, text, edit, names);
  if (!line || !next) return undefined;
  const asRead = written?.asRead ?? line;
  if (!asRead.saysTheSame(next)) return undefined;
  // A line that was carried over before was silent then, too.
  if (!(written || isSilentOn(line.reading)) || !isSilentOn(next.reading)) return undefined;
  const all = written ? joinDifferences(written.edit, edit) : edit;
  // Most of what is typed only adds to what was: nothing that was apart from it can be nearer now.
  const isLonger = written && written.edit.start === all.start && written.edit.endBefore === all.endBefore;
  if (isLonger) return { ...written, line: next, edit: all };
  if (!isApart(read, all, asRead.span.end)) return undefined;
  return { line: next, asRead, edit: all, leavesPlaces: !isShownBehind(read, all) };
}

/** The notices where they stand behind the edit. */
export function noticesBehind({ findings }: ReadVersion, edit: Difference): Notice[] {
  return findings.map((notice) => {
    const related = notice.related.map((place) => ({ ...place, at: movedSpan(place.at, edit) }));
    return noticeAt(notice, movedSpan(notice.at, edit), related);
  });
}

/** Where people are listed behind the edit. */
export function listsBehind({ lists }: ReadVersion, edit: Difference): Span[] {
  return lists.map((list) => movedSpan(list, edit));
}

/** Whether nothing that is known of the note by its place holds what was edited, or ends there and may grow. */
function isApart({ findings, hidden, lists }: ReadVersion, edit: Difference, lineEnd: number): boolean {
  const isClear = (span: Span): boolean => span.end < edit.start || span.start >= edit.endBefore;
  // What is reported up to the end of the words, and from before the edit, goes on with them, even behind a blank.
  const mayGrow = (at: Span): boolean => at.end === lineEnd && at.start <= edit.endBefore;
  const isClearOf = ({ at, related }: Notice): boolean =>
    isClear(at) && !mayGrow(at) && related.every((place) => isClear(place.at));
  return lists.every(isClear) && findings.every(isClearOf) && hidden.every(isClearOf);
}

/** Whether something is shown behind the edit on its line, and so moves with every letter. */
function isShownBehind({ note, findings }: ReadVersion, edit: Difference): boolean {
  const lineFeed = note.text.indexOf("\n", edit.start);
  const lineEnd = lineFeed < 0 ? note.text.length : lineFeed;
  const isBehind = ({ start }: Span): boolean => start >= edit.start && start <= lineEnd;
  return findings.some(({ at, related }) => isBehind(at) || related.some((place) => isBehind(place.at)));
}

/** Where a span that is apart from the edit stands behind it. */
function movedSpan(span: Span, edit: Difference): Span {
  return span.end < edit.start ? span : shiftSpan(span, edit.endAfter - edit.endBefore);
}
