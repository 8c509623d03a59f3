import type { Utterance } from "./utterance";

/** What items are called that are somebody's or nobody's. */
const kinds =
  /^(?:open|new|old|pending|done|closed|completed?|outstanding|previous|carried|todos?|next|short|long|other)\b/i;

/** Whether a paragraph says `Ann:` and nothing more: the action items in the list below it are hers. */
export function namesOwner({ written, words, prefix }: Utterance): boolean {
  if (written !== "paragraph" || prefix?.separator !== ":") return false;
  if (words.masked.slice(prefix.span.end - words.span.start).trim() !== "") return false;
  const [first = "", ...others] = prefix.label.text.split(" ");
  return others.length < 3 && others.every((word) => /^\p{Lu}/u.test(word)) && !kinds.test(first);
}
