import { mayShorten } from "../../model/handles";
import type { KnownPerson, Note, Unlisted } from "../../model/note";
import { comparable } from "../../text/compare";
import { addAttendees } from "../attendees/addAttendees";
import { listsAttendees } from "../attendees/listsAttendees";
import type { Fix, Rule } from "../rule";
import { nameWithTurns, otherTurns } from "./speakersByLabel";

/** A choice among more people than this is no help. */
const mostChoices = 6;

/** Reports somebody who speaks and is known to the group, but not among the attendees, once for each person. */
export const speakerUnlistedKnown: Rule<"speaker-unlisted-known"> = {
  id: "speaker-unlisted-known",
  summary: "Somebody speaks who is known, but not among the attendees.",
  severity: "information",
  *check(note) {
    if (note.state !== "written" || !listsAttendees(note)) return;
    for (const unlisted of note.unlisted) {
      const { people, places, first } = unlisted;
      const [{ by }] = people;
      // A short name that others spoke under may be that of somebody listed under a handle.
      if (by === "speaking" && mayShorten([comparable(first.text)], note.attendees)) continue;
      // Where nobody is listed, whoever speaks is missing, with a topic of his own or not.
      if (by === "presenting" && note.attendees.length === 0) continue;
      yield {
        at: first.span,
        message: `Unexpected speaker ${nameWithTurns(places, first.text)}, expected ${joined(people)} among the attendees`,
        related: otherTurns(places),
        get fixes() {
          return fixesFor(note, unlisted);
        },
      };
    }
  },
};

function joined(people: readonly KnownPerson[]): string {
  const quoted = people.slice(0, mostChoices).map(({ name }) => `"${name}"`);
  if (quoted.length > 1) return `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
  const by = people[0]?.by;
  const known = by === "presenting" ? ", who presents here," : by === "speaking" ? ", who spoke in other notes," : "";
  return `${quoted[0]}${known}`;
}

function fixesFor(note: Note, { people, first }: Unlisted): Fix[] {
  const fixes = people.slice(0, mostChoices).flatMap(({ name }) => fixFor(note, name));
  const [{ name, by }] = people;
  if (by !== "speaking" || comparable(name) !== comparable(first.text)) return fixes;
  // Nobody has vouched for it.
  return [...fixes, { title: `Treat "${first.text}" as no speaker`, edits: [], safe: false, addLabel: first.text }];
}

function fixFor(note: Note, name: string): Fix[] {
  const addition = addAttendees(note, [name]);
  return addition ? [{ title: `Add "${name}" to the attendees`, edits: [addition], safe: false }] : [];
}
