import { trimEnd } from "../text/trim";
import type { Block } from "./blocks";
import { ChunkedText } from "./chunkedText";
import { shiftBlocks } from "./shiftBlocks";

/**
 * The blocks of a Markdown text (CommonMark with GFM and front matter), in order; total, as Markdown is.
 * Each chunk is parsed alone; the result is that of a parse of the whole text.
 */
export function parseBlocks(text: string): Block[] {
  const { chunks, starts, bodyStart } = ChunkedText.of(text);
  const blocks = chunks.flatMap((chunk, index) => shiftBlocks(chunk.blocks, starts[index] ?? 0));
  return bodyStart > 0 ? [frontMatter(text.slice(0, bodyStart)), ...blocks] : blocks;
}

/** The block that the start of a text is, up to where its body starts. */
export function frontMatter(source: string): Block {
  const start = source.startsWith("\uFEFF") ? 1 : 0;
  return { kind: "frontMatter", span: { start, end: trimEnd(source, " \t\r\n").length } };
}
