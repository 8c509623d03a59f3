import type { Attendee } from "../../model/note";
import { comparable } from "../../text/compare";
import type { Rule } from "../rule";
import { areToldApart } from "./areToldApart";

/** More people of one name are not told apart. */
const mostNamesakes = 20;

/** Reports an attendee who is listed a second time. */
export const attendeeDuplicate: Rule<"attendee-duplicate"> = {
  id: "attendee-duplicate",
  summary: "An attendee is listed twice.",
  severity: "warning",
  *check({ attendees, text }) {
    const byName = new Map<string, Attendee[]>();
    for (const [index, attendee] of attendees.entries()) {
      const name = comparable(attendee.name);
      const namesakes = byName.get(name) ?? [];
      byName.set(name, namesakes);
      const earlier = namesakes.find((other) => !areToldApart(other, attendee));
      if (namesakes.length < mostNamesakes) namesakes.push(attendee);
      const before = attendees[index - 1];
      if (!earlier || !before) continue;
      const between = text.slice(before.span.end, attendee.span.start);
      const isOneList = !/[|\r\n]/.test(between);
      const span = { start: isOneList ? before.span.end : attendee.span.start, end: attendee.span.end };
      yield {
        at: attendee.span,
        message: `Unexpected second entry for "${attendee.name}", expected one`,
        related: [{ at: earlier.span, message: "The first entry" }],
        unnecessary: true,
        fixes: [{ title: "Delete the second entry", edits: [{ span, newText: "" }], safe: false }],
      };
    }
  },
};
