import type { Block, HeadingBlock } from "../parse/blocks";
import { findDate } from "../parse/date";
import { type Part, type Span, trimPart } from "../text/span";
import { trimEnd } from "../text/trim";
import type { Format } from "./format";
import type { Title } from "./note";
import { sectionNamesOf } from "./sectionNames";

/** The note's title: its first heading, if that is of a title's level and names no section. */
export function readTitle(text: string, blocks: readonly Block[], format: Format): Title | undefined {
  const first = blocks.find((block): block is HeadingBlock => block.kind === "heading");
  if (!first || !format.title.levels.includes(first.level)) return undefined;
  const words = trimPart(text, first.words.span);
  if (sectionNamesOf(format).find(words.text)) return undefined;
  const date = findDate(first.words.masked, first.words.span.start, format.title.dates);
  const group = date ? besideDate(text, words.span, date.span) : words;
  return { span: first.span, level: first.level, words, ...(date && { date }), ...(group && { group }) };
}

/** The longer of the words before and behind the date, without the dash or bar that sets them off. */
function besideDate(text: string, words: Span, date: Span): Part | undefined {
  const sides = [
    { start: words.start, end: date.start },
    { start: date.end, end: words.end },
  ].map((span) => trimPart(text, withoutEdges(text, span)));
  const [before, behind] = sides;
  const longer = (before?.text.length ?? 0) >= (behind?.text.length ?? 0) ? before : behind;
  return longer?.text === "" ? undefined : longer;
}

function withoutEdges(text: string, span: Span): Span {
  const source = text.slice(span.start, span.end);
  const lead = /^[\s\-–—|:,(]*/.exec(source)?.[0].length ?? 0;
  const kept = trimEnd(source.slice(lead), " \t-–—|:,(").length;
  return { start: span.start + lead, end: span.start + lead + kept };
}
