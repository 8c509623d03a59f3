import { startsWithAsciiLetter } from "../text/letters";
import { LineEnds, nextLine } from "../text/lineEnds";
import { trimEnd } from "../text/trim";

/** One line of a chunk. */
export interface Line {
  /** Without its end. */
  readonly text: string;
  /** Where it starts in the chunk. */
  readonly start: number;
  /** Columns before its words; a tab goes to the next multiple of four. */
  readonly indent: number;
  /** The line without white space around it; empty for a blank line. */
  readonly words: string;
  /** Where the words start in the chunk. */
  readonly wordsStart: number;
}

/** The lines of a chunk; undefined where a character is in it that remark treats in its own way. */
export function readLines(source: string): Line[] | undefined {
  if (source.includes("\0") || source.includes("\uFEFF")) return undefined;
  const lines: Line[] = [];
  const ends = new LineEnds(source);
  for (let start = 0; start < source.length; ) {
    const end = ends.behind(start);
    lines.push(readLine(source.slice(start, end), start));
    start = nextLine(source, end);
  }
  return lines;
}

function readLine(text: string, start: number): Line {
  const lead = endOfBlanks(text);
  const words = trimEnd(lead === 0 ? text : text.slice(lead), " \t");
  const indent = lead === 0 ? 0 : columnBehind(text.slice(0, lead), 0);
  return { text, start, indent, words, wordsStart: start + lead };
}

/** Where the blanks and tabs end that the line starts with. */
export function endOfBlanks(line: string): number {
  let end = 0;
  while (line[end] === " " || line[end] === "\t") end++;
  return end;
}

/** The column behind white space, or a marker and white space, that starts at `column`; tabs go to the next multiple of four. */
export function columnBehind(space: string, column: number): number {
  if (!space.includes("\t")) return column + space.length;
  let behind = column;
  for (const character of space) behind += character === "\t" ? 4 - (behind % 4) : 1;
  return behind;
}

/** Whether words at the start of a line may start a block that is no paragraph. */
export function startsBlock(words: string): boolean {
  // What a letter starts is a paragraph, as most lines are.
  if (startsWithAsciiLetter(words)) return false;
  return /^(?:#{1,6}(?:[ \t]|$)|>|`{3}|~{3}|<(?=[a-z/!?])(?!https?:)|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|\[\^)/i.test(
    words,
  );
}

/** Whether the words are a thematic break, unless they underline a heading. Of any length, unlike a pattern. */
export function isThematicBreak(words: string): boolean {
  const mark = words[0];
  if (mark !== "-" && mark !== "*" && mark !== "_") return false;
  let marks = 0;
  for (const character of words) {
    if (character === mark) marks++;
    else if (character !== " " && character !== "\t") return false;
  }
  return marks > 2;
}

/** A marker at the start of an item, and what follows. */
export interface Marker {
  /** `*`, `-`, `+`, `1.` or `1)`. */
  readonly mark: string;
  /** Column at which the item's content starts. */
  readonly content: number;
  /** Columns between the marker and the words. */
  readonly gap: number;
  /** The item's words in this line; empty where there are none. */
  readonly words: string;
  /** Where the words start in the chunk, or where the marker ends. */
  readonly wordsStart: number;
}

/** The marker that the line starts with, if it is an item of a list. */
export function readMarker({ words, wordsStart, indent }: Line): Marker | undefined {
  if (startsWithAsciiLetter(words)) return undefined;
  const [, mark, space = ""] = /^([-+*]|\d{1,9}[.)])(?:([ \t]+)|$)/.exec(words) ?? [];
  if (mark === undefined || isThematicBreak(words)) return undefined;
  const behind = indent + mark.length;
  const gap = space === "" ? 1 : columnBehind(space, behind) - behind;
  const lead = mark.length + space.length;
  return { mark, content: behind + gap, gap, words: words.slice(lead), wordsStart: wordsStart + lead };
}
