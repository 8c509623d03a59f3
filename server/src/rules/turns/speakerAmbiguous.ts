import type { Rule } from "../rule";
import { changeLabel, nameWithTurns, otherTurns, speakersByLabel } from "./speakersByLabel";

/** A choice among more people than this is no help. */
const mostChoices = 6;

/** Reports a speaker's label that several attendees answer to, once for each label. */
export const speakerAmbiguous: Rule<"speaker-ambiguous"> = {
  id: "speaker-ambiguous",
  summary: "Several attendees answer to a speaker's name.",
  severity: "hint",
  *check(note) {
    for (const { who, places, first } of speakersByLabel(note, "ambiguous")) {
      const names = who.people.map(({ name }) => name);
      const clear = names.filter((name) => note.people.resolve(name).kind === "one").slice(0, mostChoices);
      yield {
        at: first.span,
        message: `Unexpected ambiguous speaker ${nameWithTurns(places, first.text)}, expected ${joined(names)}`,
        related: otherTurns(places),
        fixes: clear.map((name) => changeLabel(places, name)),
      };
    }
  },
};

function joined(names: readonly string[]): string {
  const shown = names.slice(0, mostChoices).map((name) => `"${name}"`);
  return `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}
