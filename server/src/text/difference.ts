/** Where two texts differ: what lies before `start` and behind the two ends is the same in both. */
export interface Difference {
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/**
 * The one stretch in which `after` differs from `before`, as short as can be; empty where they are equal. It is found
 * sooner if it starts at the offset `near`.
 */
export function findDifference(before: string, after: string, near = 0): Difference {
  const shorter = Math.min(before.length, after.length);
  const start = greatest(shorter, near, (low, high) => before.slice(low, high) === after.slice(low, high));
  const rest = shorter - start;
  const same = greatest(rest, rest, (low, high) => {
    return before.slice(endOf(before, high), endOf(before, low)) === after.slice(endOf(after, high), endOf(after, low));
  });
  return { start, endBefore: before.length - same, endAfter: after.length - same };
}

/** What a text was, and where it was edited since. */
export interface Edited {
  readonly before: string;
  readonly edit: Difference;
}

/** The edit that puts the words in the place of what stands between the two offsets, as short as can be. */
export function editAt(before: string, start: number, end: number, words: string): Difference {
  if (start === end) return { start, endBefore: end, endAfter: start + words.length };
  const within = findDifference(before.slice(start, end), words);
  return { start: start + within.start, endBefore: start + within.endBefore, endAfter: start + within.endAfter };
}

/** What two edits one after the other change, as one edit of the text before both; as long as it has to be. */
export function joinDifferences(first: Difference, second: Difference): Difference {
  const grown = first.endAfter - first.endBefore;
  const endBetween = Math.max(first.endAfter, second.endBefore);
  return {
    start: Math.min(first.start, second.start),
    endBefore: endBetween - grown,
    endAfter: endBetween + second.endAfter - second.endBefore,
  };
}

function endOf(text: string, distance: number): number {
  return text.length - distance;
}

/**
 * The greatest length up to which all is the same, which may be `guess`; comparing slices is the fastest way to look at
 * much text.
 */
function greatest(limit: number, guess: number, isSame: (low: number, high: number) => boolean): number {
  const likely = Math.min(guess, limit);
  const isLikely = isSame(0, likely);
  if (isLikely && (likely === limit || !isSame(likely, likely + 1))) return likely;
  let low = isLikely ? likely : 0;
  let high = isLikely ? limit : likely - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isSame(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
