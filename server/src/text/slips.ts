/** How far a slip goes on in each of the two words: a letter changed, left out, put in; two that changed places. */
const single = [
  [1, 1],
  [1, 0],
  [0, 1],
] as const;
const singleOrSwapped = [...single, [2, 2]] as const;

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
  if (i === first.length && j === second.length) return 0;
  const areSwapped = first[i] === second[j + 1] && first[i + 1] === second[j];
  const slips = areSwapped ? singleOrSwapped : single;
  for (const [inFirst, inSecond] of slips) {
    const rest = first.length - i - inFirst;
    if (rest === second.length - j - inSecond && rest <= shared) return 1;
  }
  let fewest = most;
  for (const [inFirst, inSecond] of slips) {
    if (fewest < 2) break;
    fewest = Math.min(fewest, countFrom(first, i + inFirst, second, j + inSecond, fewest - 1, shared));
  }
  return fewest + 1;
}
