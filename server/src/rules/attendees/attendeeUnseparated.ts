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
  looksAt: ({ attendees, speaking }) => [attendees, speaking],
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
const isMark = letterTest(String.raw`^(?:\([\p{Lu}]{2,4}\)|\(?@[A-Za-z\d][A-Za-z\d-]{0,38}\)?)$`);

/** A name has no more parts. */
const mostParts = 4;

/** Where in the entry the first of two people ends; undefined for an entry of one. */
function borderOf({ written }: ListedAttendee, { speaking }: Note): number | undefined {
  if (written.length > longestEntry || !written.includes(" ")) return undefined;
  const words = written.split(/\s/);
  const marked = endOfMarked(words, 0);
  const areMarked = marked !== undefined && endOfMarked(words, marked) === words.length;
  if (areMarked) return words.slice(0, marked).join(" ").length;
  return areTwoNames(words, speaking) ? words.slice(0, 2).join(" ").length : undefined;
}

/** Behind a name with a mark, from the given word on: `Ann Lee (AL)`, `Ann Lee @ann (chair)`, `Ann Lee (@ann)`. */
function endOfMarked(words: readonly string[], from: number): number | undefined {
  const mark = words.findIndex((word, index) => index >= from && isMark(word));
  const parts = words.slice(from, mark);
  if (mark <= from || parts.length > mostParts || !parts.every(isNamePart)) return undefined;
  if (!words[mark + 1]?.startsWith("(")) return mark + 1;
  const role = words.findIndex((word, index) => index > mark && word.endsWith(")"));
  return role < 0 ? mark + 1 : role + 1;
}

/** Two first and two last names. They may be one person's: only where both are heard is it sure that there are two. */
function areTwoNames(words: readonly string[], speaking: ReadonlySet<string>): boolean {
  const [first = "", last = "", second = "", other = ""] = words;
  if (words.length !== 4 || ![first, second].every(isFirstName) || ![last, other].every(isLastName)) return false;
  const [one, another] = [labelsOf(first, last), labelsOf(second, other)];
  return one.some((label, form) => {
    const beside = another[form] ?? "";
    return label !== beside && speaking.has(label) && speaking.has(beside);
  });
}

/** What somebody speaks as: the first name, both names, the initials. */
function labelsOf(first: string, last: string): string[] {
  return [first, `${first} ${last}`, first.charAt(0) + last.charAt(0)].map(comparable);
}

function separation({ text }: Note, at: number): Fix {
  const blanks = /^\s*/.exec(text.slice(at, at + 10))?.[0].length ?? 0;
  return {
    title: "Put a comma between them",
    edits: [{ span: { start: at, end: at + blanks }, newText: ", " }],
    safe: false,
  };
}
