import type { Words } from "../parse/blocks";
import { hasLetterOrDigit } from "../text/letters";

/** Whether a paragraph holds a stand-in instead of words of its own: `...`, `TODO`, `TBD`, `{topic}`. */
export function isFiller(words: Words): boolean {
  const text = words.masked.trim();
  if (text === "") return false;
  const hasWords = text.includes("\uFFFC") || hasLetterOrDigit(text);
  return !hasWords || /^(?:(?:todo|tbd|tba)[.:…]*|\{[^{}]*\})$/i.test(text);
}
