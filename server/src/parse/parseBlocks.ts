import { trimEnd } from "../text/trim";
import type { Block } from "./blocks";
import { cutChunks, endOfFrontMatter } from "./chunks";
import { type Definitions, type ParsedMarkdown, parseMarkdown } from "./markdown";
import { parsePlainChunk } from "./plainChunk";
import { shiftBlocks } from "./shiftBlocks";

/**
 * The blocks of a Markdown text (CommonMark with GFM and front matter), in order; total, as Markdown is.
 * Each chunk is parsed alone; the result is that of a parse of the whole text.
 */
export function parseBlocks(text: string): Block[] {
  return new BlockParser().parse(text);
}

const nothingDefined: Definitions = { targets: [], footnotes: [] };

/**
 * Parses one version of a text after the other. What remark parsed of the last version, and stands in this one
 * too, is not parsed again; everything else is cheap. Remembers as much as the last version needed.
 */
export class BlockParser {
  #last: ReadonlyMap<string, ParsedMarkdown> = new Map();

  parse(text: string): Block[] {
    const memory = new Memory(this.#last);
    const behindFrontMatter = endOfFrontMatter(text);
    const starts = cutChunks(text, behindFrontMatter);
    const chunks = starts.map((start, index) => ({
      start,
      source: text.slice(start, starts[index + 1] ?? text.length),
    }));
    const defined = definitionsIn(
      chunks.map(({ source }) => source),
      memory,
    );
    const blocks = chunks.flatMap(({ start, source }) => {
      const mask = (line: string) => maskLine(line, memory, defined);
      return (
        parsePlainChunk(source, start, mask) ?? shiftBlocks(memory.parse(source, defined, start === 0).blocks, start)
      );
    });
    this.#last = memory.used;
    return behindFrontMatter > 0 ? [frontMatter(text.slice(0, behindFrontMatter)), ...blocks] : blocks;
  }
}

/** What remark made of parts of the last version, and of this one. */
class Memory {
  readonly used = new Map<string, ParsedMarkdown>();

  constructor(private readonly last: ReadonlyMap<string, ParsedMarkdown>) {}

  /** The part parsed as if it stood at offset 0. */
  parse(part: string, defined: Definitions, isStart: boolean): ParsedMarkdown {
    // Without a bracket there is nothing that a definition could change.
    const holding = part.includes("[") ? defined : nothingDefined;
    const key = JSON.stringify([holding, isStart]) + part;
    const parsed = this.last.get(key) ?? this.used.get(key) ?? parseMarkdown(part, holding, isStart);
    this.used.set(key, parsed);
    return parsed;
  }
}

function definitionsIn(sources: readonly string[], memory: Memory): Definitions {
  const found = sources
    .filter((source) => source.includes("]:"))
    .map((source) => memory.parse(source, nothingDefined, false).definitions);
  return {
    targets: [...new Set(found.flatMap(({ targets }) => targets))],
    footnotes: [...new Set(found.flatMap(({ footnotes }) => footnotes))],
  };
}

/** What a line of a paragraph looks like with its links and code masked; undefined where it may be another block. */
function maskLine(line: string, memory: Memory, defined: Definitions): string | undefined {
  if (!mayLink(line, defined)) return line;
  const [only] = memory.parse(line, defined, false).blocks;
  return only?.kind === "paragraph" && only.words.masked.length === line.length ? only.words.masked : undefined;
}

/** Without any of these a line holds no link, code, picture or HTML. */
function mayLink(line: string, { targets, footnotes }: Definitions): boolean {
  return /[`<@]|\]\(|:\/\/|www\./i.test(line) || (targets.length + footnotes.length > 0 && line.includes("["));
}

function frontMatter(source: string): Block {
  const start = source.startsWith("\uFEFF") ? 1 : 0;
  return { kind: "frontMatter", span: { start, end: trimEnd(source, " \t\r\n").length } };
}
