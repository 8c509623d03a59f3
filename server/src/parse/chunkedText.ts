import { findDifference } from "../text/difference";
import { lastNotAfter } from "../text/search";
import { Chunk, type ChunkPlace, type MaskedLines } from "./chunk";
import { cutChunks, endOfFrontMatter } from "./chunks";
import { type Definitions, nothingDefined } from "./definitions";

/**
 * A text cut into chunks; whatever stands before `bodyStart` is front matter and in none of them.
 * The next version shares the chunks that an edit did not touch, with all that was made of them; it says the
 * same as the text cut anew.
 */
export class ChunkedText {
  private constructor(
    readonly text: string,
    readonly chunks: readonly Chunk[],
    /** Offset at which each chunk starts. */
    readonly starts: readonly number[],
    readonly bodyStart: number,
    private readonly defined: Definitions,
  ) {}

  /** The text cut anew. */
  static of(text: string): ChunkedText {
    return new ChunkedText("", [], [], 0, nothingDefined).next(text);
  }

  /** Another version of the text. */
  next(text: string): ChunkedText {
    if (text === this.text) return this;
    const bodyStart = endOfFrontMatter(text);
    const { cuts, kept, resumed } = this.#cut(text, bodyStart);
    const shift = text.length - this.text.length;
    const starts = cuts.concat(this.starts.slice(resumed).map((start) => start + shift));
    const replaced = new Replaced(this.chunks.slice(kept, resumed), this.defined, this.text !== "");
    const fresh = cuts.slice(kept).map((start, index) => {
      return replaced.renew(text.slice(start, starts[kept + index + 1] ?? text.length), start === 0);
    });
    const chunks = this.chunks.slice(0, kept).concat(fresh, this.chunks.slice(resumed));
    const defined = definitionsIn(chunks);
    if (areSame(defined, this.defined)) return new ChunkedText(text, chunks, starts, bodyStart, this.defined);
    return new ChunkedText(
      text,
      chunks.map((chunk) => redefine(chunk, defined)),
      starts,
      bodyStart,
      defined,
    );
  }

  /** Where the first chunks start, up to the first of the old ones that goes on as it was. */
  #cut(text: string, bodyStart: number): { cuts: number[]; kept: number; resumed: number } {
    const { start, endBefore } = findDifference(this.text, text);
    const shift = text.length - this.text.length;
    // Whether a chunk starts at a line hangs on the lines before it as well.
    const isInBody = bodyStart === this.bodyStart && start >= bodyStart;
    const kept = isInBody ? Math.max(0, lastNotAfter(this.starts, start) - 1) : 0;
    const cuts = this.starts.slice(0, kept);
    for (const cut of cutChunks(text, kept > 0 ? (this.starts[kept] ?? bodyStart) : bodyStart)) {
      const before = cut - shift;
      // At the start of the text a chunk is read otherwise.
      const isBehind = before >= endBefore && before > 0 && cut > 0;
      const resumed = isBehind ? lastNotAfter(this.starts, before) : -1;
      if (resumed >= kept && this.starts[resumed] === before) return { cuts, kept, resumed };
      cuts.push(cut);
    }
    return { cuts, kept, resumed: this.starts.length };
  }
}

/** The chunks that an edit replaced: what is still the same in them serves once more. */
class Replaced {
  readonly #byText: ReadonlyMap<string, Chunk>;
  readonly #lines: readonly MaskedLines[];
  /** Of all chunks but the text's first. */
  readonly #place: ChunkPlace;

  constructor(
    chunks: readonly Chunk[],
    defined: Definitions,
    /** Whether the text is a version of one that is cut already. */
    readonly isEdit: boolean,
  ) {
    this.#byText = new Map(chunks.map((chunk) => [chunk.text, chunk]));
    this.#place = { defined, isStart: false };
    this.#lines = chunks.flatMap(({ maskedLines }) => maskedLines ?? []);
  }

  renew(text: string, isStart: boolean): Chunk {
    // To look a text up takes a walk through all of it.
    const known = this.#byText.size > 0 ? this.#byText.get(text) : undefined;
    if (known?.place.isStart === isStart) return known;
    return new Chunk(
      this.isEdit ? copyOf(text) : text,
      isStart ? { ...this.#place, isStart } : this.#place,
      this.#lines,
    );
  }
}

/** A slice keeps the whole text alive that it was cut from; with a version for each key that would be many. */
function copyOf(slice: string): string {
  return ` ${slice}`.slice(1);
}

function redefine(chunk: Chunk, defined: Definitions): Chunk {
  return chunk.mayRefer ? new Chunk(chunk.text, { ...chunk.place, defined }) : chunk;
}

function definitionsIn(chunks: readonly Chunk[]): Definitions {
  const found = chunks.filter(({ mayDefine }) => mayDefine).map(({ definitions }) => definitions);
  if (found.length === 0) return nothingDefined;
  return {
    targets: new Set(found.flatMap(({ targets }) => [...targets])),
    footnotes: new Set(found.flatMap(({ footnotes }) => [...footnotes])),
  };
}

function areSame(first: Definitions, second: Definitions): boolean {
  return hasAll(first.targets, second.targets) && hasAll(first.footnotes, second.footnotes);
}

/** Whether the sets are the same, in any order. */
function hasAll(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  return first === second || (first.size === second.size && [...first].every((name) => second.has(name)));
}
