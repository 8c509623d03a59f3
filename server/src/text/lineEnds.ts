/** Where the lines of a text end; to be asked from its start to its end, else each question may cost a search of it all. */
export class LineEnds {
  #lineFeed = -1;
  #carriageReturn = -1;

  constructor(readonly text: string) {}

  /** Where the line that holds the offset ends, before its line end. */
  behind(offset: number): number {
    if (this.#lineFeed < offset) this.#lineFeed = nextPlaceOf("\n", this.text, offset);
    if (this.#carriageReturn < offset) this.#carriageReturn = nextPlaceOf("\r", this.text, offset);
    return this.#lineFeed < this.#carriageReturn ? this.#lineFeed : this.#carriageReturn;
  }
}

/** Where the character stands next, from the offset on; the end of the text where it does not. */
export function nextPlaceOf(character: string, text: string, from: number): number {
  const found = text.indexOf(character, from);
  return found < 0 ? text.length : found;
}

/** Where the line behind the one that ends there starts; beyond the text behind its last one. */
export function nextLine(text: string, end: number): number {
  return end + (text[end] === "\r" && text[end + 1] === "\n" ? 2 : 1);
}
