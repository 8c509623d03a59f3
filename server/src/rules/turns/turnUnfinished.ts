import type { Note, Turn } from "../../model/note";
import { maybeRest } from "../../model/unfinished";
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
      if (turn && (goesOnBelow(note, turn) || goesOnInBullet(note, turn))) continue;
      yield { at: end.span, message: `Unexpected end of the turn at "${end.text}", expected the rest of the sentence` };
    }
  },
};

function goesOnInBullet(note: Note, turn: Turn): boolean {
  const next = nextStatement(note, turn.words.span.start);
  return next !== undefined && maybeRest(turn, next);
}
