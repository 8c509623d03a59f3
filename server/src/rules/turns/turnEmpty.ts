import type { Note, Turn } from "../../model/note";
import type { Rule } from "../rule";

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

/** Whether a label on a line of its own is followed by what was said, as a paragraph or a list. */
function goesOnBelow({ statements, text }: Note, turn: Turn): boolean {
  if (turn.item) return false;
  const next = statements.find(({ words }) => words.span.start > turn.words.span.start);
  if (!next) return text.slice(turn.span.end).trim() !== "";
  const between = text.slice(turn.span.end, (next.item?.span ?? next.words.span).start);
  return next.kind !== "turn" || next.item !== undefined || between.trim() !== "";
}
