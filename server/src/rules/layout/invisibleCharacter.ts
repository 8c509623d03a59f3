import type { Edit } from "../../text/edit";
import type { Span } from "../../text/span";
import { startOfLine } from "../place";
import type { Problem, Rule } from "../rule";

/** Reports characters that nobody sees and that keep words from being found and bullets from being read. */
export const invisibleCharacter: Rule<"invisible-character"> = {
  id: "invisible-character",
  summary: "An invisible character stands in the words, or a blank that is none before them.",
  severity: "hint",
  concerns({ text, block }) {
    return block?.kind !== "code" && block?.kind !== "html" && maybeInvisible.test(text);
  },
  *checkPassage({ text, block }) {
    const span = block?.span ?? { start: 0, end: text.length };
    yield* checkLines(text, { start: startOfLine(text, span.start), end: span.end });
  },
};

/** Without any of these there is nothing to be found, which is soon seen. */
const maybeInvisible = /[\u00A0\u00AD\u180E\u2000-\u200F\u202A-\u202F\u205F\u2060\uFEFF]/;

/** Blanks that Markdown takes for words, before a line's words or behind its marker and its task box. */
const falseBlanks =
  /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]*(?:\[[ xX]\][ \t]*)?)?[\u00A0\u2000-\u200A\u202F\u205F][ \t\u00A0\u2000-\u200A\u202F\u205F]*/;

/** Of no use to anybody. */
const useless = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/gu;

const names: Readonly<Record<string, string>> = {
  "\u00A0": "no-break space",
  "\u00AD": "soft hyphen",
  "\u200B": "zero-width space",
  "\u200C": "zero-width non-joiner",
  "\u200D": "zero-width joiner",
  "\u200E": "left-to-right mark",
  "\u200F": "right-to-left mark",
  "\u2060": "word joiner",
  "\uFEFF": "byte order mark",
};

/** One problem for each line, with a fix for all of it. */
function* checkLines(text: string, span: Span): Iterable<Problem> {
  for (const match of text.slice(span.start, span.end).matchAll(/[^\r\n]+/g)) {
    const [line] = match;
    if (!maybeInvisible.test(line)) continue;
    const start = span.start + match.index;
    const edits = [...blanksIn(line), ...uselessIn(line)].map(({ span: within, newText }) => {
      return { span: { start: start + within.start, end: start + within.end }, newText };
    });
    const [first] = edits;
    if (!first) continue;
    const character = text.slice(first.span.start, first.span.end);
    const expected = first.newText === "" ? "none" : "a blank";
    yield {
      at: first.span,
      message: `Unexpected ${nameOf(character)}, expected ${expected}`,
      fixes: [{ title: "Remove the invisible characters of this line", edits, safe: false }],
    };
  }
}

function nameOf(character: string): string {
  const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  const name = names[character];
  return name ? `${name} (${code})` : `invisible character ${code}`;
}

/** Each of the false blanks before the line's words. */
function blanksIn(line: string): Edit[] {
  const [lead = ""] = falseBlanks.exec(line) ?? [];
  return [...lead.matchAll(/[\u00A0\u2000-\u200A\u202F\u205F]/g)].map(({ index }) => {
    return { span: { start: index, end: index + 1 }, newText: " " };
  });
}

function uselessIn(line: string): Edit[] {
  return [...line.matchAll(useless)].flatMap(({ 0: character, index }) => {
    const span = { start: index, end: index + 1 };
    return isOfUse(character, line, span) ? [] : [{ span, newText: "" }];
  });
}

/**
 * Whether a script or a picture needs the character there: letters that are written right to left, that are joined, or
 * that have no blanks between words, and emoji that are joined to one.
 */
function isOfUse(character: string, line: string, { start, end }: Span): boolean {
  if (/[\u00AD\u180E\u2060\uFEFF]/.test(character)) return false;
  if (/[\u200E\u200F\u202A-\u202E]/.test(character))
    return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(line);
  const around = line.slice(Math.max(0, start - 2), start) + line.slice(end, end + 2);
  return /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F/u.test(
    around,
  );
}
