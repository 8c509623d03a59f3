import { endsInLetterOrDigit } from "../text/letters";
import { trimPart } from "../text/span";
import type { Note, Statement, Turn, UnfinishedTurn } from "./note";

/**
 * Only words that hardly ever end a sentence: `what we agreed on` and `as soon as we can get to` are whole. A capital
 * is a name: `option A`.
 */
const openers = new Set(
  "a,an,the,my,our,your,and,And,or,Or,but,But,nor,because,Because,although,Although,unless,Unless,whether,than,as,between".split(
    ",",
  ),
);

/** In UTF-16 units; a longer word is none. */
const longestWord = 40;

/** Whether a turn breaks off, with nothing nested below; `text` is what its positions count in. */
export function findUnfinished(text: string, turn: Turn): UnfinishedTurn | undefined {
  const { words, spoken, hasContinuation } = turn;
  if (hasContinuation || spoken.text === "") return undefined;
  // What goes before takes all it can, so that the word is found without a try at each character.
  const last = /^(?:.*\s)?(\S+)$/s.exec(words.masked.slice(-longestWord))?.[1];
  if (last === undefined || last.length > spoken.text.length) return undefined;
  const sign = signOf(last, hasBlankBehind(text, words.span.end));
  return sign && { end: trimPart(text, { start: words.span.end - last.length, end: words.span.end }), sign };
}

/**
 * Whether the sign says that something is missing: a blank says nothing where sentences have no full stop, or a blank
 * behind it.
 */
export function breaksOff(
  { sign }: UnfinishedTurn,
  { endsSentences, leavesBlanks }: Pick<Note, "endsSentences" | "leavesBlanks">,
): boolean {
  return sign !== "blank" || (endsSentences && !leavesBlanks);
}

/** Whether what follows a bullet is nobody else's, or of a list of another kind: what it says may be the rest. */
export function maybeRest({ item }: Turn, next: Statement): boolean {
  return item !== undefined && next.item !== undefined && (next.kind === "plain" || next.item.marker !== item.marker);
}

/** Whether a turn ends as a sentence does. */
export function isPunctuated({ words, spoken }: Turn): boolean {
  return spoken.text !== "" && /[^\s,]/.test(words.masked.slice(-1)) && !endsInLetterOrDigit(words.masked);
}

/** In UTF-16 units; behind a longer comment nobody looks. */
const longestComment = 500;

/** Whether a blank stands where the next word would be; with a comment in between, behind that. */
export function hasBlankBehind(text: string, end: number): boolean {
  if (text[end] !== " " && text[end] !== "\t") return false;
  const [line = ""] = /^[^\r\n]*/.exec(text.slice(end, end + longestComment)) ?? [];
  if (!line.includes("<!--")) return true;
  return /^-->[ \t]+$/.test(line.slice(line.lastIndexOf("-->")));
}

function signOf(last: string, hasBlank: boolean): UnfinishedTurn["sign"] | undefined {
  if (openers.has(last)) return "word";
  if (last.endsWith(",") && /[^\s\p{P}],$/u.test(last)) return "comma";
  return hasBlank && endsInLetterOrDigit(last) ? "blank" : undefined;
}
