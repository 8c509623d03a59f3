import type { Part, Span } from "../text/span";

/**
 * Words of a block as they stand in the text.
 * `masked` is as long as the span: what is no plain text (links, code, HTML, images) is replaced
 * by {@link maskCharacter}, so that a pattern can run over it and its offsets stay true.
 */
export interface Words {
  readonly span: Span;
  readonly masked: string;
}

/** Stands for each character of a link, code span, image or HTML in {@link Words.masked}. */
export const maskCharacter = "\uFFFC";

/** `# Words` or a setext heading. */
export interface HeadingBlock {
  readonly kind: "heading";
  readonly span: Span;
  /** 1 to 6. */
  readonly level: number;
  readonly words: Words;
}

/** A paragraph; its words may run over several lines. */
export interface ParagraphBlock {
  readonly kind: "paragraph";
  readonly span: Span;
  readonly words: Words;
}

/** One item of a list, with everything nested in it. */
export interface ItemBlock {
  readonly kind: "item";
  /** From the marker to the end of the last nested block. */
  readonly span: Span;
  /** `*`, `-`, `+`, `1.` or `1)`. */
  readonly marker: string;
  /** 0 for an item of a top-level list. */
  readonly depth: number;
  /** Whether a task-list box is ticked; null where there is none. */
  readonly checked: boolean | null;
  /** The item's own first paragraph; an empty span after the marker where there is none. */
  readonly words: Words;
  /** What stands below the first paragraph. */
  readonly children: readonly Block[];
}

/** A table as GFM reads it. */
export interface TableBlock {
  readonly kind: "table";
  readonly span: Span;
  /** Header row first; the delimiter row is left out. */
  readonly rows: readonly (readonly Part[])[];
}

/** A fenced or indented code block. */
export interface CodeBlock {
  readonly kind: "code";
  readonly span: Span;
}

/** Front matter, HTML, a quote, a thematic break, a definition: read by nobody, kept for its place. */
export interface OtherBlock {
  readonly kind: "frontMatter" | "html" | "other";
  readonly span: Span;
}

/** A block of Markdown, with spans into the whole text. */
export type Block = HeadingBlock | ParagraphBlock | ItemBlock | TableBlock | CodeBlock | OtherBlock;
