import { LineEnds, nextLine } from "./lineEnds";
import type { Span } from "./span";

/** A place in a text as LSP counts it: line and UTF-16 character, both from 0. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** The lines of a text, counted from 0; line ends are LF, CRLF and lone CR, as in LSP and CommonMark. */
export interface Lines {
  /** How many lines there are; a text that ends with a line end has an empty last line. */
  readonly lineCount: number;
  /** The line that holds the offset; offsets outside the text are moved to its nearest end. */
  lineAt(offset: number): number;
  /** The position of an offset; one outside the text is moved to its nearest end, one within a CRLF before it. */
  positionAt(offset: number): LinePosition;
  /** The offset of a position; a character past the line's end means its end, a line past the last the text's end. */
  offsetAt(position: LinePosition): number;
  /** The span of a line without its line end; a line outside the text is taken for the nearest one inside. */
  lineSpan(line: number): Span;
}

/** The lines of a text that does not change, found in one scan. */
export class LineIndex implements Lines {
  readonly #starts: number[] = [0];

  constructor(readonly text: string) {
    const ends = new LineEnds(text);
    for (let end = ends.behind(0); end < text.length; ) {
      const start = nextLine(text, end);
      this.#starts.push(start);
      end = ends.behind(start);
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

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

  positionAt(offset: number): LinePosition {
    const line = this.lineAt(offset);
    const { start, end } = this.lineSpan(line);
    return { line, character: Math.max(0, Math.min(offset, end) - start) };
  }

  offsetAt(position: LinePosition): number {
    if (position.line >= this.lineCount) return this.text.length;
    if (position.line < 0) return 0;
    const { start, end } = this.lineSpan(position.line);
    return Math.max(start, Math.min(start + position.character, end));
  }

  lineSpan(line: number): Span {
    const inside = Math.max(0, Math.min(line, this.lineCount - 1));
    const start = this.#startOf(inside);
    if (inside === this.lineCount - 1) return { start, end: this.text.length };
    const next = this.#startOf(inside + 1);
    return { start, end: this.text.endsWith("\r\n", next) ? next - 2 : next - 1 };
  }

  #startOf(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }
}

/** The line end that the text uses first; LF where it has none. */
export function lineEnding(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}
