import type { Block, HeadingBlock, ItemBlock, ParagraphBlock, Words } from "../parse/blocks";
import { findTurnPrefix, type TurnPrefix } from "../parse/turnPrefix";
import { contains, type Part, type Span, trimPart } from "../text/span";
import { trimEnd } from "../text/trim";
import type { Format, SectionForm } from "./format";
import type { Section } from "./note";
import { SectionNames } from "./sectionNames";

/** A paragraph, bullet or heading of the note's body, before anybody knows what it says. */
export interface Utterance {
  readonly words: Words;
  /** What the words start with, if it has the shape of a speaker's prefix. */
  readonly prefix?: TurnPrefix;
  /** The whole block: for a bullet all that is nested, for a heading all that stands below it. */
  readonly span: Span;
  readonly written: "heading" | "paragraph" | "bullet";
  readonly item?: ItemBlock;
  readonly section?: Section;
  readonly depth: number;
  readonly children: Utterance[];
}

/** The sections of a note and what is said in each, in order. */
export interface Structure {
  readonly sections: Section[];
  /** Utterances of the highest level. */
  readonly utterances: Utterance[];
}

/** Reads the note's body: every block but the title and what lies in `skip`. */
export function readStructure(
  text: string,
  blocks: readonly Block[],
  format: Format,
  skip: readonly (Span | undefined)[],
): Structure {
  const reader = new StructureReader(text, new SectionNames(format));
  for (const block of blocks) {
    if (skip.some((span) => span && contains(span, block.span))) continue;
    reader.read(block);
  }
  return reader.finish();
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

class StructureReader {
  readonly sections: Open<Section>[] = [];
  readonly utterances: Utterance[] = [];
  /** The section under a heading or label in which the next block stands. */
  current: Open<Section> | undefined;
  /** Headings within the section, outermost first. */
  headings: { readonly level: number; readonly utterance: Open<Utterance> }[] = [];

  constructor(
    readonly text: string,
    readonly names: SectionNames,
  ) {}

  read(block: Block): void {
    if (block.kind === "heading") this.readHeading(block);
    else if (block.kind === "paragraph" && !this.readLabel(block)) this.add(this.paragraph(block, 0, this.current));
    else if (block.kind === "item") this.readItem(block);
    this.stretch(block.span.end);
  }

  finish(): Structure {
    return { sections: this.sections, utterances: this.utterances };
  }

  readHeading(block: HeadingBlock): void {
    const name = this.nameOf(block.words);
    const form = this.names.find(name.text);
    const isTopic = !form && this.current?.written === "heading" && block.level > this.current.level;
    if (isTopic) {
      while ((this.headings.at(-1)?.level ?? 0) >= block.level) this.headings.pop();
      const utterance = this.utterance(block.words, block.span, "heading", 0, this.current);
      this.add(utterance);
      this.headings.push({ level: block.level, utterance });
      return;
    }
    this.headings = [];
    const near = form ? undefined : this.names.findNear(name.text);
    this.current = this.open("heading", name, block.span, block.level, form, near);
  }

  /** `Updates:` or `**Agenda**` on a line of its own. */
  readLabel(block: ParagraphBlock): boolean {
    if (/[\r\n]/.test(block.words.masked)) return false;
    const name = this.nameOf(block.words);
    const form = this.names.find(name.text);
    if (!form || name.text === block.words.masked) return false;
    this.headings = [];
    this.current = this.open("label", name, block.span, 0, form, undefined);
    return true;
  }

  readItem(item: ItemBlock): void {
    const name = this.nameOf(item.words);
    const form = this.names.find(name.text);
    const isSection =
      form && this.current?.form?.role !== form.role && (this.current === undefined || form.role === "actions");
    if (!form || !isSection) {
      this.add(this.itemUtterance(item, 0, this.current));
      return;
    }
    const section = this.open("bullet", name, item.span, 0, form, undefined);
    section.head = item.words.span;
    for (const child of item.children) {
      const utterance = this.nested(child, 0, section);
      if (utterance) this.utterances.push(utterance);
    }
  }

  open(
    written: Section["written"],
    name: Part,
    span: Span,
    level: number,
    form: SectionForm | undefined,
    near: Section["near"],
  ): Open<Section> {
    const section: Open<Section> = {
      written,
      name,
      level,
      head: span,
      span,
      ...(form && { form }),
      ...(near && { near }),
    };
    this.sections.push(section);
    return section;
  }

  add(utterance: Utterance): void {
    const parent = this.headings.at(-1)?.utterance;
    (parent?.children ?? this.utterances).push(utterance);
  }

  stretch(end: number): void {
    if (this.current) this.current.span = { start: this.current.span.start, end };
    for (const { utterance } of this.headings) utterance.span = { start: utterance.span.start, end };
  }

  itemUtterance(item: ItemBlock, depth: number, section: Section | undefined): Utterance {
    const utterance = this.utterance(item.words, item.span, "bullet", depth, section, item);
    for (const child of item.children) {
      const nested = this.nested(child, depth + 1, section);
      if (nested) utterance.children.push(nested);
    }
    return utterance;
  }

  nested(block: Block, depth: number, section: Section | undefined): Utterance | undefined {
    if (block.kind === "item") return this.itemUtterance(block, depth, section);
    if (block.kind === "paragraph") return this.paragraph(block, depth, section);
    return undefined;
  }

  paragraph(block: ParagraphBlock, depth: number, section: Section | undefined): Utterance {
    return this.utterance(block.words, block.span, "paragraph", depth, section);
  }

  utterance(
    words: Words,
    span: Span,
    written: Utterance["written"],
    depth: number,
    section: Section | undefined,
    item?: ItemBlock,
  ): Utterance {
    const prefix = findTurnPrefix(words);
    return {
      words,
      span,
      written,
      depth,
      children: [],
      ...(prefix && { prefix }),
      ...(section && { section }),
      ...(item && { item }),
    };
  }

  /** The words without emphasis and a closing colon. */
  nameOf(words: Words): Part {
    const [lead = ""] = /^[*_\s]*/.exec(words.masked) ?? [];
    const start = words.span.start + lead.length;
    const inner = trimEnd(words.masked.slice(lead.length), "*_: \t\r\n");
    return trimPart(this.text, { start, end: start + inner.length });
  }
}
