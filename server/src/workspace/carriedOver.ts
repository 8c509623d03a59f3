import { beginLine, beginWords } from "../model/begunLine";
import type { Note } from "../model/note";
import type { NoteOfReadings } from "../model/noteOfReadings";
import type { SectionNames } from "../model/sectionNames";
import { WrittenLine } from "../model/writtenLine";
import type { Linter } from "../rules/lint";
import { noticeAt } from "../rules/moveNotice";
import type { Finding, Notice } from "../rules/rule";
import { shiftProblem } from "../rules/shiftProblem";
import { type Difference, findDifference, joinDifferences } from "../text/difference";
import { nextPlaceOf } from "../text/lineEnds";
import { shiftSpan } from "../text/shift";
import { compareSpans, contains, type Span } from "../text/span";

/** A note that was read, and what is shown of it; all places count in its text. */
export interface ReadVersion {
  readonly note: NoteOfReadings;
  readonly findings: readonly Finding[];
  /** What comments keep from being shown; others may show it again. */
  readonly hidden: readonly Notice[];
  /** Where people are listed. */
  readonly lists: readonly Span[];
}

/**
 * What was written on one line since a note was read, for which the rest of the note is what it was; at last perhaps a
 * line end, and the start of a line below with nothing on it.
 */
export interface Written {
  readonly line: WrittenLine;
  /** The line in the note. */
  readonly asRead: WrittenLine;
  /** All of it as one edit of the note's text. */
  readonly edit: Difference;
  /** What is said of the line as it is now, and may be something else at the next key. */
  readonly own: readonly Finding[];
  /** All other findings in the note. */
  readonly others: readonly Finding[];
  /** Whether these are still on the same lines and characters. */
  readonly leavesPlaces: boolean;
  /** Whether all that is shown elsewhere is what was shown of the version before, and stands where it stood. */
  readonly leavesShown: boolean;
  /** Whether another line was begun, with nothing on it yet. */
  readonly isLeft: boolean;
  /** Whether the line was begun so: `asRead` is then how it was when there were words on it, and no line of the note. */
  readonly isNew: boolean;
}

/** A version of a text: a note that was read, and what was written since, if anything was. */
export interface KnownVersion {
  readonly text: string;
  readonly read: ReadVersion;
  readonly written: Written | undefined;
}

/**
 * What was written until the next version of a text, if that changed no more than words that nothing else in the note
 * hangs on. Then nobody needs to read the note anew to know its findings: they have only moved, but for what some rules
 * say of the line itself. Most keys of somebody who types are of this kind. `known` is the edit between the two, if
 * anybody knows it.
 */
export function carryOver(
  { text: before, read, written }: KnownVersion,
  text: string,
  names: SectionNames,
  linter: Linter,
  known?: Difference,
): Written | undefined {
  // Whoever types goes on where the last words were written.
  const edit = known ?? findDifference(before, text, written?.edit.endAfter);
  const begun = written && beginLine(written.line, before, text, edit);
  if (begun) return leave(read, written, begun);
  if (written?.isLeft) return begin(read, written, text, edit, names, linter);
  const line = written?.line ?? WrittenLine.at(read.note, edit.start);
  const next = line?.after(before, text, edit, names);
  if (!line || !next) return undefined;
  const asRead = written?.asRead ?? line;
  if (!asRead.saysTheSame(next)) return undefined;
  // A line that was carried over before was silent then, too.
  if (!(written || linter.isSilentOn(line.reading)) || !linter.isSilentOn(next.reading)) return undefined;
  const own = ownNotices(next, asRead, read.note, linter);
  // A comment may be about them.
  if (own.length > 0 && read.note.suppressions.length > 0) return undefined;
  const others = written?.others ?? read.findings.filter((found) => !isOwn(found, asRead, linter));
  const all = written ? joinDifferences(written.edit, edit) : edit;
  if (!(written ? isStillApart(read, written, all) : isApart(read, others, all, asRead.span.end))) return undefined;
  const isLonger = written !== undefined && onlyAdds(written, all);
  const leavesPlaces = isLonger ? written.leavesPlaces : !isShownBehind(read.note, others, all);
  // What was said of the line when the note was read was shown with all else.
  const leavesShown = leavesPlaces && (written !== undefined || others.length === read.findings.length);
  const isNew = written?.isNew ?? false;
  return { line: next, asRead, edit: all, own, others, leavesPlaces, leavesShown, isLeft: false, isNew };
}

/** The line with another one begun below it, if nothing is said of it, or shown where that begins. */
function leave(read: ReadVersion, written: Written, begun: Difference): Written | undefined {
  const edit = joinDifferences(written.edit, begun);
  if (written.own.length > 0 || !isStillApart(read, written, edit)) return undefined;
  return { ...written, edit, leavesPlaces: false, leavesShown: false, isLeft: true };
}

/** The first words on the line that was begun, if nothing is said of them, and nothing else in the note hangs on them. */
function begin(
  read: ReadVersion,
  written: Written,
  text: string,
  edit: Difference,
  names: SectionNames,
  linter: Linter,
): Written | undefined {
  // One more thing said may make a note of one that is not written up yet.
  if (read.note.state !== "written") return undefined;
  const line = beginWords(written.line, written.edit, text, edit, names);
  if (!line || !linter.isSilentOn(line.reading)) return undefined;
  // Where bullets are indented differently, one more may be on the side of most.
  const isBesideIt = (found: Notice): boolean => contains(line.passage, found.at) && linter.looksAtPassages(found);
  if (written.others.some(isBesideIt) || read.hidden.some(isBesideIt)) return undefined;
  const all = joinDifferences(written.edit, edit);
  const shown = { leavesPlaces: true, leavesShown: true };
  return { ...written, ...shown, line, asRead: line, edit: all, isLeft: false, isNew: true };
}

/** Where the rules that look at a line again with each word find something on it. */
function ownNotices({ reading, span }: WrittenLine, asRead: WrittenLine, note: Note, linter: Linter): Finding[] {
  if (!asRead.turnInNote) return [];
  const found = linter.lintWritten(reading, asRead.turnInNote, note);
  if (found.length === 0) return found;
  return found.map((finding) => ({ ...finding, ...shiftProblem(finding, span.start) }));
}

/** Whether it is what these rules said of the line when the note was read. */
function isOwn(found: Finding, { span }: WrittenLine, linter: Linter): boolean {
  return contains(span, found.at) && linter.looksAtWritten(found);
}

/** The notices where they stand behind what was written, in order. */
export function noticesBehind({ others, own, edit }: Written): Notice[] {
  const moved = others.map((notice) => {
    const related = notice.related.map((place) => ({ ...place, at: movedSpan(place.at, edit) }));
    return noticeAt(notice, movedSpan(notice.at, edit), related);
  });
  return withOwn(moved, own);
}

/** What is found elsewhere, in the order of its places, with what is found on the line. */
export function withOwn<Found extends Notice>(others: Found[], own: readonly Found[]): Found[] {
  return own.length === 0 ? others : [...others, ...own].sort((one, other) => compareSpans(one.at, other.at));
}

/** Where people are listed behind the edit. */
export function listsBehind({ lists }: ReadVersion, edit: Difference): Span[] {
  return lists.map((list) => movedSpan(list, edit));
}

/**
 * Whether the edit only adds to what was written, as most of what is typed does: nothing that was apart from it can be
 * nearer now.
 */
function onlyAdds(written: Written, edit: Difference): boolean {
  return written.edit.start === edit.start && written.edit.endBefore === edit.endBefore;
}

/**
 * Whether the edit, with what was written before, is apart from all else, as that was. A new line has no place in the
 * note: there the edit has to add to what was written.
 */
function isStillApart(read: ReadVersion, written: Written, edit: Difference): boolean {
  if (onlyAdds(written, edit)) return true;
  return !written.isNew && isApart(read, written.others, edit, written.asRead.span.end);
}

/** Whether nothing else that is known of the note by its place holds what was edited, or ends there and may grow. */
function isApart(
  { hidden, lists }: ReadVersion,
  others: readonly Notice[],
  edit: Difference,
  lineEnd: number,
): boolean {
  const isClear = (span: Span): boolean => span.end < edit.start || span.start >= edit.endBefore;
  // What is reported up to the end of the words, and from before the edit, goes on with them, even behind a blank.
  const mayGrow = (at: Span): boolean => at.end === lineEnd && at.start <= edit.endBefore;
  const isClearOf = ({ at, related }: Notice): boolean =>
    isClear(at) && !mayGrow(at) && related.every((place) => isClear(place.at));
  return lists.every(isClear) && others.every(isClearOf) && hidden.every(isClearOf);
}

/** Whether something is shown behind the edit on its line, and so moves with every letter. */
function isShownBehind({ text }: Note, others: readonly Notice[], edit: Difference): boolean {
  const lineEnd = nextPlaceOf("\n", text, edit.start);
  const isBehind = ({ start }: Span): boolean => start >= edit.start && start <= lineEnd;
  return others.some(({ at, related }) => isBehind(at) || related.some((place) => isBehind(place.at)));
}

/** Where a span that is apart from the edit stands behind it. */
function movedSpan(span: Span, edit: Difference): Span {
  return span.end < edit.start ? span : shiftSpan(span, edit.endAfter - edit.endBefore);
}
