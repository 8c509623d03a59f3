import type { Part } from "../text/span";

/** Places in a note, in order; counted at once but looked up only as far as somebody asks. */
export class Places {
  constructor(
    /** How many there are. */
    readonly count: number,
    private readonly find: () => Iterable<Part>,
  ) {}

  /** The first places; all of them without a limit. */
  first(limit = this.count): Part[] {
    const found: Part[] = [];
    for (const part of this.find()) {
      if (found.length >= limit) break;
      found.push(part);
    }
    return found;
  }

  /** These places and the other ones together. */
  with(other: Places): Places {
    return new Places(this.count + other.count, () => merge(this.find(), other.find()));
  }
}

function* merge(some: Iterable<Part>, others: Iterable<Part>): Iterable<Part> {
  const rest = others[Symbol.iterator]();
  let other = rest.next();
  for (const part of some) {
    for (; !other.done && other.value.span.start < part.span.start; other = rest.next()) yield other.value;
    yield part;
  }
  for (; !other.done; other = rest.next()) yield other.value;
}
