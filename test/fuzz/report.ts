import { findDifference } from "./law";
import { printDifference, printSession } from "./print";
import type { Session } from "./session";
import { shrinkSession } from "./shrink";

/**
 * Shrinks a session that breaks the law and writes it out for the regression file, with what went wrong.
 * `stillAtIt` is called before each smaller session is tried.
 */
export function report(session: Session, stillAtIt = () => {}): string {
  const small = shrinkSession(session, (candidate) => {
    stillAtIt();
    return findDifference(candidate) !== undefined;
  });
  const difference = findDifference(small);
  const reason = difference
    ? printDifference(difference)
    : "It breaks the law at times only: something lasts from session to session.";
  return `${reason}\n\nFor test/fuzz/regressions.ts:\n\n${printSession(small)}\n`;
}
