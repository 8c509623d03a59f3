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

/** Whether any edit of the one list overlaps, or inserts at the same place as, any of the other. */
export function conflict(first: readonly Edit[], second: readonly Edit[]): boolean {
  return first.some((a) =>
    second.some((b) => (a.span.start < b.span.end && b.span.start < a.span.end) || a.span.start === b.span.start),
  );
}

function isSame(first: Edit, second: Edit): boolean {
  return (
    first.span.start === second.span.start && first.span.end === second.span.end && first.newText === second.newText
  );
}
