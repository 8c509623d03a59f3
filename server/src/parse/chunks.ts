import { startsWithAsciiLetter } from "../text/letters";
import { LineEnds, nextLine } from "../text/lineEnds";
import { trimEnd } from "../text/trim";
import { columnBehind, endOfBlanks, isThematicBreak } from "./plainLine";
import { mayUnderline } from "./plainTable";

/**
 * Cuts a Markdown text, from `from` on, into chunks that can be parsed alone, and answers where each starts: each is
 * a block of the highest level (a heading, a paragraph, one item of a top-level list with all that is nested in it, a
 * table, a fence), and nothing before it can reach into it. Cautious: where Markdown's containers make a border
 * doubtful, there is none. One linear scan; the blocks of all chunks in a row are those of the whole text. What
 * follows a cut hangs on nothing before it: a scan that starts there finds the same cuts behind it.
 * Source of the rules: CommonMark 0.31.2, sections 3 to 5, GFM's tables and footnotes, and where remark departs
 * from them, remark.
 */
export function* cutChunks(text: string, from: number): Iterable<number> {
  const scan = new Scan();
  const ends = new LineEnds(text);
  for (let start = from; start < text.length; ) {
    const end = ends.behind(start);
    const line = text.slice(start, end);
    if (start === from || scan.cutsBefore(line)) yield start;
    scan.read(line);
    start = nextLine(text, end);
  }
}

/** A run of text until a mark that ends it: a fence, or HTML that may hold empty lines. */
interface Verbatim {
  readonly closes: (line: string) => boolean;
}

class Scan {
  #verbatim: Verbatim | undefined;
  /** Whether the chunk goes on to the end, because a doubtful fence or HTML opened in it. */
  #isDoubtful = false;
  #wasBlank = true;
  #wasHeading = false;
  #wasIndented = false;
  #isFirst = true;
  /** Column at which the content of the chunk's item starts, and the character that ends its marker; 0 where the chunk is no item. */
  #content = 0;
  #marker = "";
  /** Whether a list may have started within the chunk. */
  #mayNest = false;
  /** Whether every line so far lies within the chunk's item. */
  #isWithinItem = false;
  /** Whether every line so far is surely of one paragraph, which is within nothing else. */
  #isParagraph = false;

  /** Whether a chunk starts with this line; settles the state of a new chunk if so. */
  cutsBefore(line: string): boolean {
    if (this.#isFirst || this.#verbatim || this.#isDoubtful || isBlank(line)) return false;
    const cuts =
      this.#wasHeading || (endOfBlanks(line) === 0 && (this.#wasBlank ? !this.#goesOn(line) : this.#startsBlock(line)));
    if (cuts) this.#isFirst = true;
    return cuts;
  }

  /** To remark, indented code is still open behind an empty line, so that what may not interrupt words starts nothing. */
  #goesOn(line: string): boolean {
    return this.#wasIndented && maybeBlock.test(line);
  }

  read(line: string): void {
    const blanks = endOfBlanks(line);
    const blank = blanks === line.length;
    const indent = blanks === 0 ? 0 : columnBehind(line.slice(0, blanks), 0);
    // Most lines start with a letter: that is no marker, no fence, no tag and underlines nothing.
    const areWords = startsWithAsciiLetter(line, blanks);
    const isUnderline = !areWords && this.#isParagraph && !this.#isFirst && underline.test(line);
    if (this.#isFirst) this.#open(line, areWords && blanks === 0);
    else if (!areWords && /^[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/.test(line)) this.#mayNest = true;
    if (blank || isUnderline || (!areWords && mayStartBlock(line))) this.#isParagraph = false;
    if (!this.#isFirst && !blank && indent < this.#content) this.#isWithinItem = false;
    if (!this.#verbatim) {
      if (!areWords) this.#openVerbatim(line, indent);
    } else if (this.#verbatim.closes(line)) this.#verbatim = undefined;
    // What starts with a tag may be a paragraph, and then a fence in it opens for good.
    else if (this.#verbatim.closes === isBlank && opensVerbatim(line.trimStart())) this.#isDoubtful = true;
    if (!blank) this.#wasIndented = indent > 3 && !this.#isWithinItem;
    this.#wasBlank = blank;
    this.#wasHeading = !this.#verbatim && (isUnderline || isHeading(line));
    this.#isFirst = false;
  }

  /** `areWords` says that the line starts with a letter. */
  #open(line: string, areWords: boolean): void {
    if (areWords) {
      this.#content = 0;
      this.#marker = "";
      this.#mayNest = false;
      this.#isParagraph = true;
      this.#isWithinItem = false;
      return;
    }
    const [lead = "", indent = "", marker = ""] =
      /^( {0,3})([-*+]|\d{1,9}[.)])(?: {1,4}(?=[^ \t])|(?=[ \t]|$))/.exec(line) ?? [];
    this.#content =
      lead === "" || isThematicBreak(line.trim()) ? 0 : Math.max(lead.length, indent.length + marker.length + 1);
    this.#marker = marker.slice(-1);
    this.#mayNest = this.#content > 0;
    // What starts with brackets may be a definition; what starts with a byte order mark, anything.
    this.#isParagraph = this.#content === 0 && /^ {0,3}[^ \t[\uFEFF]/.test(line);
    // An empty item ends at the next empty line, whatever the indent behind that.
    this.#isWithinItem = this.#mayNest && lead.length < trimEnd(line, " \t").length;
  }

  /** Whether a line at column 0 starts a block even behind words. */
  #startsBlock(line: string): boolean {
    if (startsWithAsciiLetter(line)) return false;
    if (isHeading(line)) return true;
    const [, marker = "", words = ""] = /^([-*+]|\d{1,9}[.)])[ \t]+([^ \t].*)$/.exec(line) ?? [];
    // What nests a container in the same line is read otherwise by remark where it interrupts words.
    if (marker === "" || isThematicBreak(line) || maybeBlock.test(words)) return false;
    return marker.length === 1 || (this.#isWithinItem && marker.slice(-1) === this.#marker);
  }

  #openVerbatim(line: string, indent: number): void {
    const isInItem = this.#isWithinItem && indent >= this.#content && !this.#isFirst;
    if (indent > 3 || isInItem) return;
    const words = line.trimStart();
    const opened = openFence(words) ?? openHtml(words);
    if (!opened) return;
    if (this.#mayNest && indent > 0 && !this.#isFirst) this.#isDoubtful = true;
    this.#verbatim = opened;
  }
}

function opensVerbatim(words: string): boolean {
  return openFence(words) !== undefined || htmlBlocks.some(([opening]) => opening.test(words));
}

/** What, at the start of a line's words, may start a block of its own. */
export const maybeBlock =
  /^(?:[#>`~<|=]|[-+*](?:[ \t]|$)|[-*_](?:[ \t]*[-*_]){2}|\d{1,9}[.)](?:[ \t]|$)|\[[^\]]*\]:|\[\^)/;

function isHeading(line: string): boolean {
  return line.startsWith("#") && heading.test(line);
}

const heading = /^#{1,6}(?:[ \t]|$)/;

/** What underlines a heading where it stands below words. */
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;

/** Whether a line may be of another block than the words above it, or show that they are none. */
function mayStartBlock(line: string): boolean {
  return maybeBlock.test(line.trimStart()) || mayUnderline(line);
}

function openFence(words: string): Verbatim | undefined {
  if (!words.startsWith("`") && !words.startsWith("~")) return undefined;
  const [, fence = ""] = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(words) ?? [];
  if (fence === "") return undefined;
  const closing = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`);
  return { closes: (line) => closing.test(line) };
}

/** HTML blocks 1 to 5 end with a mark of their own, 6 and 7 with an empty line. */
function openHtml(words: string): Verbatim | undefined {
  if (!words.startsWith("<")) return undefined;
  const [, closing] = htmlBlocks.find(([opening]) => opening.test(words)) ?? [];
  if (!closing) return { closes: isBlank };
  return closing.test(words) ? undefined : { closes: (line) => closing.test(line) };
}

const htmlBlocks: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];

/** Where the text goes on behind its front matter (`---` or `+++`, on lines of their own); 0 where it has none. */
export function endOfFrontMatter(text: string): number {
  const [, fence = ""] = /^\uFEFF?(---|\+\+\+)[ \t]*(?:[\r\n]|$)/.exec(text) ?? [];
  if (fence === "") return 0;
  const ends = new LineEnds(text);
  for (let start = nextLine(text, ends.behind(0)); start < text.length; ) {
    const end = ends.behind(start);
    if (text.startsWith(fence, start) && text.slice(start + 3, end).trim() === "") return nextLine(text, end);
    start = nextLine(text, end);
  }
  return 0;
}

function isBlank(line: string): boolean {
  return endOfBlanks(line) === line.length;
}
