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

/** Items of more than this weight together seldom stand on one page, unless a single one has most of it. */
const heaviest = 64;

/**
 * A long list in pages. What is derived of a page is remembered with it, and the next version of the list shares
 * the pages that did not change: so a fact about the whole is put together from few parts.
 */
export class Pages<Item> {
  private constructor(
    readonly items: readonly Item[],
    private readonly pages: readonly Page<Item>[],
    private readonly weigh: (item: Item) => number,
  ) {}

  /** The pages of an empty list; `weigh` tells how much there is to an item, at least 1 for most. */
  static none<Item>(weigh: (item: Item) => number = () => 1): Pages<Item> {
    return new Pages<Item>([], [], weigh);
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
    const isSmall = (): boolean => sumOf(items.slice(first, end).map((item) => this.#shareOf(item))) < 1 / 2;
    if (isSmall()) first = before.pop()?.first ?? first;
    if (isSmall()) end = (behind.shift()?.end ?? end - shift) + shift;
    const fresh = this.#split(items.slice(first, end), first);
    const pages = [...before, ...fresh, ...behind.map((page) => page.at(page.first + shift))];
    return new Pages(items, pages, this.weigh);
  }

  /** What `fact` makes of each page, in order. */
  derive<Value>(fact: PageFact<Item, Value>): DerivedPage<Value>[] {
    return this.pages.map((page) => ({ first: page.first, value: page.derive(fact) }));
  }

  /** How much of a page an item takes. */
  #shareOf(item: Item): number {
    return Math.max(1 / longest, this.weigh(item) / heaviest);
  }

  /** The items in as few pages as hold them, all about as full. */
  #split(items: readonly Item[], first: number): Page<Item>[] {
    const shares = items.map((item) => this.#shareOf(item));
    const whole = sumOf(shares);
    const full = whole / Math.ceil(whole);
    const pages: Page<Item>[] = [];
    let start = 0;
    let filled = 0;
    for (const [index, share] of shares.entries()) {
      filled += share;
      const isLast = index + 1 === items.length;
      if (!isLast && filled < full * (pages.length + 1)) continue;
      pages.push(new Page(items.slice(start, index + 1), first + start));
      start = index + 1;
    }
    return pages;
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

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
