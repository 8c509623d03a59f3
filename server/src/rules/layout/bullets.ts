import type { Reading } from "../../model/note";
import type { Block, ItemBlock } from "../../parse/blocks";
import { columnBehind } from "../../parse/plainLine";
import type { Edit } from "../../text/edit";
import { startOfLine } from "../place";

/** Where a bullet stands on its line. */
export interface BulletPlace {
  /** Offset of the marker. */
  readonly start: number;
  /** Columns before the marker; tabs go to the next multiple of four. */
  readonly column: number;
  /** Columns before the words; what is nested starts there. */
  readonly content: number;
  readonly marker: string;
}

/** Whether a block is code, indented or has lines that are: else no bullet of it stands below another or further in. */
export function mayNest({ text, block }: Reading, own: string): boolean {
  if (!block) return false;
  const before = text[block.span.start - 1];
  return block.kind === "code" || before === " " || before === "\t" || /[\r\n][ \t]+[^ \t\r\n]/.test(own);
}

const bullet = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)(?=[^ \t\r\n])/;

/** The place of the bullet that starts the line at the offset; undefined for a line that starts with anything else. */
export function bulletAt(text: string, lineStart: number): BulletPlace | undefined {
  const [, indent = "", marker = "", gap = ""] = bullet.exec(text.slice(lineStart, lineStart + longestLead)) ?? [];
  if (marker === "") return undefined;
  const column = columnBehind(indent, 0);
  const wide = columnBehind(indent + marker + gap, 0);
  // More than four blanks behind the marker are those of code.
  const content = wide - column - marker.length > 4 ? column + marker.length + 1 : wide;
  return { start: lineStart + indent.length, column, content, marker };
}

/** In UTF-16 units; nobody nests deeper. */
const longestLead = 200;

/** The place of the item's marker; undefined where something else stands before it on its line, or it is empty. */
export function placeOf(text: string, { span }: ItemBlock): BulletPlace | undefined {
  const place = bulletAt(text, startOfLine(text, span.start));
  return place?.start === span.start ? place : undefined;
}

/** The last bullet above a top-level one, in the same chunk, that is not indented more. */
export function bulletAbove(text: string, { start, column }: BulletPlace): BulletPlace | undefined {
  if (column === 0) return undefined;
  for (let line = startOfLine(text, start); line > 0; ) {
    line = startOfLine(text, line - (text.startsWith("\r\n", line - 2) ? 2 : 1));
    const above = bulletAt(text, line);
    if (above && above.column <= column) return above;
  }
  return undefined;
}

/**
 * Every run of items right behind each other below the block that do not all stand behind the same blanks: in most
 * lists all do, and nothing is wrong with how those are indented.
 */
export function unevenRuns(text: string, block: Block, found: (readonly ItemBlock[])[] = []) {
  if (block.kind !== "item") return found;
  let run: ItemBlock[] = [];
  for (const child of block.children) {
    if (child.kind === "item") {
      unevenRuns(text, child, found);
      run.push(child);
    } else {
      if (isUneven(text, run)) found.push(run);
      run = [];
    }
  }
  if (isUneven(text, run)) found.push(run);
  return found;
}

function isUneven(text: string, run: readonly ItemBlock[]): boolean {
  const [first] = run;
  const lead = first && leadOf(text, first);
  return run.some((item) => leadOf(text, item) !== lead);
}

/** What stands before the marker on its line. */
function leadOf(text: string, { span }: ItemBlock): string {
  return text.slice(startOfLine(text, span.start), span.start);
}

/**
 * Moves lines by so many columns: from the line that starts at `start`, as far as they are blank or indented as much
 * as that one, up to `end`; undefined where a tab is in the way.
 */
export function moveLines(text: string, start: number, end: number, by: number): Edit[] | undefined {
  const edits: Edit[] = [];
  const least = columnBehind(/^[ \t]*/.exec(text.slice(start, end))?.[0] ?? "", 0);
  for (const match of text.slice(start, end).matchAll(/([^\r\n]*)(?:\r\n|[\r\n]|$)/g)) {
    const [line = ""] = match;
    const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
    if (line.trim() === "") continue;
    if (columnBehind(indent, 0) < least) break;
    const at = start + match.index + indent.length;
    if (by > 0) edits.push({ span: { start: at, end: at }, newText: " ".repeat(by) });
    else if (indent.endsWith(" ".repeat(-by))) edits.push({ span: { start: at + by, end: at }, newText: "" });
    else return undefined;
  }
  return edits;
}
