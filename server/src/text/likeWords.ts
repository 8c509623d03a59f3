import { addTo } from "./grouping";

/** Among more words of that size, none can be told to be meant. */
const crowd = 500;

/** Words by their size and whatever else `sortOf` tells them apart by, to find the few that may be meant by another. */
export class LikeWords<Item extends { readonly key: string }> {
  readonly #items = new Map<string, Item[]>();

  constructor(
    items: readonly Item[],
    readonly sortOf: (key: string) => string | undefined,
  ) {
    for (const item of items) addTo(this.#items, this.#shapeOf(item.key, item.key.length), item);
  }

  /** Those of the key's sort that are at most `difference` letters longer or shorter; none where they are too many. */
  like(key: string, difference: number): Item[] {
    const found: (readonly Item[])[] = [];
    for (let length = key.length - difference; length <= key.length + difference; length++) {
      found.push(this.#items.get(this.#shapeOf(key, length)) ?? []);
    }
    const count = found.reduce((sum, { length }) => sum + length, 0);
    return count > crowd ? [] : found.flat();
  }

  #shapeOf(key: string, length: number): string {
    return `${this.sortOf(key)}${length}`;
  }
}
