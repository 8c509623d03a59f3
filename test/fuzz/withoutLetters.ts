import type { Span } from "../../server/src/text/span";
import type { Change, Session } from "./session";

/**
 * The session without some letters of one of its texts: number 0 is the first text, the others are what the changes
 * insert, in order. Later changes move along; undefined where one of them is made amid the letters.
 */
export function withoutLetters(session: Session, number: number, letters: Span): Session | undefined {
  let left: Span | undefined;
  let count = 0;
  let isPossible = true;
  const follow = (change: Change): Change => {
    count++;
    if (left) {
      const followed = moveAlong(change, left);
      isPossible &&= followed !== undefined;
      left = followed?.left;
      return followed?.change ?? change;
    }
    if (count !== number) return change;
    const words = (change.at(-1) as string).slice(0, letters.start) + (change.at(-1) as string).slice(letters.end);
    const start = change.length === 1 ? 0 : change[0];
    left = { start: start + letters.start, end: start + letters.end };
    return change.length === 1 ? [words] : [change[0], change[1], words];
  };
  if (number === 0) left = letters;
  const text = number === 0 ? session.text.slice(0, letters.start) + session.text.slice(letters.end) : session.text;
  const steps = session.steps.map((step) => ({ ...step, edit: step.edit.map(follow) }));
  return isPossible ? { ...session, text, steps } : undefined;
}

interface Followed {
  readonly change: Change;
  /** Where the letters stood that are still missing after the change. */
  readonly left: Span | undefined;
}

/** The change as it is in a text that lacks these letters; undefined where it splits them. */
function moveAlong(change: Change, { start, end }: Span): Followed | undefined {
  if (change.length === 1) return { change, left: undefined };
  const [from, to, words] = change;
  const missing = end - start;
  const growth = words.length - (to - from);
  if (to <= start) return { change, left: { start: start + growth, end: end + growth } };
  if (from >= end) return { change: [from - missing, to - missing, words], left: { start, end } };
  if (from <= start && to >= end) return { change: [from, to - missing, words], left: undefined };
  if (from <= start) return { change: [from, start, words], left: { start: from + words.length, end: end + growth } };
  if (to >= end) return { change: [start, to - missing, words], left: { start, end: from } };
  return undefined;
}
