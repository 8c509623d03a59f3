import type { Span } from "../../text/span";

/** Finds lines of a text near an offset without counting them; asked for offsets nearly in order, it reads no line often. */
export class LinesAround {
  #last: Span = { start: 0, end: -1 };
  #next: { readonly before: Span; readonly line: Span | undefined } | undefined;

  constructor(readonly text: string) {}

  /** The line that holds the offset; its `end` is behind its last place. */
  lineAt(offset: number): Span {
    const { start, end } = this.#lineAt(offset);
    return { start, end: end + 1 };
  }

  /** The line below the one that holds the offset; undefined below the last. */
  lineBelow(offset: number): Span | undefined {
    const line = this.#lineBelow(this.#lineAt(offset));
    return line && { start: line.start, end: line.end + 1 };
  }

  #lineAt(offset: number): Span {
    const { start, end } = this.#last;
    if (start <= offset && offset <= end) return this.#last;
    const limit = offset > end ? end + 1 : 0;
    let first = offset;
    while (first > limit && !isLineEnd(this.text[first - 1])) first--;
    this.#last = { start: first, end: this.#endOf(offset) };
    return this.#last;
  }

  #lineBelow(line: Span): Span | undefined {
    if (this.#next?.before !== line) this.#next = { before: line, line: this.#readBelow(line) };
    return this.#next.line;
  }

  #readBelow({ end }: Span): Span | undefined {
    if (end === this.text.length) return undefined;
    const start = end + (this.text.startsWith("\r\n", end) ? 2 : 1);
    return { start, end: this.#endOf(start) };
  }

  #endOf(offset: number): number {
    const ends = /[\r\n]/g;
    ends.lastIndex = offset;
    return ends.exec(this.text)?.index ?? this.text.length;
  }
}

function isLineEnd(character: string | undefined): boolean {
  return character === "\n" || character === "\r";
}
