import type { Note, Turn } from "../../model/note";
import type { Rule } from "../rule";
import { goesOnBelow, nextStatement } from "./nextStatement";

/** Reports a turn that breaks off. */
export const turnUnfinished: Rule<"turn-unfinished"> = {
  id: "turn-unfinished",
  summary: "A turn breaks off in the middle of a sentence.",
  severity: "hint",
  *check(note) {
    if (note.state !== "written") return;
    for (const { turn, end } of note.unfinishedTurns) {
      if (goesOnBelow(note, turn) || goesOnInBullet(note, turn)) continue;
      yield { at: end.span, message: `Unexpected end of the turn at "${end.text}", expected the rest of the sentence` };
    }
  },
};

/** Whether a bullet of nobody else follows, or a list of another kind: what it says may be the rest. */
function goesOnInBullet(note: Note, { item, words }: Turn): boolean {
  const next = item && nextStatement(note, words.span.start);
  return next?.item !== undefined && (next.kind === "plain" || next.item.marker !== item?.marker);
}
