import countEdits from "damerau-levenshtein";
import type { Note } from "../../model/note";
import { comparable } from "../../text/compare";
import { addAttendees } from "../attendees/addAttendees";
import type { Fix, Rule } from "../rule";
import { changeLabel, nameWithTurns, otherTurns, speakersByLabel } from "./speakersByLabel";

/** Reports somebody who speaks and is not among the attendees, once for each person. */
export const speakerUnknown: Rule<"speaker-unknown"> = {
  id: "speaker-unknown",
  summary: "Somebody speaks who is not among the attendees.",
  severity: "information",
  *check(note) {
    for (const { labels, first } of speakersByLabel(note, "unknown")) {
      const name = first.text;
      const addition = addAttendees(note, [name]);
      const near = nearestName(note, name);
      const fixes: Fix[] = [];
      if (addition) fixes.push({ title: `Add "${name}" to the attendees`, edits: [addition], safe: false });
      if (near) fixes.push(changeLabel(labels, near));
      fixes.push({ title: `Treat "${name}" as no speaker`, edits: [], safe: false, addLabel: name });
      yield {
        at: first.span,
        message: `Unexpected speaker ${nameWithTurns(labels, name)}, expected one of the attendees`,
        related: otherTurns(labels),
        fixes,
      };
    }
  },
};

/** The one first or full name within two slips of a label that was too far off to be a clear misspelling. */
function nearestName({ people }: Note, label: string): string | undefined {
  const near = people.all
    .flatMap(({ name }) => [name, name.split(/\s+/)[0] ?? name])
    .map((name) => ({ name, distance: countEdits(comparable(label), comparable(name)).steps }))
    .filter(({ name, distance }) => distance <= 2 && distance * 2 < Math.min(label.length, name.length));
  const least = Math.min(...near.map(({ distance }) => distance));
  const nearest = new Set(near.filter(({ distance }) => distance === least).map(({ name }) => name));
  const [only] = nearest;
  return only !== undefined && nearest.size === 1 && people.resolve(only).kind === "one" ? only : undefined;
}
