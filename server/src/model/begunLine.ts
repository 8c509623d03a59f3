import type { Difference } from "../text/difference";
import { nextPlaceOf } from "../text/lineEnds";
import { tellsOfCancelling } from "./pageFacts";
import type { SectionNames } from "./sectionNames";
import type { WrittenLine } from "./writtenLine";

/** A line end, and what the next line starts with: blanks, or a bullet's marker as well. */
const begun = /^(\r\n|\n)([ \t]*(?:[-*+] )?)$/;

/**
 * An edit of the text `before`, told as one right behind the line, if it does no more than begin another line there
 * with nothing on it yet: a bullet beside this one, or one more blank line. That says nothing, and takes nothing from
 * what others say. Undefined for any other edit.
 */
export function beginLine(line: WrittenLine, before: string, text: string, edit: Difference): Difference | undefined {
  const { start, end } = line.span;
  const length = edit.endAfter - edit.start;
  if (edit.endBefore > edit.start || edit.start < end || !(text[end] === "\n" || text[end] === "\r")) return undefined;
  if (!maySayNothing(line)) return undefined;
  // In front of a bullet like this one, it can as well be told as an edit behind the marker of that.
  if (before.slice(end, edit.start) !== text.slice(end + length, edit.start + length)) return undefined;
  const [, lineEnd = "", lead = ""] = begun.exec(text.slice(end, end + length)) ?? [];
  const isBullet = lead.trim() !== "";
  if (lineEnd === "" || (isBullet && lead !== line.bulletLead)) return undefined;
  const isLast = end === before.length;
  // The line end that the note has, too.
  if (!(isLast ? before.endsWith(lineEnd, start) : before.startsWith(lineEnd, end))) return undefined;
  const below = isLast ? "" : lineAt(before, end + lineEnd.length);
  const isAboveBullet = isBullet && below.startsWith(lead) && below.length > lead.length;
  return isAboveBullet || /^[ \t]*$/.test(below) ? { start: end, endBefore: end, endAfter: end + length } : undefined;
}

/**
 * The bullet that was begun below the line by the edit `begun`, with the words that the next edit puts there, if they are
 * plain words. Where something was said before, it makes no difference that a little more is. Undefined for any other edit.
 */
export function beginWords(
  line: WrittenLine,
  begun: Difference,
  text: string,
  edit: Difference,
  names: SectionNames,
): WrittenLine | undefined {
  const lead = line.bulletLead;
  if (lead === undefined || edit.start !== begun.endAfter || edit.endBefore > edit.start) return undefined;
  const start = edit.start - lead.length;
  if (text[start - 1] !== "\n" || !text.startsWith(lead, start)) return undefined;
  const next = line.startingAt(start, text, edit, names);
  if (!next?.isSaid || next.turn || !next.saysSomething || !line.saysSomething) return undefined;
  return tellsOfCancelling(next.reading.text) ? undefined : next;
}

/** Whether an empty bullet beside it says nothing; in a list of action items it is one of them. */
function maySayNothing({ isSaid, reading }: WrittenLine): boolean {
  return isSaid && reading.statements[0]?.section !== "actions";
}

/** To its end, without the line end. */
function lineAt(text: string, start: number): string {
  return text.slice(start, nextPlaceOf("\n", text, start)).replace(/\r$/, "");
}
