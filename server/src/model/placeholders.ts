import type { Words } from "../parse/blocks";
import { comparable } from "../text/compare";
import { rememberingOf } from "../text/remembering";
import type { Format } from "./format";

/** In UTF-16 units; what is longer was written by somebody. */
const longest = 120;

const placeholdersOf = rememberingOf((list: Format["placeholders"]): ReadonlySet<string> => new Set(list.map(bare)));

/** Whether the words are what the group's template has in their place. */
export function isPlaceholder({ masked }: Words, { placeholders }: Format): boolean {
  return placeholders.length > 0 && masked.length <= longest && placeholdersOf(placeholders).has(bare(masked));
}

/** As it is compared: without emphasis. */
function bare(words: string): string {
  return comparable(words.replace(/[*_]/g, ""));
}

const request =
  /^([*_])(?:please )?(?:add|describe|enter|fill|identify|insert|list|mention|name|note|put|replace|summari[sz]e|write)\b[^*_]+\1$/i;

/**
 * Whether a template's words ask its author for others: `[topic]`, `Notes on the east well go here`, or a request in
 * italics. What stays in each note looks much the same, so anything else does not count.
 */
export function asksForOthers({ masked }: Words): boolean {
  const words = masked.trim();
  if (words.length > longest || words.includes("\uFFFC")) return false;
  return /^\[[^[\]]{2,}\]$/.test(words) || /\w\s+(?:go|goes) here[.!]?[*_]?$/i.test(words) || request.test(words);
}
