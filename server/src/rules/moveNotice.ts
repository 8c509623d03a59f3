import type { Span } from "../text/span";
import type { Fix, Notice, RelatedPlace } from "./rule";

/** The notice alone, without the fixes of a finding, at other places. */
export function noticeAt(notice: Notice, at: Span, related: readonly RelatedPlace[]): Notice {
  const { rule, severity, message, unnecessary } = notice;
  return { rule, severity, message, ...(unnecessary !== undefined && { unnecessary }), at, related };
}

/** The fix with its edits where `move` puts them. */
export function moveFix(fix: Fix, move: (span: Span) => Span): Fix {
  return { ...fix, edits: fix.edits.map(({ span, newText }) => ({ span: move(span), newText })) };
}
