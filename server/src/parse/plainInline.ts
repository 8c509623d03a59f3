import { maskCharacter } from "./blocks";
import { endOfAngle, endOfResource } from "./plainLink";
import { BareAddresses } from "./plainUrl";

/**
 * The words of one paragraph with what is no plain text masked, as remark would have it; undefined in doubt.
 * `mask` is remark's own answer for words, undefined where it has none; it is asked in doubt alone, and about
 * references, which only the rest of the text can tell from words in brackets. In linear time.
 */
export function maskInline(words: string, mask: (words: string) => string | undefined): string | undefined {
  if (!/[`<@[]|:\/\/|www\./i.test(words)) return words;
  // Here it depends on what white space follows.
  if (/www\.$/i.test(words)) return undefined;
  const scan = new InlineScan(words);
  const own = scan.mask();
  if (own === undefined) return mask(words);
  if (scan.mayNest) return mask(words);
  return own.includes("[") ? maskReferences(words, own, mask) : own;
}

/** What may be a reference is asked for with all else out of the way. */
function maskReferences(words: string, own: string, mask: (words: string) => string | undefined): string | undefined {
  const bare = own.replace(/[`<@]|(?<=\])\(|:(?=\/\/)|(?<=www)\./gi, maskCharacter);
  if (words.includes("][") || /\[[^[\]]*\uFFFC/.test(bare)) return mask(words);
  const masked = mask(bare);
  if (masked === undefined) return undefined;
  return Array.from({ length: own.length }, (_, place) =>
    masked[place] === bare[place] ? own[place] : masked[place],
  ).join("");
}

/** A `[` or `![` that may start a link. */
interface Opener {
  readonly start: number;
  readonly isImage: boolean;
  /** Whether brackets stand in it that are no link, unless they are a reference. */
  hasBrackets: boolean;
}

/** Reads the words from left to right, as CommonMark's appendix says, without emphasis, which masks nothing. */
class InlineScan {
  /** Whether a reference, where there is one, may keep the brackets around it from being a link. */
  mayNest = false;
  readonly #masked: { readonly start: number; readonly end: number }[] = [];
  readonly #openers: Opener[] = [];
  /** How many of the openers are within no link any more, unless they are images. */
  #spent = 0;
  /** Up to where all is read. */
  #end = 0;
  /** Where the last thing ends that is more than plain characters. */
  #covered = 0;
  readonly #addresses: BareAddresses;
  /** Lengths of runs of backticks that nothing closes any more. */
  readonly #openRuns = new Set<number>();
  readonly #openTitles = new Set<string>();
  readonly #lastAngle: number;

  constructor(readonly words: string) {
    this.#addresses = new BareAddresses(words);
    this.#lastAngle = words.lastIndexOf(">");
  }

  mask(): string | undefined {
    const marks = /\\|`+|<|!?\[|\]|https?:\/\/|www\.|@/gi;
    for (let mark = marks.exec(this.words); mark; mark = marks.exec(this.words)) {
      this.#end = mark.index + 1;
      if (!this.#read(mark.index, mark[0].toLowerCase())) return undefined;
      marks.lastIndex = this.#end;
    }
    let masked = "";
    let done = 0;
    for (const { start, end } of this.#masked) {
      masked += this.words.slice(done, start) + this.words.slice(start, end).replace(/[^\r\n]/g, maskCharacter);
      done = end;
    }
    return masked + this.words.slice(done);
  }

  /** False in doubt. */
  #read(start: number, mark: string): boolean {
    switch (mark[0]) {
      case "\\":
        if (/[!-/:-@[-`{-~]/.test(this.words[start + 1] ?? "")) this.#covered = this.#end = start + 2;
        return true;
      case "`":
        this.#readCode(start, mark.length);
        return true;
      case "<":
        return start > this.#lastAngle || this.#readAngle(start);
      case "!":
      case "[":
        return this.#open(start, mark.length);
      case "]":
        this.#close(start);
        return true;
      default:
        return this.#readAddress(start, mark);
    }
  }

  #readCode(start: number, length: number): void {
    this.#end = start + length;
    if (this.#openRuns.has(length)) return;
    const runs = /`+/g;
    runs.lastIndex = this.#end;
    for (let run = runs.exec(this.words); run; run = runs.exec(this.words)) {
      if (run[0].length !== length) continue;
      this.#cover(start, runs.lastIndex);
      return;
    }
    this.#openRuns.add(length);
  }

  #readAngle(start: number): boolean {
    const end = endOfAngle(this.words, start);
    if (end !== undefined && end > start) this.#cover(start, end);
    return end !== undefined;
  }

  #open(start: number, length: number): boolean {
    this.#end = start + length;
    this.#openers.push({ start, isImage: length === 2, hasBrackets: false });
    // Footnotes have rules of their own.
    return this.words[this.#end] !== "^";
  }

  #close(start: number): void {
    const opener = this.#openers.pop();
    if (!opener) return;
    const isSpent = this.#openers.length < this.#spent;
    this.#spent = Math.min(this.#spent, this.#openers.length);
    const outer = this.#openers.at(-1);
    const mayLink = (opener.isImage || !isSpent) && this.words[start + 1] === "(";
    const end = mayLink ? endOfResource(this.words, start + 1, this.#openTitles) : undefined;
    if (outer && (end === undefined || opener.hasBrackets)) outer.hasBrackets = true;
    if (end === undefined) return;
    if (!opener.isImage) {
      this.#spent = this.#openers.length;
      this.mayNest ||= opener.hasBrackets;
    }
    while ((this.#masked.at(-1)?.start ?? -1) >= opener.start) this.#masked.pop();
    this.#cover(opener.start, end);
  }

  /** False in doubt. */
  #readAddress(start: number, mark: string): boolean {
    // Within open brackets remark finds addresses too late to give them a place.
    if (this.#openers.length > 0) return true;
    if (mark === "@") {
      const email = this.#addresses.email(start, this.#covered);
      if (email) this.#cover(email.start, email.end);
      return true;
    }
    if (mark === "www." && this.#addresses.isBeforeAtSign(start)) return false;
    const end = mark === "www." ? this.#addresses.endOfWww(start) : this.#addresses.endOfUrl(start);
    if (end !== undefined) this.#cover(start, end);
    return true;
  }

  #cover(start: number, end: number): void {
    this.#masked.push({ start, end });
    this.#end = end;
    this.#covered = end;
  }
}
