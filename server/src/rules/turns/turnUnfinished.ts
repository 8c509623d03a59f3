import type { Note, Turn } from "../../model/note";
import { breaksOff, findUnfinished, maybeRest } from "../../model/unfinished";
import type { Part } from "../../text/span";
import type { Problem, Rule } from "../rule";
import { goesOnBelow, nextStatement } from "./nextStatement";

/** Reports a turn that breaks off. */
export const turnUnfinished: Rule<"turn-unfinished"> = {
  id: "turn-unfinished",
  summary: "A turn breaks off in the middle of a sentence.",
  severity: "hint",
  *check(note) {
    if (note.state !== "written") return;
    for (const { turn, end } of note.unfinishedTurns) {
      if (!turn || !goesOn(note, turn)) yield problemOf(end);
    }
  },
  *checkWritten({ text, turns }, asRead, note) {
    if (note.state !== "written") return;
    for (const turn of turns) {
      const unfinished = findUnfinished(text, turn);
      if (unfinished && breaksOff(unfinished, note) && !goesOn(note, asRead)) yield problemOf(unfinished.end);
    }
  },
};

function problemOf({ span, text }: Part): Problem {
  return { at: span, message: `Unexpected end of the turn at "${text}", expected the rest of the sentence` };
}

function goesOn(note: Note, turn: Turn): boolean {
  return goesOnBelow(note, turn) || goesOnInBullet(note, turn);
}

function goesOnInBullet(note: Note, turn: Turn): boolean {
  const next = nextStatement(note, turn.words.span.start);
  return next !== undefined && maybeRest(turn, next);
}
