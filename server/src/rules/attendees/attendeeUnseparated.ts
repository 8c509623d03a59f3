import type { AttendeeForm } from "../../model/format";
import type { ListedAttendee, Note } from "../../model/note";
import { comparable } from "../../text/compare";
import { letterTest } from "../../text/letters";
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
        fixes: inOneLine.has(attendee.list.form) ? [separation(note, at)] : [],
      };
    }
  },
};

/** Forms of lists in which a comma parts the entries. */
const inOneLine: ReadonlySet<string> = new Set<AttendeeForm>(["row", "line"]);

/** In UTF-16 units; nobody's entry is longer. */
const longestEntry = 200;

// Word by word: a pattern of all of them has so many classes of letters that it takes milliseconds to compile.
const isNamePart = letterTest(String.raw`^[\p{Lu}][\p{L}\p{M}'’.-]*$`);
const isFirstName = letterTest(String.raw`^[\p{Lu}][\p{Ll}\p{M}]+$`);
const isLastName = letterTest(String.raw`^[\p{Lu}][\p{L}\p{M}'’-]+$`);
const isMark = letterTest(String.raw`^(?:\([\p{Lu}]{2,4}\)|@[A-Za-z\d][A-Za-z\d-]{0,38})$`);

/** A name has no more parts. */
const mostParts = 4;

/** Where in the entry the first of two people ends; undefined for an entry of one. */
function borderOf({ written }: ListedAttendee, { speaking }: Note): number | undefined {
  if (written.length > longestEntry || !written.includes(" ")) return undefined;
  const words = written.split(/\s/);
  const mark = words.findIndex(isMark);
  const count = isMarkedName(words.slice(0, mark + 1)) && isMarkedName(words.slice(mark + 1)) ? mark + 1 : 2;
  const areTwo = count === mark + 1 || areTwoNames(words, speaking);
  return areTwo ? words.slice(0, count).join(" ").length : undefined;
}

/** `Ann Lee (AL)`, `Ann Lee @ann`. */
function isMarkedName(words: readonly string[]): boolean {
  const parts = words.slice(0, -1);
  return parts.length > 0 && parts.length <= mostParts && parts.every(isNamePart) && isMark(words.at(-1) ?? "");
}

/** Two first and two last names. They may be one person's: only where both are heard is it sure that there are two. */
function areTwoNames(words: readonly string[], speaking: ReadonlySet<string>): boolean {
  const [first = "", last = "", second = "", other = ""] = words;
  if (words.length !== 4 || ![first, second].every(isFirstName) || ![last, other].every(isLastName)) return false;
  const [one, another] = [comparable(first), comparable(second)];
  return one !== another && speaking.has(one) && speaking.has(another);
}

function separation({ text }: Note, at: number): Fix {
  const blanks = /^\s*/.exec(text.slice(at, at + 10))?.[0].length ?? 0;
  return {
    title: "Put a comma between them",
    edits: [{ span: { start: at, end: at + blanks }, newText: ", " }],
    safe: false,
  };
}
