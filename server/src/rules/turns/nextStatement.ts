import type { Note, Statement, Turn } from "../../model/note";
import { shiftStatement } from "../../model/shiftReading";
import { withoutComments } from "../../text/comments";
import { lastNotAfter, lastWhere } from "../../text/search";

/** The first statement that starts behind the offset; undefined behind the last. */
export function nextStatement({ readings, starts }: Note, offset: number): Statement | undefined {
  let index = Math.max(0, lastNotAfter(starts, offset));
  // Several passages may count from the same place.
  while (index > 0 && starts[index - 1] === starts[index]) index--;
  for (; index < readings.length; index++) {
    const start = starts[index] ?? 0;
    const statements = readings[index]?.statements ?? [];
    const next = statements[lastWhere(statements, ({ words }) => start + words.span.start <= offset) + 1];
    if (next) return shiftStatement(next, start);
  }
  return undefined;
}

/** Whether a turn that is no bullet is followed by what else was said, as a paragraph, a list or a block of code. */
export function goesOnBelow(note: Note, turn: Turn): boolean {
  if (turn.item) return false;
  const next = nextStatement(note, turn.words.span.start);
  if (!next) return saysMore(note.text.slice(turn.span.end));
  const between = note.text.slice(turn.span.end, (next.item?.span ?? next.words.span).start);
  return next.kind !== "turn" || next.item !== undefined || saysMore(between);
}

function saysMore(between: string): boolean {
  return withoutComments(between).trim() !== "";
}
