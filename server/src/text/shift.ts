import type { Part, Span } from "./span";

/** The span as it stands `offset` characters further on. */
export function shiftSpan({ start, end }: Span, offset: number): Span {
  return { start: start + offset, end: end + offset };
}

/** The part as it stands `offset` characters further on. */
export function shiftPart({ span, text }: Part, offset: number): Part {
  return { span: shiftSpan(span, offset), text };
}
