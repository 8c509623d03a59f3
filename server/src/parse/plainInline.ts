import { maskCharacter } from "./blocks";
import { identifierOf } from "./plainDefinition";
import { endOfAngle, endOfResource } from "./plainLink";
import { BareAddresses } from "./plainUrl";

/**
 * The words of one paragraph with what is no plain text masked, as remark would have it; undefined in doubt.
 * `targets` are the links that the text defines, by identifier. In linear time.
 */
export function maskInline(words: string, targets: ReadonlySet<string>): string | undefined {
  return /[`<@[]|:\/\/|www\./i.test(words) ? new InlineScan(words, targets).mask() : words;
}

/** As many mask characters; line ends stay. */
function hidden(words: string): string {
  const isOneLine = !words.includes("\n") && !words.includes("\r");
  return isOneLine ? maskCharacter.repeat(words.length) : words.replace(/[^\r\n]/g, maskCharacter);
}

/** A `[` or `![` that may start a link. */
interface Opener {
  readonly start: number;
  readonly isImage: boolean;
}

/** No definition has a longer one. */
const longestLabel = 999;

/** Reads the words from left to right, as CommonMark's appendix says, without emphasis, which masks nothing. */
class InlineScan {
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

  constructor(
    readonly words: string,
    readonly targets: ReadonlySet<string>,
  ) {
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
      masked += this.words.slice(done, start) + hidden(this.words.slice(start, end));
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
    this.#openers.push({ start, isImage: length === 2 });
    // Footnotes have rules of their own.
    return this.words[this.#end] !== "^";
  }

  #close(start: number): void {
    const opener = this.#openers.pop();
    if (!opener) return;
    const isSpent = this.#openers.length < this.#spent;
    this.#spent = Math.min(this.#spent, this.#openers.length);
    const end = opener.isImage || !isSpent ? this.#endOfLink(opener, start) : undefined;
    if (end === undefined) return;
    if (!opener.isImage) this.#spent = this.#openers.length;
    while ((this.#masked.at(-1)?.start ?? -1) >= opener.start) this.#masked.pop();
    this.#cover(opener.start, end);
  }

  /** Where the link ends whose words end with the bracket at `close`; undefined where it is none. */
  #endOfLink({ start, isImage }: Opener, close: number): number | undefined {
    const rest = this.words.slice(close + 1);
    const resource = rest.startsWith("(") ? endOfResource(this.words, close + 1, this.#openTitles) : undefined;
    if (resource !== undefined || this.targets.size === 0) return resource;
    const [reference, label = ""] = /^\[((?:[^[\]\\]|\\.)*)\]/s.exec(rest) ?? [];
    if (reference !== undefined && this.#isTarget(label)) return close + 1 + reference.length;
    if (!this.#isTarget(this.words.slice(start + (isImage ? 2 : 1), close))) return undefined;
    // Brackets that refer to nothing keep those before them from doing so.
    if (rest.startsWith("[")) return rest.startsWith("[]") ? close + 3 : undefined;
    return close + 1;
  }

  #isTarget(label: string): boolean {
    return label.length <= longestLabel && this.targets.has(identifierOf(label));
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
