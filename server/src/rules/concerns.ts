import type { Reading } from "../model/note";

/** Whether anything in the passage is said by somebody. */
export function hasTurns({ turns }: Reading): boolean {
  return turns.length > 0;
}

/** Whether anything in the passage is to be done. */
export function hasActions({ actions }: Reading): boolean {
  return actions.length > 0;
}
