import type { ListItem, Nodes, Parents, RootContent, Table } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { type Part, type Span, trimPart } from "../text/span";
import { type Block, type ItemBlock, maskCharacter, type Words } from "./blocks";

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml", "toml"]).freeze();

/** The blocks of a Markdown text (CommonMark with GFM and front matter), in order; total, as Markdown is. */
export function parseBlocks(text: string): Block[] {
  // micromark drops a byte order mark and counts offsets from behind it.
  const skipped = text.startsWith("\uFEFF") ? 1 : 0;
  const root = markdown.parse(text.slice(skipped));
  const reader = new Reader(text, skipped, targetsOf(root));
  return root.children.flatMap((node) => reader.blocks(node, 0));
}

class Reader {
  constructor(
    readonly text: string,
    readonly shift: number,
    /** Identifiers of the definitions that lead somewhere. */
    readonly targets: ReadonlySet<string>,
  ) {}

  blocks(node: RootContent, depth: number): Block[] {
    const span = this.span(node);
    switch (node.type) {
      case "heading":
        return [{ kind: "heading", span, level: node.depth, words: this.words(node, span) }];
      case "paragraph":
        return [{ kind: "paragraph", span, words: this.words(node, span) }];
      case "list":
        return node.children.map((item) => this.item(item, depth));
      case "table":
        return [{ kind: "table", span, rows: this.rows(node) }];
      case "code":
        return [{ kind: "code", span }];
      case "html":
        return [{ kind: "html", span }];
      case "definition":
        if (this.targets.has(node.identifier)) return [{ kind: "other", span }];
        return [{ kind: "paragraph", span, words: { span, masked: this.text.slice(span.start, span.end) } }];
      case "yaml":
        return [{ kind: "frontMatter", span }];
      default:
        return [{ kind: isFrontMatter(node) ? "frontMatter" : "other", span }];
    }
  }

  item(node: ListItem, depth: number): ItemBlock {
    const span = this.span(node);
    const marker = /^(?:[*+-]|\d{1,9}[.)])/.exec(this.text.slice(span.start, span.end))?.[0] ?? "*";
    const [first, ...rest] = node.children.flatMap((child) => this.blocks(child, depth + 1));
    const own = first?.kind === "paragraph" ? first : undefined;
    const afterMarker = span.start + marker.length;
    return {
      kind: "item",
      span,
      marker,
      depth,
      checked: node.checked ?? null,
      words: own?.words ?? { span: { start: afterMarker, end: afterMarker }, masked: "" },
      children: own || !first ? rest : [first, ...rest],
    };
  }

  rows(table: Table): Part[][] {
    return table.children.map((row) =>
      row.children.map((cell) => {
        const first = cell.children[0];
        const last = cell.children.at(-1);
        if (first && last) return trimPart(this.text, { start: this.span(first).start, end: this.span(last).end });
        return this.emptyCell(this.span(cell));
      }),
    );
  }

  /** A cell without words: the place between its pipes where words would be typed. */
  emptyCell(span: Span): Part {
    const inside = /^\|?[ \t]?/.exec(this.text.slice(span.start, span.end))?.[0].length ?? 0;
    const place = span.start + inside;
    return { span: { start: place, end: place }, text: "" };
  }

  words(node: Parents, span: Span): Words {
    const first = node.children[0];
    const last = node.children.at(-1);
    const inner = first && last ? { start: this.span(first).start, end: this.span(last).end } : innerOf(node, span);
    let masked = this.text.slice(inner.start, inner.end);
    for (const opaque of opaqueNodes(node, this.targets)) {
      const { start, end } = this.span(opaque);
      masked =
        masked.slice(0, start - inner.start) +
        this.text.slice(start, end).replace(/[^\r\n]/g, maskCharacter) +
        masked.slice(end - inner.start);
    }
    return { span: inner, masked };
  }

  span(node: Nodes): Span {
    return {
      start: (node.position?.start.offset ?? 0) + this.shift,
      end: (node.position?.end.offset ?? 0) + this.shift,
    };
  }
}

function opaqueNodes(node: Nodes, targets: ReadonlySet<string>): Nodes[] {
  switch (node.type) {
    case "link":
    case "image":
    case "imageReference":
    case "inlineCode":
    case "html":
    case "footnoteReference":
      return [node];
    case "linkReference":
      return targets.has(node.identifier) ? [node] : [];
    default:
      return "children" in node ? node.children.flatMap((child) => opaqueNodes(child, targets)) : [];
  }
}

/**
 * The identifiers of the definitions that lead somewhere. To Markdown `[Ann]: yes` is a definition too,
 * and makes a link of every `[Ann]`; in a note it is Ann who speaks.
 */
function targetsOf(node: Nodes): Set<string> {
  if (node.type === "definition") return new Set(/[:/#@]|\.\w/.test(node.url) ? [node.identifier] : []);
  const targets = new Set<string>();
  if ("children" in node) for (const child of node.children) for (const target of targetsOf(child)) targets.add(target);
  return targets;
}

function innerOf(node: Parents, span: Span): Span {
  return node.type === "heading" ? { start: span.end, end: span.end } : span;
}

function isFrontMatter(node: { type: string }): boolean {
  return node.type === "toml";
}
