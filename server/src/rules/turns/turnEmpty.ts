import type { Rule } from "../rule";
import { goesOnBelow } from "./nextStatement";

/** Reports a speaker's label with nothing said behind or below it. */
export const turnEmpty: Rule<"turn-empty"> = {
  id: "turn-empty",
  summary: "A speaker is named, but nothing follows.",
  severity: "warning",
  *check(note) {
    for (const turn of note.emptyTurns) {
      if (turn.hasContinuation || goesOnBelow(note, turn)) continue;
      const start = turn.prefix.span.start;
      const written = note.text.slice(start, turn.prefix.span.end).trimEnd();
      yield {
        at: { start, end: start + written.length },
        message: `Unexpected empty turn "${written}", expected what ${turn.prefix.label.text} said`,
      };
    }
  },
};
