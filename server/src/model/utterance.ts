import type { Block, ItemBlock, Words } from "../parse/blocks";
import { findTurnPrefix, type TurnPrefix } from "../parse/turnPrefix";
import type { Span } from "../text/span";

/** A paragraph, bullet or heading, before anybody knows what it says. */
export interface Utterance {
  readonly words: Words;
  /** What the words start with, if it has the shape of a speaker's prefix. */
  readonly prefix?: TurnPrefix;
  /** The whole block: for a bullet all that is nested. */
  readonly span: Span;
  readonly written: "heading" | "paragraph" | "bullet";
  readonly item?: ItemBlock;
  /** 0 for a bullet of the highest level, a paragraph or a heading. */
  readonly depth: number;
  readonly children: readonly Utterance[];
}

/** The utterance that a block is, with those nested in it; undefined for a block that holds no words of the note. */
export function utteranceOf(block: Block, depth: number): Utterance | undefined {
  if (block.kind !== "heading" && block.kind !== "paragraph" && block.kind !== "item") return undefined;
  const prefix = findTurnPrefix(block.words);
  const isItem = block.kind === "item";
  const utterance: { -readonly [Key in keyof Utterance]: Utterance[Key] } = {
    words: block.words,
    span: block.span,
    written: isItem ? "bullet" : block.kind,
    depth,
    children: isItem && block.children.length > 0 ? utterancesIn(block, depth + 1) : [],
  };
  if (prefix) utterance.prefix = prefix;
  if (isItem) utterance.item = block;
  return utterance;
}

/** What is said below a bullet; headings in it are nobody's topics. */
export function utterancesIn({ children }: ItemBlock, depth: number): Utterance[] {
  return children.flatMap((child) => (child.kind === "heading" ? [] : (utteranceOf(child, depth) ?? [])));
}
