import type { NoteDocument } from "../workspace/store";

/** The line that holds the caret, cut there. */
export interface LineAround {
  readonly before: string;
  readonly after: string;
  /** Offset of the line's start. */
  readonly start: number;
}

/** The line around the offset. */
export function lineAround({ text, lines }: NoteDocument, offset: number): LineAround {
  const { start, end } = lines.lineSpan(lines.lineAt(offset));
  return { before: text.slice(start, offset), after: text.slice(offset, end), start };
}

/** Pattern (flags `iu`) of one or more bullets (as deep as anybody reads), and of the task box behind them. */
export const bulletPattern = String.raw`[ \t]*(?:(?:[*+-]|\d{1,9}[.)])[ \t]+){1,100}(?:\[[ x]\][ \t]+)?`;

/** Pattern (flags `iu`) of up to four words that may be a name; an `and` among them joins two. */
export const namePattern = String.raw`[\p{L}\p{N}@][\p{L}\p{N}.’'@-]*(?:[ ](?!and[ ])[\p{L}\p{N}.’'-]+){0,3}`;
