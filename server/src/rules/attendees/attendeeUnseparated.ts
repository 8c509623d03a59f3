import type { ListedAttendee, Note } from "../../model/note";
import { comparable } from "../../text/compare";
import type { Fix, Rule } from "../rule";

/** Reports two attendees with no comma between them. */
export const attendeeUnseparated: Rule<"attendee-unseparated"> = {
  id: "attendee-unseparated",
  summary: "A comma is missing between two attendees.",
  severity: "hint",
  *check(note) {
    for (const attendee of note.attendees) {
      const border = borderOf(attendee, note);
      if (border === undefined) continue;
      const at = attendee.span.start + border;
      yield {
        at: attendee.span,
        message: `Unexpected two names in "${attendee.written}", expected a comma between them`,
        fixes: isInLine(note, attendee) ? [separation(note, at)] : [],
      };
    }
  },
};

/** In UTF-16 units; nobody's entry is longer. */
const longestEntry = 200;

const name = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*(?:\s\p{Lu}[\p{L}\p{M}'’.-]*){0,3}`;
const mark = String.raw`\s(?:\(\p{Lu}{2,4}\)|@[A-Za-z\d][A-Za-z\d-]{0,38})`;
/** `Ann Lee (AL) Bo Marsh (BM)`, `Ann Lee @ann Bo Marsh @bo`. */
const twoMarked = new RegExp(String.raw`^${name}${mark}(?=\s${name}${mark}$)`, "u");
/** Two first and two last names, which may be one person's. */
const fourNames = /^(\p{Lu}[\p{Ll}\p{M}]+) \p{Lu}[\p{L}\p{M}'’-]+(?= (\p{Lu}[\p{Ll}\p{M}]+) \p{Lu}[\p{L}\p{M}'’-]+$)/u;

/** Where in the entry the first of two people ends; undefined for an entry of one. */
function borderOf({ written }: ListedAttendee, { speaking }: Note): number | undefined {
  if (written.length > longestEntry || !written.includes(" ")) return undefined;
  const marked = twoMarked.exec(written);
  if (marked) return marked[0].length;
  const named = fourNames.exec(written);
  const [first, second] = [named?.[1], named?.[2]].map((found) => comparable(found ?? ""));
  // Only where both are heard is it sure that there are two.
  const areHeard = first !== second && speaking.has(first ?? "") && speaking.has(second ?? "");
  return named && areHeard ? named[0].length : undefined;
}

/** Whether the entry is one of a list with commas, or the whole value of a row or a label. */
function isInLine({ text }: Note, { span }: ListedAttendee): boolean {
  const before = text.slice(Math.max(0, span.start - 3), span.start);
  const behind = text.slice(span.end, span.end + 3);
  return /[,|:]\s{0,2}$/.test(before) || /^\s{0,2}[,|]/.test(behind);
}

function separation({ text }: Note, at: number): Fix {
  const blanks = /^\s*/.exec(text.slice(at, at + 10))?.[0].length ?? 0;
  return {
    title: "Put a comma between them",
    edits: [{ span: { start: at, end: at + blanks }, newText: ", " }],
    safe: false,
  };
}
