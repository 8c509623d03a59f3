/**
 * Whether remark would need far longer for the part than for others of its length, or more stack than there is: for
 * lines that nest a hundred blocks, or a passage with a thousand marks that each may open or close something. No writer
 * means either. All else costs remark at most some ten times what plain words do. In linear time.
 */
export function isTooHard(part: string): boolean {
  return nestsTooDeep(part) || hasTooManyMarks(part);
}

/** How deep blocks are read. */
export const deepestBlock = 100;

/** How many marks a passage may have. */
const mostMarks = 1000;

/** A block nested deeper takes two characters at least, or a tab. A thematic break as long as that counts too. */
function nestsTooDeep(part: string): boolean {
  const leads = part.match(/^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])){100,}/gm) ?? [];
  return leads.some((lead) => /[^ \t]/.test(lead) && lead.length + lead.split("\t").length - 1 > 2 * deepestBlock);
}

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
const mark = /(?:\r\n?|\n)[ \t>]*(?:(?=[\r\n])|(?:[-+*]|\d{1,9}[.)])[ \t])|[*_~[\]<!`\\)&@]|:\/\//g;
