import type { Note } from "../../model/note";
import { addAttendees } from "../attendees/addAttendees";
import { listsAttendees } from "../attendees/listsAttendees";
import type { Fix, Rule } from "../rule";
import { nameWithTurns, otherTurns } from "./speakersByLabel";

/** A choice among more people than this is no help. */
const mostChoices = 6;

/** Reports somebody who speaks and is known to the group, but not among the attendees, once for each person. */
export const speakerUnlistedKnown: Rule<"speaker-unlisted-known"> = {
  id: "speaker-unlisted-known",
  summary: "Somebody speaks whom other notes of the series list, but not this one.",
  severity: "information",
  *check(note) {
    if (note.state !== "written" || !listsAttendees(note)) return;
    for (const { people, places, first } of note.unlisted) {
      const choices = people.slice(0, mostChoices).map(({ name }) => name);
      yield {
        at: first.span,
        message: `Unexpected speaker ${nameWithTurns(places, first.text)}, expected ${joined(choices)} among the attendees`,
        related: otherTurns(places),
        get fixes() {
          return choices.flatMap((name) => fixFor(note, name));
        },
      };
    }
  },
};

function joined(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  return quoted.length === 1 ? `${quoted[0]}` : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}

function fixFor(note: Note, name: string): Fix[] {
  const addition = addAttendees(note, [name]);
  return addition ? [{ title: `Add "${name}" to the attendees`, edits: [addition], safe: false }] : [];
}
