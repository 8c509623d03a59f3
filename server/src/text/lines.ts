import type { Span } from "./span";

/** A place in a text as LSP counts it: line and UTF-16 character, both from 0. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** Turns offsets into lines and back; line ends are LF, CRLF and lone CR, as in LSP and CommonMark. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(readonly text: string) {
    for (const ending of text.matchAll(/\r\n|\n|\r/g)) this.#starts.push(ending.index + ending[0].length);
  }

  /** How many lines the text has; a text that ends with a line end has an empty last line. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The line (from 0) that holds the offset; offsets outside the text are moved to its nearest end. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): LinePosition {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(inside);
    return { line, character: inside - this.#startOf(line) };
  }

  /** The offset of a position; a character past the line's end means its end, a line past the last the text's end. */
  offsetAt(position: LinePosition): number {
    if (position.line >= this.lineCount) return this.text.length;
    if (position.line < 0) return 0;
    const { start, end } = this.lineSpan(position.line);
    return Math.max(start, Math.min(start + position.character, end));
  }

  /** The span of a line (from 0) without its line end. */
  lineSpan(line: number): Span {
    const start = this.#startOf(line);
    const next = this.#starts[line + 1] ?? this.text.length;
    const ending = /(?:\r\n|\n|\r)$/.exec(this.text.slice(Math.max(start, next - 2), next));
    return { start, end: next - (line + 1 < this.lineCount ? (ending?.[0].length ?? 0) : 0) };
  }

  /** The span from the start of the first line that `span` touches to the start of the line after its last. */
  wholeLines(span: Span): Span {
    const last = this.lineAt(Math.max(span.start, span.end - (this.text[span.end - 1] === "\n" ? 1 : 0)));
    return { start: this.#startOf(this.lineAt(span.start)), end: this.#starts[last + 1] ?? this.text.length };
  }

  #startOf(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }
}

/** The line end that the text uses first; LF where it has none. */
export function lineEnding(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}
