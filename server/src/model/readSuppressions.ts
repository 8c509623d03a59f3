import type { Block } from "../parse/blocks";
import type { Part, Span } from "../text/span";
import { commentsInHtml, commentsInWords } from "./comments";
import type { Suppression } from "./note";

/** What the block's comments say of findings that are not to be shown, in order; positions count as the block's do. */
export function readSuppressions(text: string, block: Block): Suppression[] {
  return commentsIn(text, block).flatMap((span) => readSuppression(text, span) ?? []);
}

function commentsIn(text: string, block: Block): Span[] {
  switch (block.kind) {
    case "html":
      return commentsInHtml(text, block.span);
    case "heading":
    case "paragraph":
      return commentsInWords(text, block.words);
    case "item":
      return [...commentsInWords(text, block.words), ...block.children.flatMap((child) => commentsIn(text, child))];
    default:
      return [];
  }
}

const suppressing = /^<!--\s*notewright-(disable-next-line|disable-line|disable|enable)(?![\w-]):?/;

function readSuppression(text: string, span: Span): Suppression | undefined {
  const source = text.slice(span.start, span.end);
  const [opening, kind] = suppressing.exec(source) ?? [];
  if (opening === undefined || !source.endsWith("-->")) return undefined;
  // What stands behind two hyphens is for people to read.
  const [names = ""] = source.slice(opening.length, -3).split(/\s--\s/, 1);
  const first = span.start + opening.length;
  const rules = [...names.matchAll(/[^\s,]+/g)].map(({ index, 0: word }): Part => {
    return { text: word, span: { start: first + index, end: first + index + word.length } };
  });
  return { kind: kind as Suppression["kind"], span, rules };
}
