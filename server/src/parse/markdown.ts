import type { ListItem, Nodes, Parents, Root, RootContent, Table, TableRow } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Part, Span } from "../text/span";
import { trimEnd } from "../text/trim";
import { type Block, type ItemBlock, maskCharacter, type Words } from "./blocks";
import { type Definitions, nothingDefined } from "./definitions";
import { identifierOf } from "./plainDefinition";
import { readCells } from "./plainTable";
import { deepestBlock, isTooHard } from "./tooHard";

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();

/** The blocks of a part of a text, and what it defines for the others. */
export interface ParsedMarkdown {
  readonly blocks: readonly Block[];
  readonly definitions: Definitions;
}

/**
 * Parses a part of a text by remark (CommonMark with GFM); total, as Markdown is. Offsets count from the part's start.
 * What is nested too deep, or is too hard for remark as a whole, is kept as one block that nobody reads.
 * `defined` is what the text defines; a byte order mark is skipped where the part starts the text; front matter
 * is not known here.
 */
export function parseMarkdown(part: string, defined: Definitions, isStart: boolean): ParsedMarkdown {
  if (isTooHard(part)) return { blocks: [wholeOf(part)], definitions: nothingDefined };
  // micromark drops a byte order mark at its start and counts offsets from behind it.
  const hasMark = part.startsWith("\uFEFF");
  const skipped = hasMark && isStart ? 1 : 0;
  const prelude = preludeOf(namedIn(part, defined)) || (hasMark && !isStart ? "\n" : "");
  const root = markdown.parse(prelude + part.slice(skipped));
  const definitions = definitionsOf(root);
  const reader = new Reader(part, skipped - prelude.length, definitions.targets);
  const own = root.children.filter((node) => (node.position?.start.offset ?? 0) >= prelude.length);
  return { blocks: own.flatMap((node) => reader.blocks(node, 0)), definitions };
}

/** What of the definitions the part may name: parsing thousands of others for each line would take too long. */
function namedIn(part: string, { targets, footnotes }: Definitions): Definitions {
  if (targets.size + footnotes.size === 0) return nothingDefined;
  const labels = part.matchAll(/\[\^?((?:[^[\]\\]|\\.){1,1000})\]/gs);
  const named = new Set([...labels].map(([, label = ""]) => identifierOf(label)));
  const isNamed = (identifier: string): boolean => named.has(identifier);
  return { targets: new Set([...targets].filter(isNamed)), footnotes: new Set([...footnotes].filter(isNamed)) };
}

/** The definitions as Markdown that can stand before any other; the break keeps a footnote from taking it in. */
function preludeOf({ targets, footnotes }: Definitions): string {
  const definitions = [
    ...[...footnotes].map((note) => `[^${note}]: x`),
    ...[...targets].map((target) => `[${target}]: #`),
  ];
  return definitions.length === 0 ? "" : `${definitions.join("\n\n")}\n\n***\n\n`;
}

const alwaysOpaque: ReadonlySet<string> = new Set(["link", "image", "inlineCode", "html", "footnoteReference"]);

/** A part that nobody reads. */
function wholeOf(part: string): Block {
  const start = /[^ \t\r\n]/.exec(part)?.index ?? 0;
  return { kind: "other", span: { start, end: Math.max(start, trimEnd(part, " \t\r\n").length) } };
}

/**
 * To Markdown `[Ann]: yes` is a definition too, and makes a link of every `[Ann]`; in a note it is Ann who speaks.
 * So only those that lead somewhere count.
 */
function definitionsOf(root: Root): Definitions {
  const targets = new Set<string>();
  const footnotes = new Set<string>();
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === "definition" && /[:/#@]|\.\w/.test(node.url)) targets.add(node.identifier);
    if (node.type === "footnoteDefinition") footnotes.add(node.identifier);
    if ("children" in node) for (const child of node.children) open.push(child);
  }
  return { targets, footnotes };
}

class Reader {
  constructor(
    readonly part: string,
    /** From where micromark counts to where the part does. */
    readonly shift: number,
    readonly targets: ReadonlySet<string>,
  ) {}

  blocks(node: RootContent, depth: number): Block[] {
    const span = this.blockSpan(node);
    if (depth > deepestBlock) return [{ kind: "other", span }];
    switch (node.type) {
      case "heading":
        return [{ kind: "heading", span, level: node.depth, words: this.words(node, span) }];
      case "paragraph":
        return [{ kind: "paragraph", span, words: this.words(node, span) }];
      case "list":
        return node.children.map((item) => this.item(item, depth));
      case "table":
        return this.table(node, span);
      case "code":
      case "html":
        return [{ kind: node.type, span }];
      case "definition":
        if (this.targets.has(node.identifier)) return [{ kind: "other", span }];
        return [{ kind: "paragraph", span, words: { span, masked: this.slice(span) } }];
      default:
        return [{ kind: "other", span }];
    }
  }

  item(node: ListItem, depth: number): ItemBlock {
    const span = this.blockSpan(node);
    const marker = /^(?:[*+-]|\d{1,9}[.)])/.exec(this.slice(span))?.[0] ?? "*";
    const [first, ...rest] = node.children.flatMap((child) => this.blocks(child, depth + 1));
    const own = first?.kind === "paragraph" ? first : undefined;
    const afterMarker = span.start + marker.length;
    // remark lets an item with open HTML or an open fence reach into the next one.
    const end = Math.max(afterMarker, ...[own ?? first, ...rest].map((block) => block?.span.end ?? 0));
    return {
      kind: "item",
      span: { start: span.start, end },
      marker,
      depth,
      checked: node.checked ?? null,
      words: own?.words ?? { span: { start: afterMarker, end: afterMarker }, masked: "" },
      children: own || !first ? rest : [first, ...rest],
    };
  }

  /** To GFM a line without pipes right below a table is a row of it; to a writer it is words below the table. */
  table(node: Table, span: Span): Block[] {
    const first = node.children.findIndex((row) => !this.slice(this.span(row)).includes("|"));
    if (first <= 0) return [{ kind: "table", span, rows: this.rows(node.children) }];
    const rows = node.children.slice(0, first);
    const start = this.span(node.children[first] ?? node).start;
    const words = { span: { start, end: span.end }, masked: this.mask({ start, end: span.end }, node) };
    return [
      { kind: "table", span: { start: span.start, end: this.span(rows.at(-1) ?? node).end }, rows: this.rows(rows) },
      { kind: "paragraph", span: words.span, words },
    ];
  }

  rows(rows: readonly TableRow[]): Part[][] {
    return rows.map((row) => {
      const span = this.span(row);
      return readCells(this.slice(span), span.start);
    });
  }

  /** The words between the block's marks; remark gives no place to text that it split at an e-mail address. */
  words(node: Parents, block: Span): Words {
    const isHeading = node.type === "heading";
    const written = isHeading ? withoutUnderline(this.slice(block)) : this.slice(block);
    const lead = isHeading ? (/^#{1,6}[ \t]+/.exec(written)?.[0].length ?? 0) : 0;
    const rest = withoutClosing(written.slice(lead), isHeading);
    const first = node.children[0];
    const last = node.children.at(-1);
    const span = {
      start: first?.position ? this.span(first).start : block.start + lead,
      end: last?.position ? this.span(last).end : block.start + lead + rest.length,
    };
    return { span, masked: this.mask(span, node) };
  }

  /** What stands at the span, with the opaque parts of `node` that lie in it masked. */
  mask(span: Span, node: Nodes): string {
    let masked = this.slice(span);
    for (const opaque of this.opaqueNodes(node)) {
      const { start, end } = this.span(opaque);
      if (!opaque.position || start < span.start || end > span.end) continue;
      const hidden = this.slice({ start, end }).replace(/[^\r\n]/g, maskCharacter);
      masked = masked.slice(0, start - span.start) + hidden + masked.slice(end - span.start);
    }
    return masked;
  }

  opaqueNodes(root: Nodes): Nodes[] {
    const opaque: Nodes[] = [];
    const open: Nodes[] = [root];
    for (let node = open.pop(); node; node = open.pop()) {
      const target = node.type === "linkReference" || node.type === "imageReference" ? node.identifier : undefined;
      const isOpaque = target === undefined ? alwaysOpaque.has(node.type) : this.targets.has(target);
      if (isOpaque) opaque.push(node);
      else if ("children" in node) for (const child of node.children) open.push(child);
    }
    return opaque;
  }

  slice({ start, end }: Span): string {
    return this.part.slice(start, end);
  }

  /** The place of a block, without the white space that remark counts to some of them. */
  blockSpan(node: Nodes): Span {
    const { start, end } = this.span(node);
    return { start, end: start + trimEnd(this.slice({ start, end }), " \t\r\n").length };
  }

  span(node: Nodes): Span {
    return {
      start: (node.position?.start.offset ?? 0) + this.shift,
      end: (node.position?.end.offset ?? 0) + this.shift,
    };
  }
}

/** A heading that goes over lines has its underline in the last. */
function withoutUnderline(heading: string): string {
  const end = Math.max(heading.lastIndexOf("\n"), heading.lastIndexOf("\r"));
  return end < 0 ? heading : trimEnd(heading.slice(0, end), " \t\r\n");
}

/** What is left before closing white space and, for a heading, its closing sequence of `#`. */
function withoutClosing(words: string, isHeading: boolean): string {
  const bare = trimEnd(words, " \t");
  const open = trimEnd(bare, "#");
  return isHeading && open !== bare && /[ \t]$/.test(open) ? trimEnd(open, " \t") : bare;
}
