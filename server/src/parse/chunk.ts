import type { Block } from "./blocks";
import { type Definitions, nothingDefined } from "./definitions";
import { type ParsedMarkdown, parseMarkdown } from "./markdown";
import { findPlainDefinitions, parsePlainChunk } from "./plainChunk";

/** A footnote, or a definition that leads somewhere; `[Ann]: yes` is none. */
const maybeDefinition = /\]:[\s>]*(?:<|(?:[^\s>:/#@.][^\s:/#@.]*)?(?:[:/#@]|\.\S))|\[\^/;

/** What remark made of single lines: its links and code masked; undefined for a line that may be another block. */
export type MaskedLines = ReadonlyMap<string, string | undefined>;

/** What a chunk's parse depends on beside its own text. */
export interface ChunkPlace {
  /** What the whole text defines. */
  readonly defined: Definitions;
  /** Whether the chunk starts the text, so that a byte order mark is skipped. */
  readonly isStart: boolean;
}

/** A part of a text that can be parsed alone; all positions count from its start. */
export class Chunk {
  /** Whether the parse may hang on what other chunks define. */
  readonly mayRefer: boolean;
  /** Whether other chunks may hang on what this one defines. */
  readonly mayDefine: boolean;
  #blocks: readonly Block[] | undefined;
  #definitions: Definitions | undefined;
  #lines: Map<string, string | undefined> | undefined;
  #known: readonly MaskedLines[];

  /** `known` are lines of an earlier version, under the same definitions, that need not be masked again. */
  constructor(
    readonly text: string,
    readonly place: ChunkPlace,
    known: readonly MaskedLines[] = [],
  ) {
    this.mayRefer = text.includes("[");
    this.mayDefine = this.mayRefer && maybeDefinition.test(text);
    this.#known = known;
  }

  /** The blocks in the chunk; parsed at the first need. */
  get blocks(): readonly Block[] {
    this.#blocks ??= this.#parse();
    return this.#blocks;
  }

  /** What the chunk defines for all chunks. */
  get definitions(): Definitions {
    if (!this.mayDefine) return nothingDefined;
    this.#definitions ??= findPlainDefinitions(this.text) ?? this.#parseByRemark(nothingDefined).definitions;
    return this.#definitions;
  }

  /** The lines that remark was asked for. */
  get maskedLines(): MaskedLines | undefined {
    return this.#lines;
  }

  #parse(): readonly Block[] {
    const plain = parsePlainChunk(this.text, this.#defined.targets, (line) => this.#mask(line));
    this.#known = [];
    return plain ?? this.#parseByRemark(this.#defined).blocks;
  }

  /** Without a bracket there is nothing that a definition could change. */
  get #defined(): Definitions {
    return this.mayRefer ? this.place.defined : nothingDefined;
  }

  #parseByRemark(defined: Definitions): ParsedMarkdown {
    return parseMarkdown(this.text, defined, this.place.isStart);
  }

  #mask(line: string): string | undefined {
    if (!mayLink(line, this.#defined)) return line;
    this.#lines ??= new Map();
    const known = [this.#lines, ...this.#known].find((lines) => lines.has(line));
    const masked = known ? known.get(line) : maskByRemark(line, this.#defined);
    this.#lines.set(line, masked);
    return masked;
  }
}

function maskByRemark(line: string, defined: Definitions): string | undefined {
  const [only] = parseMarkdown(line, defined, false).blocks;
  return only?.kind === "paragraph" && only.words.masked.length === line.length ? only.words.masked : undefined;
}

/** Without any of these a line holds no link, code, picture or HTML. */
function mayLink(line: string, { targets, footnotes }: Definitions): boolean {
  return /[`<@]|\]\(|:\/\/|www\./i.test(line) || (targets.size + footnotes.size > 0 && line.includes("["));
}
