import { trimEnd } from "../text/trim";
import type { Block, HeadingBlock, ItemBlock, ParagraphBlock, Words } from "./blocks";
import { maybeBlock } from "./chunks";

/**
 * Parses a chunk of the plainest kind without remark: a heading, a paragraph of one line, or nested bullets of
 * one line each, indented by spaces. Undefined for a chunk with anything else in it, which remark is to parse.
 * `mask` masks what in a line is no plain text.
 * The result is remark's, a property that tests hold it to; it is what makes a keystroke cheap.
 */
export function parsePlainChunk(
  source: string,
  offset: number,
  mask: (line: string) => string | undefined,
): Block[] | undefined {
  const reader = new PlainReader(offset, mask);
  return reader.read(source) ? reader.blocks : undefined;
}

interface OpenItem {
  readonly block: { -readonly [Key in keyof ItemBlock]: ItemBlock[Key] };
  readonly children: Block[];
  /** Column at which the item's content starts. */
  readonly content: number;
}

class PlainReader {
  readonly blocks: Block[] = [];
  readonly #open: OpenItem[] = [];
  /** Whether the line before was words, so that they may go on. */
  #isWords = false;

  constructor(
    readonly offset: number,
    readonly mask: (line: string) => string | undefined,
  ) {}

  read(source: string): boolean {
    for (let start = 0; start < source.length; ) {
      const lineFeed = source.indexOf("\n", start);
      const end = lineFeed < 0 ? source.length : lineFeed;
      const bare = source[end - 1] === "\r" && end > start ? end - 1 : end;
      const line = source.slice(start, bare);
      if (/[\t\r\0\uFEFF]/.test(line)) return false;
      if (/^ *$/.test(line)) this.#isWords = false;
      else if (!this.readLine(line, this.offset + start)) return false;
      start = end + 1;
    }
    return true;
  }

  readLine(line: string, start: number): boolean {
    const [, indent, marker, gap, words] = /^( *)([-+*]|\d{1,9}[.)])( {1,4})([^ ].*)$/.exec(line) ?? [];
    if (indent === undefined || marker === undefined || gap === undefined || words === undefined) {
      return this.blocks.length === 0 && this.readAlone(line, start);
    }
    if (maybeBlock.test(words) || /^([-+*])(?: *\1){2,} *$/.test(line.trim())) return false;
    return this.readItem(indent.length, marker, indent.length + marker.length + gap.length, line, start);
  }

  /** A heading or a paragraph that has the chunk to itself. */
  readAlone(line: string, start: number): boolean {
    if (/^#{1,6} +[^# ]/.test(line)) {
      const [lead = ""] = /^#+ +/.exec(line) ?? [];
      const written = withoutEnd(line.slice(lead.length));
      if (written.includes("#") || maybeBlock.test(written)) return false;
      const words = this.words(written, start + lead.length);
      const span = { start, end: start + withoutEnd(line).length };
      if (words) this.blocks.push({ kind: "heading", span, level: lead.trim().length, words } satisfies HeadingBlock);
      // Nothing may follow: the next line is a chunk of its own.
      return words !== undefined;
    }
    if (line.startsWith(" ") || maybeBlock.test(line)) return false;
    const words = this.words(withoutEnd(line), start);
    const span = { start, end: start + withoutEnd(line).length };
    if (words) this.blocks.push({ kind: "paragraph", span, words } satisfies ParagraphBlock);
    return words !== undefined;
  }

  readItem(indent: number, marker: string, content: number, line: string, start: number): boolean {
    if (this.blocks.length > 0 && this.blocks[0]?.kind !== "item") return false;
    let sibling: OpenItem | undefined;
    while (this.#open.length > 0 && indent < (this.#open.at(-1)?.content ?? 0)) sibling = this.#open.pop();
    const parent = this.#open.at(-1);
    if (!parent && sibling) return false;
    if (indent - (parent?.content ?? 0) > 3 || this.#open.length > 90) return false;
    const isOrdered = marker.length > 1;
    const isNext = sibling?.block.marker.slice(-1) === marker.slice(-1);
    // Only a list that starts with 1 may interrupt words.
    if (isOrdered && this.#isWords && !isNext && marker.slice(0, -1) !== "1") return false;
    const [box = ""] = /^\[[ xX]\] (?=[^ ])/.exec(line.slice(content)) ?? [];
    const written = withoutEnd(line.slice(content + box.length));
    if (box === "" && /^\[[ xX]\] /.test(written)) return false;
    const words = this.words(written, start + content + box.length);
    if (!words) return false;
    const children: Block[] = [];
    const end = start + withoutEnd(line).length;
    const block: OpenItem["block"] = {
      kind: "item",
      span: { start: start + indent, end },
      marker,
      depth: this.#open.length,
      checked: box === "" ? null : box[1] !== " ",
      words,
      children,
    };
    (parent?.children ?? this.blocks).push(block);
    for (const { block: above } of this.#open) above.span = { start: above.span.start, end };
    this.#open.push({ block, children, content });
    this.#isWords = true;
    return true;
  }

  /** The words of one line; undefined where they may be a block. */
  words(written: string, start: number): Words | undefined {
    const masked = maybeBlock.test(written) ? undefined : this.mask(written);
    return masked === undefined ? undefined : { span: { start, end: start + written.length }, masked };
  }
}

function withoutEnd(line: string): string {
  return trimEnd(line, " ");
}
