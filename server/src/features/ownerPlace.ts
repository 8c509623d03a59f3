import { anyOf } from "../text/pattern";
import { contains, type Span } from "../text/span";
import { bulletPattern, type LineAround, namePattern } from "./lineAround";
import type { OpenNote } from "./openNote";

/** A place in brackets where an action item's owner is expected, and what is typed of the name. */
export interface OwnerPlace {
  readonly typed: string;
  /** What an accepted name replaces: the typed letters and what is left of a name behind the caret. */
  readonly replaced: Span;
}

/** Whether the caret may stand in such a place, by what stands before it on its line alone. */
export function maybeOwner(before: string): boolean {
  return /[([][^()[\]]*$/.test(before.slice(-60));
}

/** The place of an owner in brackets: `AI(…)`, `[ACTION - …]`, and `(…)` at the start or end of an action item. */
export function findOwnerPlace(open: OpenNote, line: LineAround): OwnerPlace | undefined {
  if (!maybeOwner(line.before)) return undefined;
  const typed = behindMarker(line, open.format.actions.markers) ?? inBrackets(line, open);
  if (typed === undefined) return undefined;
  const caret = line.start + line.before.length;
  const rest = restOfName.exec(line.after)?.[0] ?? "";
  return { typed, replaced: { start: caret - typed.length, end: caret + rest.length } };
}

/** What is left of a name behind the caret, if its bracket is closed. */
const restOfName = /^[\p{L}\p{N}.’' -]*(?=[)\]])/u;

/** What is typed of a name behind an action marker and its bracket. */
function behindMarker({ before }: LineAround, markers: readonly string[]): string | undefined {
  const marker = `(?:${anyOf(markers)})[Ss]?[ ]*`;
  const start = String.raw`^(?:${bulletPattern}| {0,3})[*_]{0,2}(?:${marker}[(\[]|\[${marker}[(\[–-])[ ]*`;
  const match = new RegExp(`${start}(?<typed>${namePattern})?$`, "u").exec(before);
  return match ? (match.groups?.typed ?? "") : undefined;
}

/** What is typed of a name in parentheses that an action item starts or ends with. */
function inBrackets({ before, after, start }: LineAround, { note, toNote }: OpenNote): string | undefined {
  const opening = before.lastIndexOf("(");
  const typed = before.slice(opening + 1);
  if (opening < 0 || typed.includes(")")) return undefined;
  const caret = toNote(start + before.length);
  const item = note.actions.find(({ words }) => contains(words.span, { start: caret, end: caret }));
  const isFirst = item?.words.span.start === toNote(start + opening);
  const isLast = /^[\p{L}\p{N}.’' -]*(?:\)[.\s]*)?$/u.test(after.trimEnd());
  return item && (isFirst || isLast) ? typed : undefined;
}
