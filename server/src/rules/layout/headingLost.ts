import type { Block } from "../../parse/blocks";
import { findTurnPrefix } from "../../parse/turnPrefix";
import { trimEnd } from "../../text/trim";
import { firstLineOf } from "../place";
import type { Problem, Rule } from "../rule";

/** Reports a heading that Markdown does not see, and words that it takes for one. */
export const headingLost: Rule<"heading-lost"> = {
  id: "heading-lost",
  summary: "A heading lacks its blank, or a line of dashes makes a heading of the words above it.",
  severity: "warning",
  concerns({ block }) {
    return block?.kind === "heading" || (block?.kind === "paragraph" && block.words.masked.includes("#"));
  },
  *checkPassage({ text, block }, { state, lineEnding }) {
    if (!block || state !== "written") return;
    if (block.kind === "paragraph") yield* headingsIn(text, block);
    if (block.kind === "heading") yield* underlined(text, block, lineEnding);
  },
};

type Worded = Extract<Block, { readonly kind: "paragraph" | "heading" }>;

/** In UTF-16 units; a longer line is no heading. */
const longestHeading = 100;
/** In UTF-16 units; a longer line was not meant to be one. */
const longestUnderlined = 60;

/** `#Attendees`, `##Notes`, `##"Notes" again`, `##2. Notes`; one sign before a small letter is a tag, one before a number an issue. */
const withoutBlank =
  /(?<![^\r\n])(#{1,6})(?=[^\r\n#])(?:(?<=##)(?:[\p{L}*_["“]|\d{1,2}[.)]\s)|(?<!##)\p{Lu})[^\r\n]*/gu;

function* headingsIn(text: string, { words: { span, masked } }: Worded): Iterable<Problem> {
  if (!masked.includes("#")) return;
  for (const { 0: line, 1: signs = "", index } of masked.matchAll(withoutBlank)) {
    const words = line.slice(signs.length).trim();
    // A second tag, but not the number of a topic.
    if (words.length > longestHeading || /[.,;!]$/.test(words) || /#(?!\d)/.test(words)) continue;
    const start = span.start + index;
    const at = start + signs.length;
    yield {
      at: firstLineOf(text, { start, end: span.end }),
      message: `Unexpected "${signs}" without a blank behind it, expected a heading`,
      fixes: [{ title: "Make it a heading", edits: [{ span: { start: at, end: at }, newText: " " }], safe: false }],
    };
  }
}

function* underlined(text: string, { span, words }: Worded, lineEnding: string): Iterable<Problem> {
  const [, dashes = ""] = /(?:\r\n|[\r\n])[ \t]*(-+)$/.exec(text.slice(span.start, span.end)) ?? [];
  if (dashes === "" || /^#/.test(text.slice(span.start, span.start + 1)) || !areWords(words)) return;
  const start = span.end - dashes.length;
  yield {
    at: firstLineOf(text, span),
    message: "Unexpected heading made by the line of dashes below, expected an empty line above the dashes",
    related: [{ at: { start, end: span.end }, message: "The line of dashes" }],
    fixes: [
      {
        title: "Put an empty line above the dashes",
        edits: [{ span: { start, end: start }, newText: lineEnding }],
        safe: false,
      },
    ],
  };
}

/** Whether somebody would hardly mean the words for a heading. */
function areWords(words: Worded["words"]): boolean {
  const text = trimEnd(words.masked, " \t");
  if (/[\r\n]/.test(text) || text.length > longestUnderlined || /[.,;:!?]$/.test(text)) return true;
  const prefix = findTurnPrefix(words);
  return prefix?.separator === ":" || (text.match(/,/g) ?? []).length > 1;
}
