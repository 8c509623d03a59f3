/**
 * Whether remark would need far longer for the part than for others of its length, or more stack than there is: for
 * lines that nest a hundred blocks, a passage with a thousand marks that each may open or close something, or thousands
 * of items and quotes that cannot be read each alone. No writer means any of them. All else costs remark at most some
 * ten times what plain words do. In linear time.
 */
export function isTooHard(part: string): boolean {
  return nestsTooDeep(part) || hasTooManyMarks(part) || startsTooMany(part);
}

/** How deep blocks are read. */
export const deepestBlock = 100;

/** How many marks a passage may have. */
const mostMarks = 1000;

/** A block nested deeper takes two characters at least, or a tab. A thematic break as long as that counts too. */
function nestsTooDeep(part: string): boolean {
  for (const { index } of part.matchAll(/^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])){100}/gm)) {
    if (isDeepLead(part, index)) return true;
  }
  return false;
}

/** Whether what the line that starts there is indented by holds a mark, and is long; piece by piece, whatever its length. */
function isDeepLead(part: string, start: number): boolean {
  const piece = /[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])/y;
  let length = 0;
  let hasMark = false;
  piece.lastIndex = start;
  for (let found = piece.exec(part); found; found = piece.exec(part)) {
    length += found[0] === "\t" ? 2 : found[0].length;
    hasMark ||= found[0].trim() !== "";
    if (hasMark && length > 2 * deepestBlock) return true;
  }
  return false;
}

/** Items, quotes and underlines of a part that remark reads at once: its time grows with the square of their number. */
const mostStarts = 3000;

function startsTooMany(part: string): boolean {
  if (part.length <= 2 * mostStarts) return false;
  let starts = 0;
  for (const _ of part.matchAll(start)) if (++starts > mostStarts) return true;
  return false;
}

const start = /^[ \t]*(?:>|[-+*](?=[ \t\r\n])|\d{1,9}[.)](?=[ \t\r\n])|=|-+[ \t]*$)/gm;

function hasTooManyMarks(part: string): boolean {
  if (part.length <= mostMarks) return false;
  let marks = 0;
  for (const [found] of part.matchAll(mark)) {
    marks = /[\r\n]/.test(found) ? 0 : marks + 1;
    if (marks > mostMarks) return true;
  }
  return false;
}

/** A mark, or where a new passage starts: behind an empty line, or with an item. */
const mark = /(?:\r\n?|\n)[ \t>]*(?:(?=[\r\n])|(?:[-+*]|\d{1,9}[.)])[ \t])|[*_~[\]<!`\\)&@]|:\/\/|www\./gi;
