import { findChange } from "./remembered";

/** What is made of a page of items; a constant, so that it is made once for each page. */
export type PageFact<Item, Value> = (items: readonly Item[]) => Value;

/** What is known of one page. */
export interface DerivedPage<Value> {
  /** The index of the page's first item in the whole list. */
  readonly first: number;
  readonly value: Value;
}

/** A page holds at most so many items, and seldom less than half of them. */
const longest = 16;

/**
 * A long list in pages. What is derived of a page is remembered with it, and the next version of the list shares
 * the pages that did not change: so a fact about the whole is put together from few parts.
 */
export class Pages<Item> {
  private constructor(
    readonly items: readonly Item[],
    private readonly pages: readonly Page<Item>[],
  ) {}

  /** The pages of an empty list. */
  static none<Item>(): Pages<Item> {
    return new Pages<Item>([], []);
  }

  /** The pages of another version of the list. */
  next(items: readonly Item[]): Pages<Item> {
    const change = findChange(this.items, items);
    if (change.start === change.endBefore && change.start === change.endAfter) return this;
    const before = this.pages.filter(({ end }) => end <= change.start);
    const behind = this.pages.filter(({ first }) => first >= change.endBefore);
    const shift = items.length - this.items.length;
    let first = before.at(-1)?.end ?? 0;
    let end = (behind[0]?.first ?? this.items.length) + shift;
    if (end - first < longest / 2) first = before.pop()?.first ?? first;
    if (end - first < longest / 2) end = (behind.shift()?.end ?? end - shift) + shift;
    const fresh = split(items.slice(first, end), first);
    return new Pages(items, [...before, ...fresh, ...behind.map((page) => page.at(page.first + shift))]);
  }

  /** What `fact` makes of each page, in order. */
  derive<Value>(fact: PageFact<Item, Value>): DerivedPage<Value>[] {
    return this.pages.map((page) => ({ first: page.first, value: page.derive(fact) }));
  }
}

class Page<Item> {
  constructor(
    readonly items: readonly Item[],
    readonly first: number,
    private readonly derived = new Map<PageFact<Item, unknown>, unknown>(),
  ) {}

  get end(): number {
    return this.first + this.items.length;
  }

  /** The same page, further on in the list. */
  at(first: number): Page<Item> {
    return first === this.first ? this : new Page(this.items, first, this.derived);
  }

  derive<Value>(fact: PageFact<Item, Value>): Value {
    const known = this.derived.get(fact);
    if (known !== undefined) return known as Value;
    const value = fact(this.items);
    this.derived.set(fact, value);
    return value;
  }
}

function split<Item>(items: readonly Item[], first: number): Page<Item>[] {
  const count = Math.ceil(items.length / longest);
  const size = Math.ceil(items.length / count);
  return Array.from({ length: count }, (_, index) => {
    return new Page(items.slice(index * size, (index + 1) * size), first + index * size);
  });
}
