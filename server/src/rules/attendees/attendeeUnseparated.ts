import type { AttendeeForm } from "../../model/format";
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
        fixes: inOneLine.has(attendee.list.form) ? [separation(note, at)] : [],
      };
    }
  },
};

/** Forms of lists in which a comma parts the entries. */
const inOneLine: ReadonlySet<string> = new Set<AttendeeForm>(["row", "line"]);

/** In UTF-16 units; nobody's entry is longer. */
const longestEntry = 200;

const name = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*(?:\s\p{Lu}[\p{L}\p{M}'’.-]*){0,3}`;
const handle = String.raw`@[A-Za-z\d][A-Za-z\d-]{0,38}`;
const mark = String.raw`\s(?:\(\p{Lu}{2,4}\)|${handle}|\(${handle}\))(?:\s\([\p{L}\s]{2,30}\))?`;
/** `Ann Lee (AL) Bo Marsh (BM)`, `Ann Lee @ann Bo Marsh @bo`, `Ann Lee (@ann) Bo Marsh (@bo)`; each with a role or not. */
const twoMarked = new RegExp(String.raw`^${name}${mark}(?=\s${name}${mark}$)`, "u");
/** Two first and two last names, which may be one person's. */
const fourNames =
  /^(?<first>\p{Lu}[\p{Ll}\p{M}]+ \p{Lu}[\p{L}\p{M}'’-]+)(?= (?<second>\p{Lu}[\p{Ll}\p{M}]+ \p{Lu}[\p{L}\p{M}'’-]+)$)/u;

/** Where in the entry the first of two people ends; undefined for an entry of one. */
function borderOf({ written }: ListedAttendee, { speaking }: Note): number | undefined {
  if (written.length > longestEntry || !written.includes(" ")) return undefined;
  const marked = twoMarked.exec(written);
  if (marked) return marked[0].length;
  const { first = "", second = "" } = fourNames.exec(written)?.groups ?? {};
  if (first === "") return undefined;
  // Only where both are heard is it sure that there are two.
  const labels = [first, second].map(labelsOf);
  const areHeard = labels[0]?.some((label, form) => {
    const other = labels[1]?.[form] ?? "";
    return label !== other && speaking.has(label) && speaking.has(other);
  });
  return areHeard ? first.length : undefined;
}

/** What somebody of two names speaks as: both of them, the first, the initials. */
function labelsOf(name: string): string[] {
  const words = comparable(name).split(" ");
  return [words.join(" "), words[0] ?? "", words.map((word) => word.charAt(0)).join("")];
}

function separation({ text }: Note, at: number): Fix {
  const blanks = /^\s*/.exec(text.slice(at, at + 10))?.[0].length ?? 0;
  return {
    title: "Put a comma between them",
    edits: [{ span: { start: at, end: at + blanks }, newText: ", " }],
    safe: false,
  };
}
