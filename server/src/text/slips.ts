/**
 * How many slips of the pen lead from one word to the other: a letter changed, left out or put in, or two neighbours
 * that changed places. More than `most` count as one more than that; the work grows fourfold with each that is allowed.
 */
export function countSlips(first: string, second: string, most: number): number {
  if (Math.abs(first.length - second.length) > most) return most + 1;
  if (most === 0) return first === second ? 0 : 1;
  return countFrom(first, 0, second, 0, most, commonEnd(first, second));
}

/** How many characters at their ends the words share. */
function commonEnd(first: string, second: string): number {
  let length = 0;
  while (length < first.length && first.at(-1 - length) === second.at(-1 - length)) length++;
  return length;
}

/** Counts from there on in both words, which share so many characters at their ends; at least one slip is allowed. */
function countFrom(first: string, from: number, second: string, at: number, most: number, shared: number): number {
  let i = from;
  let j = at;
  while (i < first.length && first[i] === second[j]) {
    i++;
    j++;
  }
  const left = first.length - i;
  const other = second.length - j;
  if (left === 0 && other === 0) return 0;
  // The rest is the same behind a letter changed, left out or put in, or behind two that changed places.
  const areSwapped = first[i] === second[j + 1] && first[i + 1] === second[j];
  const least = areSwapped ? 2 : 1;
  if (left === other && left - least <= shared) return 1;
  if ((left === other + 1 && other <= shared) || (other === left + 1 && left <= shared)) return 1;
  if (most === 1) return 2;
  const changed = countFrom(first, i + 1, second, j + 1, most - 1, shared);
  const leftOut = countFrom(first, i + 1, second, j, most - 1, shared);
  const putIn = countFrom(first, i, second, j + 1, most - 1, shared);
  const swapped = areSwapped ? countFrom(first, i + 2, second, j + 2, most - 1, shared) : most;
  return Math.min(changed, leftOut, putIn, swapped) + 1;
}
