import type { ListedAttendee } from "../../model/note";
import { comparable } from "../../text/compare";
import type { Span } from "../../text/span";
import { endOfLine, startOfLine } from "../place";
import type { Fix, Rule } from "../rule";
import { areBeside, areToldApart } from "./namesakes";

/** More people of one name are not told apart. */
const mostNamesakes = 20;

/** Reports an attendee who is listed a second time. */
export const attendeeDuplicate: Rule<"attendee-duplicate"> = {
  id: "attendee-duplicate",
  summary: "An attendee is listed twice.",
  severity: "warning",
  looksAt: ({ attendees, state }) => [attendees, state],
  *check({ attendees, text, state }) {
    // Who signs up for a meeting to come is looked through when it is held.
    if (state !== "written") return;
    const byName = new Map<string, ListedAttendee[]>();
    for (const [index, attendee] of attendees.entries()) {
      const name = comparable(attendee.name);
      const namesakes = byName.get(name) ?? [];
      byName.set(name, namesakes);
      const earlier = namesakes.find((other) => !areToldApart(other, attendee) && areBeside(other, attendee));
      if (namesakes.length < mostNamesakes) namesakes.push(attendee);
      const before = attendees[index - 1];
      if (!earlier || !before) continue;
      yield {
        at: attendee.span,
        message: `Unexpected second entry for "${attendee.name}", expected one`,
        related: [{ at: earlier.span, message: "The first entry" }],
        unnecessary: true,
        fixes: deletion(text, attendee, before),
      };
    }
  },
};

function deletion(text: string, attendee: ListedAttendee, before: ListedAttendee): Fix[] {
  const span = deletedBy(text, attendee, before);
  return span ? [{ title: "Delete the second entry", edits: [{ span, newText: "" }], safe: false }] : [];
}

/** The entry with its comma, its line or its row. */
function deletedBy(text: string, { span, list }: ListedAttendee, before: ListedAttendee): Span | undefined {
  if (list.form === "row" || list.form === "line") {
    const isOneList = !/[|\r\n]/.test(text.slice(before.span.end, span.start));
    return { start: isOneList ? before.span.end : span.start, end: span.end };
  }
  const start = startOfLine(text, span.start);
  const end = endOfLine(text, span.end);
  return start === 0 ? undefined : { start: text.slice(0, start).replace(/(?:\r\n|[\r\n])$/, "").length, end };
}
