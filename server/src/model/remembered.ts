/**
 * What was made of each item of a list, while the list changes here and there: an item that the last list held too
 * is not made anew. Items are told apart by identity; remembers as much as the last list needed.
 */
export class Remembered<Item, Made> {
  #items: readonly Item[] = [];
  #made: readonly Made[] = [];

  constructor(private readonly make: (item: Item) => Made) {}

  /** What was made of the items, in their order; the same list as the last time if nothing changed. */
  of(items: readonly Item[]): readonly Made[] {
    const { start, endBefore, endAfter } = findChange(this.#items, items);
    if (start === endBefore && start === endAfter) return this.#made;
    const replaced = new Map<Item, Made>();
    for (let index = start; index < endBefore; index++)
      replaced.set(this.#items[index] as Item, this.#made[index] as Made);
    const fresh = items.slice(start, endAfter).map((item) => replaced.get(item) ?? this.make(item));
    this.#made = this.#made.slice(0, start).concat(fresh, this.#made.slice(endBefore));
    this.#items = items;
    return this.#made;
  }
}

/** The indexes between which a list changed. */
export function findChange<Item>(
  before: readonly Item[],
  after: readonly Item[],
): { start: number; endBefore: number; endAfter: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let endBefore = before.length;
  let endAfter = after.length;
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--;
    endAfter--;
  }
  return { start, endBefore, endAfter };
}

/** Whether two sets hold the same. */
export function areSameSets<Item>(first: ReadonlySet<Item>, second: ReadonlySet<Item>): boolean {
  return first.size === second.size && [...first].every((item) => second.has(item));
}
