/** A stretch of a text: UTF-16 offsets from 0, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span together with the words that stand there (trimmed, as written). */
export interface Part {
  readonly span: Span;
  readonly text: string;
}

/** The part of `text` at `span`, without the white space around it. */
export function trimPart(text: string, span: Span): Part {
  const raw = text.slice(span.start, span.end);
  const start = span.start + (raw.length - raw.trimStart().length);
  const trimmed = raw.trim();
  return { span: { start, end: start + trimmed.length }, text: trimmed };
}

/** Puts spans in order: by their start, then by their end. */
export function compareSpans(first: Span, second: Span): number {
  return first.start - second.start || first.end - second.end;
}

/** Whether `inner` lies within `outer`, borders included. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two spans share a character, or one is empty and touches the other. */
export function touches(first: Span, second: Span): boolean {
  return first.start <= second.end && second.start <= first.end;
}
