import type { Block, ParagraphBlock, Words } from "../parse/blocks";
import type { Chunk } from "../parse/chunk";
import { comparable } from "../text/compare";
import { startsWithAsciiLetter } from "../text/letters";
import { type Part, trimPart } from "../text/span";
import { trimEnd } from "../text/trim";
import { classify } from "./classify";
import { withoutLastComments } from "./comments";
import type { SectionForm } from "./format";
import { findLabelled, readListed, startsWithLabel } from "./listedPeople";
import type { ListedPeople, PeopleRole, Reading, Section, Suppression } from "./note";
import { holdsIn, type ReadingContext, type Where } from "./readingContext";
import { readSuppressions } from "./readSuppressions";
import type { SectionNames } from "./sectionNames";
import { type Utterance, utteranceOf, utterancesIn } from "./utterance";

/** What opens a section, if it stands where a section can be opened. */
export interface Head extends Pick<Section, "written" | "name" | "key" | "level" | "near"> {
  readonly form?: SectionForm;
}

/** One list for all passages without comments. */
const none: readonly Suppression[] = [];

/** A block of the highest level, and what can be said of it without the rest of the note. */
export class Passage {
  /** Absent for what holds no words of the note: a table, code, HTML. */
  readonly utterance: Utterance | undefined;
  readonly head: Head | undefined;
  /** The labels before a colon or in brackets, in order, doubles included. */
  readonly labels: readonly string[];
  /** The people that it lists behind labels of its own. */
  readonly people: readonly ListedPeople[];
  #listed: { readonly role: PeopleRole; readonly people: readonly ListedPeople[] | undefined } | undefined;
  /** Comments that keep findings from being shown, in order. */
  readonly suppressions: readonly Suppression[];
  /** The block, without comments at the end of words. */
  readonly block: Block;
  #last: { readonly context: ReadingContext; readonly where: Where; readonly reading: Reading } | undefined;

  constructor(
    /** The text of the chunk, from whose start all positions count. */
    readonly text: string,
    written: Block,
    private readonly names: SectionNames,
  ) {
    const hasComments = text.includes("<!--");
    this.suppressions = hasComments ? readSuppressions(text, written) : none;
    this.block = hasComments ? withoutLastComments(text, written) : written;
    this.utterance = utteranceOf(this.block, 0);
    this.head = headOf(text, this.block, names);
    this.labels = this.utterance ? labelsIn(this.utterance) : [];
    this.people = findLabelled(text, this.block, names.people);
  }

  /** Whether it starts with a label for people, whatever stands behind or below that. */
  get mayListPeople(): boolean {
    return this.people.length > 0 || startsWithLabel(this.text, this.block, this.names.people);
  }

  /** The people that it lists where people of the role are listed; undefined where it says something else. */
  listedAs(role: PeopleRole): readonly ListedPeople[] | undefined {
    if (this.#listed?.role !== role) {
      this.#listed = { role, people: readListed(this.text, this.block, this.names.people, role) };
    }
    return this.#listed.people;
  }

  /** What the passage says; the same object as the last time unless what it depends on has changed. */
  read(context: ReadingContext, where: Where): Reading {
    const last = this.#last;
    if (last?.context === context && last.where === where) return last.reading;
    const isSame = last?.where === where && holdsIn(context, last.context, last.reading);
    const reading = isSame ? last.reading : this.#classify(context, where);
    this.#last = { context, where, reading };
    return reading;
  }

  #classify(context: ReadingContext, where: Where): Reading {
    return classify(this.text, this.block, this.#said(where), context, where);
  }

  #said({ as }: Where): readonly Utterance[] {
    if (as === "said") return this.utterance ? [this.utterance] : [];
    return as === "section" && this.block.kind === "item" ? utterancesIn(this.block, 0) : [];
  }
}

/** The passages of a chunk, in order. */
export function passagesOf({ text, blocks }: Chunk, names: SectionNames): Passage[] {
  return blocks.map((block) => new Passage(text, block, names));
}

/** The labels before a colon or in brackets of an utterance and of those nested in it, in order, doubles included. */
export function labelsIn(utterance: Utterance, labels: string[] = []): string[] {
  const { prefix, children } = utterance;
  if (prefix && prefix.separator !== "-") labels.push(prefix.label.text);
  for (const child of children) labelsIn(child, labels);
  return labels;
}

/** What opens a section, if the block is of such a shape. */
export function headOf(text: string, block: Block, names: SectionNames): Head | undefined {
  if (block.kind !== "heading" && block.kind !== "paragraph" && block.kind !== "item") return undefined;
  const name = nameOf(text, block.words, block.kind === "heading" ? Number.POSITIVE_INFINITY : names.longest);
  if (!name) return undefined;
  const form = names.find(name.text) ?? (block.kind === "heading" ? names.findAside(name.text) : undefined);
  if (block.kind === "heading") {
    const near = form ? undefined : names.findNear(name.text);
    const key = comparable(name.text);
    return { written: "heading", name, key, level: block.level, ...(form && { form }), ...(near && { near }) };
  }
  if (!form || (block.kind === "paragraph" && !isLabel(block, name))) return undefined;
  return { written: block.kind === "item" ? "bullet" : "label", name, key: comparable(name.text), level: 0, form };
}

/** `Updates:`, `**Agenda**` or `Action Items` on a line of its own. */
function isLabel({ words }: ParagraphBlock, name: Part): boolean {
  return !/[\r\n]/.test(words.masked) && (name.text !== words.masked || /^[A-Z]/.test(name.text));
}

/** The words without emphasis and a closing colon; undefined where they are longer than any name. */
function nameOf(text: string, { span, masked }: Words, longest: number): Part | undefined {
  const lead = startsWithAsciiLetter(masked) ? "" : (/^[*_\s]*/.exec(masked)?.[0] ?? "");
  const start = span.start + lead.length;
  const inner = trimEnd(masked.slice(lead.length), "*_: \t\r\n");
  if (inner.length > longest && inner.trim().length > longest) return undefined;
  return trimPart(text, { start, end: start + inner.length });
}
