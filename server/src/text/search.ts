/** The index of the last of the sorted numbers that is not greater than `value`; -1 where all are. */
export function lastNotAfter(sorted: readonly number[], value: number): number {
  return lastWhere(sorted, (number) => number <= value);
}

/** The index of the last of the items that `isBefore` holds for, where it holds for all up to some; -1 for none. */
export function lastWhere<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isBefore(items[middle] as Item)) low = middle;
    else high = middle - 1;
  }
  return low;
}
