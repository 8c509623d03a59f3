/** Adds the item to those of its key, in place. */
export function addTo<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const known = groups.get(key);
  if (known) known.push(item);
  else groups.set(key, [item]);
}

/**
 * The items in the order of the places that they have, small whole numbers, or infinity for none; those of one place as
 * they stand. In linear time: to compare them in pairs takes much longer.
 */
export function inOrder<Item>(items: Iterable<Item>, placeOf: (item: Item) => number): Item[] {
  const placed: Item[][] = [];
  const others: Item[] = [];
  for (const item of items) {
    const place = placeOf(item);
    const there = place === Number.POSITIVE_INFINITY ? others : placed[place];
    if (there) there.push(item);
    else placed[place] = [item];
  }
  return [...placed.flat(), ...others];
}
