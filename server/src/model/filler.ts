import type { Words } from "../parse/blocks";

/** Whether a paragraph holds a stand-in instead of words of its own: `...`, `TODO`, `TBD`, `{topic}`. */
export function isFiller(words: Words): boolean {
  const text = words.masked.trim();
  return text !== "" && /^(?:[.…]+|(?:todo|tbd|tba)[.:…]*|\{[^{}]*\}|[^\p{L}\p{N}\uFFFC]+)$/iu.test(text);
}
