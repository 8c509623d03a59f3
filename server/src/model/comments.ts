import { type Block, maskCharacter, type Words } from "../parse/blocks";
import { shiftSpan } from "../text/shift";
import type { Span } from "../text/span";

/** The comments of HTML in a stretch of a text that is all HTML, in order. */
export function commentsInHtml(text: string, { start, end }: Span): Span[] {
  const comments: Span[] = [];
  const source = text.slice(start, end);
  for (let at = source.indexOf("<!--"); at >= 0; ) {
    const close = source.indexOf("-->", at + 2);
    const behind = close < 0 ? source.length : close + 3;
    comments.push(shiftSpan({ start: at, end: behind }, start));
    at = source.indexOf("<!--", behind);
  }
  return comments;
}

/** The comments among words, in order; what stands in code is none. */
export function commentsInWords(text: string, { span, masked }: Words): Span[] {
  if (!masked.includes(maskCharacter)) return [];
  return [...masked.matchAll(maskedRun)].flatMap(({ index, 0: run }) => {
    const start = span.start + index;
    const source = text.slice(start, start + run.length);
    return source.includes("<!--") ? commentsInRun(source).map((comment) => shiftSpan(comment, start)) : [];
  });
}

const maskedRun = new RegExp(`${maskCharacter}[${maskCharacter}\r\n]*`, "g");

/** The comments in what is masked as one: code, links and HTML in a row. */
function commentsInRun(source: string): Span[] {
  const comments: Span[] = [];
  const marks = /<!--|`+/g;
  for (let mark = marks.exec(source); mark; mark = marks.exec(source)) {
    const isComment = mark[0] === "<!--";
    const closing = isComment ? source.indexOf("-->", mark.index + 2) : endOfCode(source, marks.lastIndex, mark[0]);
    if (closing < 0) continue;
    marks.lastIndex = isComment ? closing + 3 : closing;
    if (isComment) comments.push({ start: mark.index, end: marks.lastIndex });
  }
  return comments;
}

/** Behind the run of backticks that is as long as the opening one; -1 where there is none. */
function endOfCode(source: string, from: number, ticks: string): number {
  const runs = /`+/g;
  runs.lastIndex = from;
  for (let run = runs.exec(source); run; run = runs.exec(source)) {
    if (run[0].length === ticks.length) return runs.lastIndex;
  }
  return -1;
}

/** The block without the comments at the end of its words, which say nothing. */
export function withoutLastComments(text: string, block: Block): Block {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return { ...block, words: wordsBeforeComments(text, block.words) };
    case "item": {
      const children = block.children.map((child) => withoutLastComments(text, child));
      return { ...block, words: wordsBeforeComments(text, block.words), children };
    }
    default:
      return block;
  }
}

function wordsBeforeComments(text: string, words: Words): Words {
  const { start } = words.span;
  let { end } = words.span;
  for (const comment of commentsInWords(text, words).reverse()) {
    if (comment.end !== end) break;
    end = start + text.slice(start, comment.start).trimEnd().length;
  }
  return end === words.span.end ? words : { span: { start, end }, masked: words.masked.slice(0, end - start) };
}
