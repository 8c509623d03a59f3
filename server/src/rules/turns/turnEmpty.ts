import type { Turn } from "../../model/note";
import type { Problem, Rule } from "../rule";
import { goesOnBelow } from "./nextStatement";

/** Reports a speaker's label with nothing said behind or below it. */
export const turnEmpty: Rule<"turn-empty"> = {
  id: "turn-empty",
  summary: "A speaker is named, but nothing follows.",
  severity: "warning",
  *check(note) {
    for (const turn of note.emptyTurns) {
      if (turn.hasContinuation || goesOnBelow(note, turn)) continue;
      yield problemOf(note.text, turn);
    }
  },
  *checkWritten({ text, turns }, asRead, note) {
    for (const turn of turns) {
      if (turn.spoken.text === "" && !turn.hasContinuation && !goesOnBelow(note, asRead)) yield problemOf(text, turn);
    }
  },
};

function problemOf(text: string, { prefix }: Turn): Problem {
  const { start, end } = prefix.span;
  const written = text.slice(start, end).trimEnd();
  return {
    at: { start, end: start + written.length },
    message: `Unexpected empty turn "${written}", expected what ${prefix.label.text} said`,
  };
}
