/** A text without its marks, and where they stood. */
export interface MarkedText {
  readonly text: string;
  /** Offsets of `‸`. */
  readonly carets: readonly number[];
  /** Spans of `⟦ ⟧`, in the order of their starts. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** Reads a text with carets `‸` and (nested) ranges `⟦ ⟧` in it; throws on marks without a partner. */
export function readMarks(marked: string): MarkedText {
  const carets: number[] = [];
  const spans: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = "";
  for (const piece of marked.split(/([‸⟦⟧])/)) {
    if (piece === "‸") carets.push(text.length);
    else if (piece === "⟦") {
      const span = { start: text.length, end: -1 };
      open.push(span);
      spans.push(span);
    } else if (piece === "⟧") {
      const span = open.pop();
      if (!span) throw new Error("Unexpected ⟧ without ⟦");
      span.end = text.length;
    } else text += piece;
  }
  if (open.length > 0) throw new Error("Unexpected ⟦ without ⟧");
  return { text, carets, spans };
}

/** The text with `⟦ ⟧` around each span. */
export function writeMarks(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  const marks = spans.flatMap(({ start, end }) => [
    { at: start, mark: "⟦", order: 1 },
    { at: end, mark: "⟧", order: start === end ? 2 : 0 },
  ]);
  marks.sort((a, b) => b.at - a.at || b.order - a.order);
  return marks.reduce((result, { at, mark }) => result.slice(0, at) + mark + result.slice(at), text);
}
