import { endOfFrontMatter } from "../parse/chunks";
import type { Edit } from "../text/edit";
import { lineEnding } from "../text/lines";
import type { Span } from "../text/span";
import { trimEnd } from "../text/trim";
import type { OpenNote } from "./openNote";

/** The edits that disable a rule in the whole file, by a comment above everything else. */
export function disableInFile({ document: { text } }: Pick<OpenNote, "document">, rule: string): Edit[] {
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const start = Math.max(mark, endOfFrontMatter(text));
  const top = text.slice(start, start + longestSearch);
  const known = /^\s*<!--\s*notewright-disable((?:[\s,]+[a-z-]+)+)\s*-->/.exec(top);
  if (known) return [addName(start, known, rule)];
  const ending = lineEnding(text);
  const isOnNewLine = start === mark || /[\r\n]/.test(text[start - 1] ?? "");
  return [insertion(start, `${isOnNewLine ? "" : ending}<!-- notewright-disable ${rule} -->${ending}`)];
}

/**
 * The edits that disable a rule for what stands at the offset: by a comment at the end of its line, or, for a heading, above
 * it; a table or code, which hold no comment, stands between two.
 */
export function disableOnLine(open: OpenNote, offset: number, rule: string): Edit[] {
  const { document } = open;
  const number = document.lines.lineAt(offset);
  const block = verbatimAround(open, offset);
  if (block) return disableAround(open, block, rule);
  const line = document.lines.lineSpan(number);
  const source = document.text.slice(line.start, line.end);
  if (/^\s*(?:#|$)/.test(source)) return disableBelow(open, number, rule);
  const known = /<!--\s*notewright-disable-line((?:[\s,]+[a-z-]+)+)\s*-->\s*$/.exec(source.slice(-longestSearch));
  if (known) return [addName(line.end - Math.min(source.length, longestSearch), known, rule)];
  const end = line.start + trimEnd(source, " \t").length;
  return [insertion(end, ` <!-- notewright-disable-line ${rule} -->`)];
}

/** In UTF-16 units: where a comment to be added to may start, before the end of its line or behind the start of the text. */
const longestSearch = 1000;

/** A comment on a line of its own above the line. */
function disableBelow({ document: { lines, text } }: OpenNote, number: number, rule: string): Edit[] {
  const above = number > 0 ? lines.lineSpan(number - 1) : { start: 0, end: 0 };
  const known = /^\s*<!--\s*notewright-disable-next-line((?:[\s,]+[a-z-]+)+)\s*-->\s*$/.exec(
    text.slice(above.start, Math.min(above.end, above.start + longestSearch)),
  );
  if (known) return [addName(above.start, known, rule)];
  const { start } = lines.lineSpan(number);
  return [insertion(start, `<!-- notewright-disable-next-line ${rule} -->${lineEnding(text)}`)];
}

/** Comments on lines of their own above and below the lines of the span. */
function disableAround({ document: { lines, text } }: OpenNote, span: Span, rule: string): Edit[] {
  const [first, last] = [lines.lineSpan(lines.lineAt(span.start)), lines.lineSpan(lines.lineAt(span.end))];
  const [indent = ""] = /^[ \t]*/.exec(text.slice(first.start, span.start)) ?? [];
  const ending = lineEnding(text);
  return [
    insertion(first.start, `${indent}<!-- notewright-disable ${rule} -->${ending}`),
    insertion(last.end, `${ending}${indent}<!-- notewright-enable ${rule} -->`),
  ];
}

/** The table, code or HTML that holds the offset, as it stands in the document. */
function verbatimAround({ document, note, toNote, toDocument }: OpenNote, offset: number): Span | undefined {
  const inNote = toNote(offset);
  const spans = [...(note.table ? [note.table.span] : []), ...note.literals];
  const found = spans.find(({ start, end }) => start <= inNote && inNote <= end);
  if (found) return { start: toDocument(found.start), end: toDocument(found.end) };
  return isRow(document, document.lines.lineAt(offset))
    ? rowsAround(document, document.lines.lineAt(offset))
    : undefined;
}

function rowsAround(document: OpenNote["document"], number: number): Span {
  let [first, last] = [number, number];
  while (isRow(document, first - 1)) first--;
  while (isRow(document, last + 1)) last++;
  return { start: document.lines.lineSpan(first).start, end: document.lines.lineSpan(last).end };
}

function isRow({ lines, text }: OpenNote["document"], number: number): boolean {
  if (number < 0 || number >= lines.lineCount) return false;
  const { start, end } = lines.lineSpan(number);
  return /^[ \t]*\|/.test(text.slice(start, end));
}

/** The edit that puts a rule behind those that a comment names; the comment was found in what starts at the offset. */
function addName(offset: number, comment: RegExpExecArray, rule: string): Edit {
  const [whole, names = ""] = comment;
  const start = offset + comment.index + whole.indexOf(names) + names.length;
  return insertion(start, ` ${rule}`);
}

function insertion(offset: number, newText: string): Edit {
  return { span: { start: offset, end: offset }, newText };
}
