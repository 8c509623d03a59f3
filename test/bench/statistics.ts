/** What is told of many measurements of one thing. */
export interface Spread {
  readonly median: number;
  /** No more than 5 % are above it. */
  readonly high: number;
  readonly worst: number;
  /** How many there were. */
  readonly count: number;
}

/** Sums measurements up; throws where there are none. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  return { median: at(sorted, 0.5), high: at(sorted, 0.95), worst: at(sorted, 1), count: sorted.length };
}

/** The smallest value that so great a share of the sorted values does not exceed. */
function at(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error("Nothing was measured.");
  return value;
}
