import type { Span } from "../text/span";
import { trimEnd } from "../text/trim";
import type { Block, ItemBlock, Words } from "./blocks";
import { type Definitions, nothingDefined } from "./definitions";
import { definesNothing, mayDefine, readDefinitions } from "./plainDefinition";
import { maskInline } from "./plainInline";
import { isThematicBreak, type Line, type Marker, readLines, readMarker, startsBlock } from "./plainLine";
import { opensRun, readRun } from "./plainRun";
import { mayUnderline, readTable, startsTable } from "./plainTable";

/** remark's answer to how words look with what is no plain text masked; undefined where they are no paragraph. */
type Mask = (words: string) => string | undefined;

/**
 * Parses a chunk of what notes are made of without remark: headings, paragraphs, nested items with paragraphs in
 * them, tables, fences, quotes, comments. Undefined for a chunk with anything else in it, which remark is to parse.
 * `targets` are the links that the text defines; `mask` is asked only in doubt about the words of one paragraph.
 * The result is remark's, a property that tests hold it to; it is what makes a keystroke cheap.
 */
export function parsePlainChunk(source: string, targets: ReadonlySet<string>, mask: Mask): Block[] | undefined {
  const lines = readLines(source);
  return lines && new PlainReader(source, lines, targets, mask).read();
}

/** What the chunk defines for others; undefined where remark is needed to tell. */
export function findPlainDefinitions(source: string): Definitions | undefined {
  const lines = readLines(source);
  // Whatever is masked, words define nothing.
  const reader = lines && new PlainReader(source, lines, new Set(), (words) => words);
  return reader?.read() && { ...nothingDefined, targets: reader.defined };
}

interface OpenItem {
  readonly block: { -readonly [Key in keyof ItemBlock]: ItemBlock[Key] };
  readonly children: Block[];
  /** Column at which the item's content starts. */
  readonly content: number;
}

/** Deeper lists are left to remark, and to its reader, which gives up deeper still. */
const deepest = 90;

/** Reads the lines one by one; whatever answers false or undefined is in doubt. */
class PlainReader {
  /** The links that the chunk defines. */
  readonly defined = new Set<string>();
  readonly #blocks: Block[] = [];
  readonly #items: OpenItem[] = [];
  #next = 0;

  constructor(
    readonly source: string,
    readonly lines: readonly Line[],
    readonly targets: ReadonlySet<string>,
    readonly mask: Mask,
  ) {}

  read(): Block[] | undefined {
    for (let line = this.lines[0]; line; line = this.lines[this.#next]) {
      if (!this.#readFrom(line)) return undefined;
    }
    return this.#blocks;
  }

  #readFrom(line: Line): boolean {
    this.#next++;
    if (line.words === "") return true;
    const marker = readMarker(line);
    if (marker) return this.#readItem(line, marker);
    return this.#items.length > 0 ? this.#readInItem(line) : this.#readAlone(line);
  }

  #readItem(line: Line, marker: Marker): boolean {
    while (line.indent < (this.#items.at(-1)?.content ?? 0)) this.#items.pop();
    const parent = this.#items.at(-1);
    if (line.indent - (parent?.content ?? 0) > 3 || this.#items.length > deepest) return false;
    // In an item that starts empty, white space counts in another way.
    if (isEmpty(parent) || marker.gap > 4) return false;
    return this.#openItem(line, marker, parent?.children ?? this.#blocks);
  }

  #openItem(line: Line, { mark, content, words, wordsStart }: Marker, siblings: Block[]): boolean {
    const end = line.wordsStart + mark.length;
    const isBracketed = words.startsWith("[");
    const [box = ""] = isBracketed ? (/^\[[ xX]\] (?=[^ \t])/.exec(words) ?? []) : [];
    const children: Block[] = [];
    const block: OpenItem["block"] = {
      kind: "item",
      span: { start: line.wordsStart, end },
      marker: mark,
      depth: this.#items.length,
      checked: box === "" ? null : box[1] !== " ",
      words: { span: { start: end, end }, masked: "" },
      children,
    };
    siblings.push(block);
    this.#items.push({ block, children, content });
    if (words === "") return this.#endItems(end);
    if (startsBlock(words) || isThematicBreak(words)) return false;
    const own = this.#readWords(wordsStart + box.length, line);
    if (!own || (isBracketed && box === "" && /^\[[ \txX]\][ \t\r\n]/.test(own.masked))) return false;
    block.words = own;
    return this.#endItems(own.span.end);
  }

  /** All open items end where the last block in them does. */
  #endItems(end: number): boolean {
    for (const { block } of this.#items) block.span = { start: block.span.start, end };
    return true;
  }

  /** A paragraph below an item's own words, or what ends all items. */
  #readInItem(line: Line): boolean {
    // Behind an item without words remark may take brackets for a task's box.
    if (isEmpty(this.#items.at(-1))) return false;
    while (line.indent < (this.#items.at(-1)?.content ?? 0)) this.#items.pop();
    const item = this.#items.at(-1);
    if (!item) return this.#readAlone(line);
    if (isEmpty(item) || line.indent - item.content > 3) return false;
    if (opensRun(line.words)) return this.#readRun(item);
    if (startsBlock(line.words) || isThematicBreak(line.words)) return false;
    const words = this.#readWords(line.wordsStart, line);
    if (!words) return false;
    item.children.push({ kind: "paragraph", span: words.span, words });
    return this.#endItems(words.span.end);
  }

  /** A block of the highest level that is no item. */
  #readAlone(line: Line): boolean {
    if (line.indent > 3) return false;
    if (line.words.startsWith("#") && /^#{1,6}(?:[ \t]|$)/.test(line.words)) return this.#readHeading(line);
    if (opensRun(line.words)) return this.#readRun(undefined);
    if (isThematicBreak(line.words)) return this.#add({ kind: "other", span: spanOf(line) });
    if (startsBlock(line.words)) return false;
    const next = this.lines[this.#next];
    if (!next || !mayUnderline(next.words) || underlines(next)) return this.#readParagraph(line);
    return startsTable(line, next) && this.#readTable(line, next);
  }

  #add(block: Block): boolean {
    this.#blocks.push(block);
    return true;
  }

  #readHeading(line: Line): boolean {
    const span = spanOf(line);
    const lead = /^#+[ \t]+/.exec(line.words)?.[0].length ?? 0;
    const written = line.words.slice(lead);
    const open = trimEnd(written, "#");
    const isClosed = open !== written && /[ \t]$/.test(open);
    // Without words it keeps its marks.
    const words = isClosed ? trimEnd(open, " \t") : written;
    const masked = open === "" ? words : this.#mask(words);
    if (masked === undefined) return false;
    const start = span.start + lead;
    const level = /^#+/.exec(line.words)?.[0].length ?? 0;
    return this.#add({ kind: "heading", span, level, words: { span: { start, end: start + words.length }, masked } });
  }

  /** A fence, HTML or a quote, in the item if there is one. */
  #readRun(item: OpenItem | undefined): boolean {
    const run = readRun(this.lines, this.#next - 1, item?.content ?? 0);
    if (!run) return false;
    this.#next = run.next;
    (item?.children ?? this.#blocks).push(run.block);
    return this.#endItems(run.block.span.end);
  }

  #readTable(head: Line, delimiters: Line): boolean {
    this.#next++;
    const rows: Line[] = [head];
    for (let line = this.lines[this.#next]; line && line.words !== ""; line = this.lines[++this.#next]) {
      if (line.indent > 3 || startsBlock(line.words) || isThematicBreak(line.words)) return false;
      rows.push(line);
    }
    const blocks = readTable(
      rows,
      delimiters,
      (span) => this.#slice(span),
      (words) => this.#mask(words),
    );
    return blocks?.every((block) => this.#add(block)) ?? false;
  }

  /** Definitions, or words, which may be underlined. */
  #readParagraph(line: Line): boolean {
    const span = this.#readSpan(line.wordsStart, line);
    if (!span) return false;
    const next = this.lines[this.#next];
    if (next && underlines(next)) return this.#readUnderlined(span, next);
    const definitions = readDefinitions(this.#slice(span), span.start);
    if (definitions) {
      for (const { identifier } of definitions) this.defined.add(identifier);
      return definitions.every((definition) => this.#add({ kind: "other", span: definition.span }));
    }
    const words = this.#maskWords(span);
    return words !== undefined && this.#add({ kind: "paragraph", span, words });
  }

  #readUnderlined(words: Span, underline: Line): boolean {
    // What defines something is not underlined.
    if (this.source[words.start] === "[") return false;
    const masked = this.#mask(this.#slice(words));
    if (masked === undefined) return false;
    this.#next++;
    const span = { start: words.start, end: spanOf(underline).end };
    return this.#add({
      kind: "heading",
      span,
      level: underline.words[0] === "=" ? 1 : 2,
      words: { span: words, masked },
    });
  }

  #readWords(start: number, line: Line): Words | undefined {
    const span = this.#readSpan(start, line);
    return span && this.#maskWords(span);
  }

  #maskWords(span: Span): Words | undefined {
    const written = this.#slice(span);
    if (definesNothing(written, this.targets)) return { span, masked: written };
    const masked = mayDefine(written) ? undefined : this.#mask(written);
    return masked === undefined ? undefined : { span, masked };
  }

  /** Words from `start` in the line on, with the lines that they go on in. */
  #readSpan(start: number, first: Line): Span | undefined {
    let last = first;
    for (let line = this.lines[this.#next]; line && line.words !== ""; line = this.lines[++this.#next]) {
      const ends = this.#endsWords(line);
      if (ends === undefined) return undefined;
      if (ends) break;
      last = line;
    }
    return { start, end: spanOf(last).end };
  }

  #mask(words: string): string | undefined {
    // Whether this is an address depends on what white space follows.
    if (words.endsWith(".") && /www\.$/i.test(words.slice(-4))) return undefined;
    return maskInline(words, this.targets) ?? this.mask(words);
  }

  #slice({ start, end }: Span): string {
    return this.source.slice(start, end);
  }

  /** Whether a line right below words is none of them. */
  #endsWords(line: Line): boolean | undefined {
    const indent = line.indent - (this.#items.at(-1)?.content ?? 0);
    if (indent < 0) return this.#endsItem(line);
    const isAlone = this.#items.length === 0;
    if (isAlone && underlines(line)) return true;
    if (mayUnderline(line.words)) return undefined;
    if (indent > 3) return false;
    const marker = readMarker(line);
    if (marker) return marker.words !== "" && /^(?:[-+*]|1[.)])$/.test(marker.mark);
    if (startsBlock(line.words) || isThematicBreak(line.words)) {
      return /^(?:[>`]|~{3})/.test(line.words) || (isAlone && mayInterrupt(line)) ? true : undefined;
    }
    const next = this.lines[this.#next + 1];
    return isAlone && next !== undefined && startsTable(line, next);
  }

  /** Whether a line that stands further left than an item's words is none of them. */
  #endsItem(line: Line): boolean | undefined {
    if (readMarker(line)) return true;
    if (startsBlock(line.words) || isThematicBreak(line.words)) {
      return line.indent < (this.#items[0]?.content ?? 0) && mayInterrupt(line) ? true : undefined;
    }
    return mayUnderline(line.words) ? undefined : false;
  }
}

function isEmpty(item: OpenItem | undefined): boolean {
  return item?.block.words.masked === "";
}

/** Whether the line, which starts a block, is a heading, a fence, a quote, a comment or a break. */
function mayInterrupt({ words, indent }: Line): boolean {
  return indent < 4 && /^(?:[#>`~*_-]|<!--)/.test(words);
}

/** Whether the line makes a heading of the words above it, if they are within nothing else. */
function underlines({ words, indent }: Line): boolean {
  return indent < 4 && /^(?:=+|-+)$/.test(words);
}

function spanOf({ wordsStart, words }: Line): Span {
  return { start: wordsStart, end: wordsStart + words.length };
}
