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
  return countFrom(first, 0, second, 0, most);
}

function countFrom(first: string, from: number, second: string, at: number, most: number): number {
  let [i, j] = [from, at];
  while (i < first.length && first[i] === second[j]) {
    i++;
    j++;
  }
  const left = Math.max(first.length - i, second.length - j);
  if (left === 0 || most === 0) return Math.min(left, 1);
  const areSwapped = first[i] === second[j + 1] && first[i + 1] === second[j];
  let rest = most;
  for (const [inFirst, inSecond] of areSwapped ? singleOrSwapped : single) {
    if (rest > 0) rest = Math.min(rest, countFrom(first, i + inFirst, second, j + inSecond, rest - 1));
  }
  return rest + 1;
}
