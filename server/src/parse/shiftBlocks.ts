import { shiftPart, shiftSpan } from "../text/shift";
import type { Block, Words } from "./blocks";
import type { TurnPrefix } from "./turnPrefix";

/** The blocks as they stand `offset` characters further on. */
export function shiftBlocks(blocks: readonly Block[], offset: number): Block[] {
  return blocks.map((block) => shiftBlock(block, offset));
}

/** The block as it stands `offset` characters further on. */
export function shiftBlock(block: Block, offset: number): Block {
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

/** The words as they stand `offset` characters further on. */
export function shiftWords({ span, masked }: Words, offset: number): Words {
  return { span: shiftSpan(span, offset), masked };
}

/** The prefix as it stands `offset` characters further on. */
export function shiftPrefix(prefix: TurnPrefix, offset: number): TurnPrefix {
  return { ...prefix, span: shiftSpan(prefix.span, offset), label: shiftPart(prefix.label, offset) };
}
