import { lastNotAfter } from "./search";
import type { Span } from "./span";

/** Replaces the characters of a span; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The text with all edits done at once; spans speak of the text before any of them.
 * An edit that overlaps an earlier one (by start, then by place in the list) is left out.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let reached = 0;
  for (const edit of withoutOverlaps(edits)) {
    result += text.slice(reached, edit.span.start) + edit.newText;
    reached = edit.span.end;
  }
  return result + text.slice(reached);
}

/** The edits sorted by place, without those that overlap an earlier one or repeat it. */
export function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const kept: Edit[] = [];
  for (const edit of sorted) {
    const last = kept.at(-1);
    if (last && (edit.span.start < last.span.end || isSame(last, edit))) continue;
    kept.push(edit);
  }
  return kept;
}

/** Places that edits claim; no two claims overlap or start at the same place. */
export class Claims {
  /** In order, each with its end at the same index. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /** Claims the spans of the edits, which must not conflict with each other; false, and nothing, if one is taken. */
  claim(edits: readonly Edit[]): boolean {
    if (edits.some(({ span }) => this.#isTaken(span))) return false;
    for (const { span } of edits) {
      const index = lastNotAfter(this.#starts, span.start) + 1;
      this.#starts.splice(index, 0, span.start);
      this.#ends.splice(index, 0, span.end);
    }
    return true;
  }

  #isTaken({ start, end }: Span): boolean {
    const index = lastNotAfter(this.#starts, start);
    return this.#starts[index] === start || (this.#ends[index] ?? 0) > start || (this.#starts[index + 1] ?? end) < end;
  }
}

function isSame(first: Edit, second: Edit): boolean {
  return (
    first.span.start === second.span.start && first.span.end === second.span.end && first.newText === second.newText
  );
}
