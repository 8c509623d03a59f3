import type { Part, Span } from "../text/span";
import type { Block, Words } from "./blocks";

/** The blocks as they stand `offset` characters further on. */
export function shiftBlocks(blocks: readonly Block[], offset: number): Block[] {
  return blocks.map((block) => shiftBlock(block, offset));
}

function shiftBlock(block: Block, offset: number): Block {
  const span = shiftSpan(block.span, offset);
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return { ...block, span, words: shiftWords(block.words, offset) };
    case "item":
      return { ...block, span, words: shiftWords(block.words, offset), children: shiftBlocks(block.children, offset) };
    case "table":
      return { ...block, span, rows: block.rows.map((row) => row.map((cell) => shiftPart(cell, offset))) };
    default:
      return { ...block, span };
  }
}

function shiftWords({ span, masked }: Words, offset: number): Words {
  return { span: shiftSpan(span, offset), masked };
}

function shiftPart({ span, text }: Part, offset: number): Part {
  return { span: shiftSpan(span, offset), text };
}

function shiftSpan({ start, end }: Span, offset: number): Span {
  return { start: start + offset, end: end + offset };
}
