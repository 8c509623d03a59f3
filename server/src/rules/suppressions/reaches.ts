import { lastNotAfter } from "../../text/search";
import type { Span } from "../../text/span";

interface Reach<Owner> {
  readonly start: number;
  end: number;
  readonly owner: Owner;
}

/** Stretches of a text by a rule's name, none of which overlaps another of that name. */
export class Reaches<Owner> {
  readonly #byName = new Map<string, Reach<Owner>[]>();
  readonly #open = new Map<string, Reach<Owner>>();
  readonly #starts = new Map<string, readonly number[]>();

  /** Adds a stretch from there to where it is closed; false where one of the name is open already. */
  open(name: string, start: number, owner: Owner): boolean {
    if (this.#open.has(name)) return false;
    const reach = { start, end: Number.POSITIVE_INFINITY, owner };
    this.#open.set(name, reach);
    this.#list(name).push(reach);
    return true;
  }

  /** Whether a stretch of the name is open. */
  isOpen(name: string): boolean {
    return this.#open.has(name);
  }

  /** Closes the stretch of the name; false where none is open. */
  close(name: string, end: number): boolean {
    const reach = this.#open.get(name);
    if (reach) reach.end = end;
    return this.#open.delete(name);
  }

  /** Closes what is open; false where nothing is. */
  closeAll(end: number): boolean {
    const names = [...this.#open.keys()];
    for (const name of names) this.close(name, end);
    return names.length > 0;
  }

  /** Adds a stretch with both its ends; of two that start at the same place the first holds. */
  add(name: string, { start, end }: Span, owner: Owner): void {
    this.#list(name).push({ start, end, owner });
  }

  /** Whose stretch of the name holds the offset. */
  at(name: string, offset: number): Owner | undefined {
    const reaches = this.#byName.get(name);
    if (!reaches) return undefined;
    const starts = this.#startsOf(name, reaches);
    const last = starts[lastNotAfter(starts, offset)];
    const reach = last === undefined ? undefined : reaches[lastNotAfter(starts, last - 1) + 1];
    return reach && offset < reach.end ? reach.owner : undefined;
  }

  #startsOf(name: string, reaches: Reach<Owner>[]): readonly number[] {
    const known = this.#starts.get(name);
    if (known) return known;
    const starts = reaches.sort((a, b) => a.start - b.start).map(({ start }) => start);
    this.#starts.set(name, starts);
    return starts;
  }

  #list(name: string): Reach<Owner>[] {
    const list = this.#byName.get(name) ?? [];
    this.#byName.set(name, list);
    this.#starts.delete(name);
    return list;
  }
}
