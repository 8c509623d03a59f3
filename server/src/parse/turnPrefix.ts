import { letterPattern, startsWithAsciiLetter } from "../text/letters";
import type { Part, Span } from "../text/span";
import type { Words } from "./blocks";

/** How a speaker's label stands at the start of a paragraph. */
export interface TurnPrefix {
  /** From the decoration to where the spoken words start. */
  readonly span: Span;
  /** The label without decoration. */
  readonly label: Part;
  readonly decoration: "none" | "bold" | "brackets" | "escaped brackets";
  /** What follows the label, without white space: `:`, `::`, a dash, or nothing after a decoration. */
  readonly separator: ":" | "-" | "";
  /** Whether it tells more than the label: when somebody spoke (`00:24:37 ann:`) or how (`Ann [chat]:`, `Ann <chat>:`). */
  readonly hasMark?: true;
}

/** Whether it is the label of a turn that goes on where somebody else's broke in. */
export function isContinuation(label: string): boolean {
  return label === "..." || label === "…";
}

// A label is short and holds none of the characters that structure Markdown. It never ends in white space: what may
// stand behind it would be tried again at each blank.
const structure = String.raw`:*_\[\]<>|\\\uFFFC{}"“”`;
const label = String.raw`(?<label>[\p{L}\p{N}@?](?:[^\r\n${structure}]{0,59}?[^\s${structure}])??)`;
const dash = "(?:--?|[–—])";

interface Form {
  readonly decoration: TurnPrefix["decoration"];
  readonly pattern: (words: string) => RegExp;
}

const bold: Form = {
  decoration: "bold",
  pattern: letterPattern(
    String.raw`^(?<mark>\*\*|__)\s*${label}\s*(?:(?<inner>::?)\s*)?\k<mark>(?:\s*(?<outer>::?)|\s+(?<dash>${dash})(?=\s)|(?=\s|$))[ \t]*`,
  ),
};

/** `**Ann Bell** [12:03](url): …`; what is linked is masked. */
const timedBold: Form = {
  decoration: "bold",
  pattern: letterPattern(String.raw`^(?<mark>\*\*|__)${label}\k<mark>[ \t]\uFFFC{1,300}[ \t]?(?<outer>:)[ \t]*`),
};

const escapedBrackets: Form = {
  decoration: "escaped brackets",
  pattern: letterPattern(
    String.raw`^\\\[\s*${label}\s*\\?\](?:\s*(?<outer>::?)|\s*(?<dash>${dash})(?=\s)|(?=\s|$))[ \t]*`,
  ),
};

const brackets: Form = {
  decoration: "brackets",
  pattern: letterPattern(
    String.raw`^\[\s*${label}\s*\](?![(\[])(?:\s*(?<outer>::?)|\s*(?<dash>${dash})(?=\s)|(?=\s|$))[ \t]*`,
  ),
};

const plain: readonly Form[] = [
  {
    decoration: "none",
    pattern: letterPattern(String.raw`^${label}\s*(?<outer>::?)(?!\/\/)[ \t]*`),
  },
  {
    decoration: "none",
    pattern: letterPattern(String.raw`^${label}\s+(?<dash>${dash})[ \t]+`),
  },
];

const timed: Form = {
  decoration: "none",
  pattern: letterPattern(String.raw`^\d{1,2}(?::\d{2}){2}[ \t]+${label}\s*(?<outer>:)(?!\/\/)[ \t]*`),
};

const marked: Form = {
  decoration: "none",
  pattern: letterPattern(
    String.raw`^${label}\s*(?:\[[^\[\]:\r\n]{1,20}\]|\(\d{1,2}(?::\d{2}){1,2}\)|\uFFFC{3,20})\s*(?<outer>:)(?!\/\/)[ \t]*`,
  ),
};

const continued: Form = { decoration: "none", pattern: () => /^(?<label>\.{3}|…)[ \t]*(?<outer>:)[ \t]+/ };

/** The forms that words can be in, by their first character and what else is soon seen. */
function formsFor(words: string): readonly Form[] {
  const first = words[0];
  if (first === "." || first === "…") return [continued];
  if (!startsWithAsciiLetter(words) && /^\d{1,2}:\d{2}:\d/.test(words)) return [timed];
  if (/(?:[\]\uFFFC]|\d\))[ \t]?:/.test(words.slice(0, reach)) && !/^[*_[\\]/.test(words)) return [marked, ...plain];
  if (first === "*" || first === "_") return words.slice(0, reach).includes("\uFFFC") ? [timedBold, bold] : [bold];
  if (first === "[") return [brackets];
  return first === "\\" ? [escapedBrackets] : plain;
}

/** How far a label with its separator can reach, with some room for white space. */
const reach = 80;

/**
 * So many characters (UTF-16 units) behind a prefix say whether it is one: a dash of two and a blank. Further on none
 * does but the signs of another prefix: a colon, a bracket, or something masked.
 */
export const reachOfPrefix = 3;

/**
 * The speaker's prefix that the words start with, if they are of such a shape at all.
 * Says nothing of whether the label is a person.
 */
export function findTurnPrefix(words: Words): TurnPrefix | undefined {
  const start = words.masked.slice(0, reach);
  if (!/[:\]*_–—-]/.test(start)) return undefined;
  for (const form of formsFor(words.masked)) {
    const { decoration, pattern } = form;
    // What letters there are further on does not matter: to look at all of them at each sentence would take forever.
    const match = pattern(start).exec(words.masked);
    const groups = match?.groups;
    if (!match || groups?.label === undefined) continue;
    const text = groups.label.trim();
    const place = words.span.start + match[0].indexOf(groups.label);
    return {
      span: { start: words.span.start, end: words.span.start + match[0].length },
      label: { span: { start: place, end: place + text.length }, text },
      decoration,
      separator: groups.inner || groups.outer ? ":" : groups.dash ? "-" : "",
      ...((form === timed || form === timedBold || form === marked) && { hasMark: true }),
    };
  }
  return undefined;
}
