import type { Words } from "../parse/blocks";

/** Whether a paragraph holds a stand-in instead of words of its own: `...`, `TODO`, `TBD`, `{topic}`. */
export function isFiller(words: Words): boolean {
  const text = words.masked.trim();
  if (text === "") return false;
  // The classes of all letters take long to compile, and most words have a plain one.
  const hasWords = /[A-Za-z0-9\uFFFC]/.test(text) || /[\p{L}\p{N}]/u.test(text);
  return !hasWords || /^(?:(?:todo|tbd|tba)[.:…]*|\{[^{}]*\})$/i.test(text);
}
