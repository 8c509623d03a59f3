/** Where a domain ends, and where in it the last two dots stand, the last underscore, and the last one before the last dot; -1 for none. */
interface Domain {
  readonly end: number;
  readonly lastDot: number;
  readonly dotBefore: number;
  readonly lastUnderscore: number;
  readonly underscoreBefore: number;
}

/**
 * Finds the addresses that GFM links though nothing marks them (`https://…`, `www.…`, an e-mail address), as
 * remark does. In linear time over all addresses of one text, which is why it is made for one text
 * and asked from its start to its end.
 */
export class BareAddresses {
  /** Up to where every closing punctuation is known to be followed by more of the address. */
  #goesOnTo = 0;
  #endOfRun = 0;
  /** The domain that was read last: addresses that are none may start in it again and again. */
  #domain: Domain = { end: 0, lastDot: -1, dotBefore: -1, lastUnderscore: -1, underscoreBefore: -1 };

  constructor(readonly text: string) {}

  /** Where the address that starts with `http://` or `https://` ends; undefined where it is none. */
  endOfUrl(start: number): number | undefined {
    if (isAsciiLetter(this.text[start - 1])) return undefined;
    const domain = this.text.indexOf("//", start) + 2;
    const first = this.text[domain];
    if (first === undefined || /[\0-\x20\x7f\s]/.test(first) || isPunctuation(first)) return undefined;
    return this.#endFromDomain(domain);
  }

  /** Where the address that starts with `www.` ends; undefined where it is none. */
  endOfWww(start: number): number | undefined {
    const before = this.text[start - 1];
    return before === undefined || /[(*_[\]~ \t\r\n]/.test(before) ? this.#endFromDomain(start) : undefined;
  }

  /** Whether the word that holds the place may be the start of an e-mail address. */
  isBeforeAtSign(place: number): boolean {
    if (place >= this.#endOfRun) {
      this.#endOfRun = place;
      while (isAddressCharacter(this.text[this.#endOfRun])) this.#endOfRun++;
    }
    return this.text[this.#endOfRun] === "@";
  }

  /** The e-mail address around the `@`; undefined where there is none, or where it would reach before `from`. */
  email(at: number, from: number): { readonly start: number; readonly end: number } | undefined {
    let start = at;
    while (isAddressCharacter(this.text[start - 1])) start--;
    if (start === at || start < from || this.text[start - 1] === "/") return undefined;
    let end = at + 1;
    let hasDot = false;
    for (; end < this.text.length; end++) {
      const isDot = this.text[end] === "." && /[0-9A-Za-z]/.test(this.text[end + 1] ?? "");
      if (!isDot && !/[-\w]/.test(this.text[end] ?? "")) break;
      hasDot ||= isDot;
    }
    return hasDot && isAsciiLetter(this.text[end - 1]) ? { start, end } : undefined;
  }

  #endFromDomain(start: number): number | undefined {
    if (start >= this.#domain.end) this.#domain = this.#readDomain(start);
    const { end, lastDot, dotBefore, lastUnderscore, underscoreBefore } = this.#domain;
    const isInLast = lastUnderscore > Math.max(lastDot, start - 1);
    const isInLastButOne = lastDot >= start && underscoreBefore > Math.max(dotBefore, start - 1);
    return isInLast || isInLastButOne ? undefined : this.#endFromPath(end);
  }

  #readDomain(start: number): Domain {
    let [lastDot, dotBefore, lastUnderscore, underscoreBefore] = [-1, -1, -1, -1];
    let end = this.text.length;
    const signs = /[^\dA-Za-z-]/g;
    signs.lastIndex = start;
    for (let sign = signs.exec(this.text); sign; sign = signs.exec(this.text)) {
      const [character] = sign;
      const place = sign.index;
      const isMark = character === "." || character === "_";
      if (isMark ? this.#isTrail(place) : /\s/.test(character) || isPunctuation(character)) {
        end = place;
        break;
      }
      if (character === "_") lastUnderscore = place;
      else if (character === ".") [dotBefore, lastDot, underscoreBefore] = [lastDot, place, lastUnderscore];
    }
    return { end, lastDot, dotBefore, lastUnderscore, underscoreBefore };
  }

  #endFromPath(start: number): number {
    let opened = 0;
    let closed = 0;
    // From one character that may end it to the next.
    const signs = /[\s!"&'(),*.:;<?\]_~]/g;
    signs.lastIndex = start;
    for (let sign = signs.exec(this.text); sign; sign = signs.exec(this.text)) {
      const [character] = sign;
      const end = sign.index;
      if (/\s/.test(character)) return end;
      const isBalanced = character === ")" && closed < opened;
      if (!isBalanced && /[!"&'),*.:;<?\]_~]/.test(character) && this.#isTrail(end)) return end;
      if (character === "(") opened++;
      if (character === ")") closed++;
    }
    return this.text.length;
  }

  /** Whether nothing but punctuation stands between here and where the address must end. */
  #isTrail(start: number): boolean {
    if (start < this.#goesOnTo) return false;
    let place = start;
    for (;;) {
      const character = this.text[place];
      if (character === undefined || character === "<" || /\s/.test(character)) return true;
      const length = this.#trailAt(place, character);
      if (length === undefined) return true;
      if (length === 0) break;
      place += length;
    }
    this.#goesOnTo = place;
    return false;
  }

  /** How many characters are punctuation here; undefined where the address ends for sure. */
  #trailAt(place: number, character: string): number | undefined {
    if (character === "]") return /[([\s]/.test(this.text[place + 1] ?? " ") ? undefined : 1;
    if (character !== "&") return /[!"'),*.:;?_~]/.test(character) ? 1 : 0;
    let end = place + 1;
    while (isAsciiLetter(this.text[end])) end++;
    return end > place + 1 && this.text[end] === ";" ? end + 1 - place : 0;
  }
}

function isAsciiLetter(character: string | undefined): boolean {
  return character !== undefined && /[A-Za-z]/.test(character);
}

/** What may stand before the `@` of an e-mail address. */
function isAddressCharacter(character: string | undefined): boolean {
  return character !== undefined && /[-+.\w]/.test(character);
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}
