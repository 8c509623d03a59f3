import { findDifference } from "./law";
import { printDifference, printSession } from "./print";
import type { Session } from "./session";
import { shrinkSession } from "./shrink";

/** Shrinks a session that breaks the law and writes it out for the regression file, with what went wrong. */
export function report(session: Session): string {
  const small = shrinkSession(session, (candidate) => findDifference(candidate) !== undefined);
  const difference = findDifference(small);
  const reason = difference
    ? printDifference(difference)
    : "It breaks the law at times only: something lasts from session to session.";
  return `${reason}\n\nFor test/fuzz/regressions.ts:\n\n${printSession(small)}\n`;
}
