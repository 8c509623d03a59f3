import type { Block, CodeBlock, Words } from "../../parse/blocks";
import { columnBehind } from "../../parse/plainLine";
import { firstLineOf, startOfLine } from "../place";
import type { Fix, Problem, Rule } from "../rule";
import { type BulletPlace, bulletAbove, bulletAt, mayNest, moveLines, placeOf, unevenRuns } from "./bullets";

/** Reports what looks like a bullet, or like a nested one, and is none to Markdown. */
export const listLost: Rule<"list-lost"> = {
  id: "list-lost",
  summary: "What looks like a bullet, or a nested one, is something else to Markdown.",
  severity: "hint",
  concerns: mayNest,
  *checkPassage({ text, block }) {
    if (!block) return;
    yield* lostBullets(text, block);
    if (block.kind !== "item") return;
    const place = placeOf(text, block);
    const above = place && bulletAbove(text, place);
    if (place && above) yield* lostNesting(text, above, place);
    for (const run of unevenRuns(text, block)) {
      const places = run.map((item) => placeOf(text, item));
      for (const [index, item] of places.entries()) {
        const before = places[index - 1];
        if (item && before) yield* lostNesting(text, before, item);
      }
    }
  },
};

/** Bullets that Markdown reads as words or as code, in the block and below it. */
function* lostBullets(text: string, block: Block): Iterable<Problem> {
  if (block.kind === "code") yield* bulletInCode(text, block);
  if (block.kind === "paragraph") yield* bulletInWords(text, block.words, 0);
  if (block.kind !== "item") return;
  if (isWrapped(block.words)) yield* bulletInWords(text, block.words, placeOf(text, block)?.content ?? 0);
  for (const child of block.children) {
    if (child.kind === "paragraph") yield* bulletInWords(text, child.words, columnAt(text, child));
    else if (child.kind === "code" || mayLose(child)) yield* lostBullets(text, child);
  }
}

/** Whether there is more to a bullet than one line. */
function mayLose(block: Block): boolean {
  return block.kind === "item" && (block.children.length > 0 || isWrapped(block.words));
}

function isWrapped({ masked }: Words): boolean {
  return /[\r\n]/.test(masked);
}

function columnAt(text: string, { span }: Block): number {
  return columnBehind(text.slice(startOfLine(text, span.start), span.start), 0);
}

/** A line, not the first, that is indented too much to be a bullet. */
function* bulletInWords(text: string, { span, masked }: Words, container: number): Iterable<Problem> {
  for (const { index } of masked.matchAll(/(?<=[\r\n])[ \t]+(?:[-*+]|\d{1,2}[.)])[ \t]+\S/g)) {
    const place = bulletAt(text, span.start + index);
    if (!place || place.column < container + 4) continue;
    yield {
      at: firstLineOf(text, { start: place.start, end: span.end }),
      message: "Unexpected bullet that Markdown reads as words of the line above, expected fewer blanks before it",
    };
    return;
  }
}

/** Indented code that starts with a bullet. */
function* bulletInCode(text: string, { span }: CodeBlock): Iterable<Problem> {
  const place = bulletAt(text, startOfLine(text, span.start));
  if (!place || place.start < span.start) return;
  yield {
    at: firstLineOf(text, { start: place.start, end: span.end }),
    message: "Unexpected bullet that Markdown reads as code, expected fewer blanks before it",
  };
}

/** A bullet that stands further in than the one before it, and is not nested in that. */
function* lostNesting(text: string, before: BulletPlace, { start, column }: BulletPlace): Iterable<Problem> {
  if (column < before.column + 2) return;
  const missing = before.content - column;
  if (missing <= 0) return;
  yield {
    at: firstLineOf(text, { start, end: text.length }),
    message: `Unexpected bullet on the level of the one above, expected it nested, with ${before.content} blanks before it`,
    get fixes(): Fix[] {
      const edits = moveLines(text, startOfLine(text, start), text.length, missing);
      return edits ? [{ title: "Nest the bullets", edits, safe: false }] : [];
    },
  };
}
