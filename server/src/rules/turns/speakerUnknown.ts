import countEdits from "damerau-levenshtein";
import type { People } from "../../model/note";
import { comparable } from "../../text/compare";
import { addAttendees } from "../attendees/addAttendees";
import type { Fix, Rule } from "../rule";
import { changeLabel, nameWithTurns, otherTurns } from "./speakersByLabel";
import { findStrangers } from "./strangers";

/** Reports somebody who speaks and is not among the attendees, once for each person. */
export const speakerUnknown: Rule<"speaker-unknown"> = {
  id: "speaker-unknown",
  summary: "Somebody speaks who is not among the attendees.",
  severity: "information",
  *check(note) {
    const names = namesOf(note.people);
    for (const { name, places, first, hasOneLabel } of findStrangers(note)) {
      const addition = addAttendees(note, [name]);
      const near = nearestName(note.people, names, name);
      const fixes: Fix[] = [];
      if (addition) fixes.push({ title: `Add "${name}" to the attendees`, edits: [addition], safe: false });
      if (near) fixes.push(changeLabel(places, near));
      // Who speaks under several forms of a name is a person.
      if (hasOneLabel) fixes.push({ title: `Treat "${name}" as no speaker`, edits: [], safe: false, addLabel: name });
      yield {
        at: first.span,
        message: `Unexpected speaker ${nameWithTurns(places, name)}, expected one of the attendees`,
        related: otherTurns(places),
        fixes,
      };
    }
  },
};

interface ComparableName {
  readonly name: string;
  readonly key: string;
}

/** The first and full names of all attendees. */
function namesOf({ all }: People): ComparableName[] {
  const names = all.flatMap(({ name }) => [name, name.split(/\s+/)[0] ?? name]);
  return [...new Set(names)].map((name) => ({ name, key: comparable(name) }));
}

/** The one first or full name within two slips of a label that was too far off to be a clear misspelling. */
function nearestName(people: People, names: readonly ComparableName[], label: string): string | undefined {
  const own = comparable(label);
  const near = names
    .filter(({ key }) => Math.abs(key.length - own.length) <= 2)
    .map(({ name, key }) => ({ name, distance: countEdits(own, key).steps }))
    .filter(({ name, distance }) => distance <= 2 && distance * 2 < Math.min(label.length, name.length));
  const least = Math.min(...near.map(({ distance }) => distance));
  const [only, ...rivals] = near.filter(({ distance }) => distance === least).map(({ name }) => name);
  return only !== undefined && rivals.length === 0 && people.resolve(only).kind === "one" ? only : undefined;
}
