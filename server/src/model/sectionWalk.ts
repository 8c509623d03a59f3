import type { Block } from "../parse/blocks";
import { shiftPart, shiftSpan } from "../text/shift";
import type { Where } from "./classify";
import type { Section, SectionKind } from "./note";
import type { Head, Passage } from "./passage";

/** Goes through the passages of a note in order and tells in which section each of them stands. */
export class SectionWalk {
  readonly sections: Section[] = [];
  #current: Open<Section> | undefined;
  /** Levels of the headings within the section, outermost first. */
  #levels: number[] = [];
  /** The places of the section here, and the one in which something said stands. */
  #places: SectionPlaces;
  #here: Where;

  constructor(private readonly wheres: Wheres) {
    this.#places = wheres.of(undefined);
    this.#here = this.#places.said;
  }

  /** Where the next passage stands, whose positions count from `start`. */
  next({ head, block }: Passage, start: number): Where {
    const where = (head && this.#open(head, block, start)) ?? this.#here;
    if (this.#current) this.#current.span.end = start + block.span.end;
    return where;
  }

  /** Undefined where the head opens nothing. */
  #open(head: Head, block: Block, start: number): Where | undefined {
    if (head.written === "bullet") return this.#openBullet(head, block, start);
    const { form } = head;
    const isTopic = !form && this.#current?.written === "heading" && head.level > this.#current.level;
    if (isTopic) return this.#openTopic(head.level);
    this.#levels = [];
    const section = sectionOf(head, block, start);
    this.#current = section;
    this.sections.push(section);
    this.#places = this.wheres.of(form?.role ?? "other");
    this.#here = this.#places.said;
    return this.#places.head;
  }

  #openTopic(level: number): Where {
    while ((this.#levels.at(-1) ?? 0) >= level) this.#levels.pop();
    const where = this.#levels.length > 0 ? this.#places.nested : this.#places.said;
    this.#levels.push(level);
    this.#here = this.#places.nested;
    return where;
  }

  /** A top bullet opens a section that ends with it, where no section is open or it is one of action items. */
  #openBullet(head: Head, block: Block, start: number): Where | undefined {
    const { form } = head;
    const isSection = this.#current?.form?.role !== form?.role && (!this.#current || form?.role === "actions");
    if (!form || !isSection) return undefined;
    this.sections.push(sectionOf(head, block, start));
    return this.wheres.of(form.role).head;
  }
}

/** The places within the sections of one kind. */
export interface SectionPlaces {
  readonly head: Where;
  readonly said: Where;
  /** Below a heading within the section. */
  readonly nested: Where;
}

/** The places of passages: always the same objects, so that they are compared by identity. */
export class Wheres {
  readonly skipped: Where = { as: "skipped", isNested: false };
  readonly #known = new Map<SectionKind | undefined, SectionPlaces>();

  /** The places in sections of that kind, or outside of sections. */
  of(kind: SectionKind | undefined): SectionPlaces {
    const known = this.#known.get(kind);
    if (known) return known;
    const section = kind === undefined ? {} : { section: kind };
    const places: SectionPlaces = {
      head: { as: "section", isNested: false, ...section },
      said: { as: "said", isNested: false, ...section },
      nested: { as: "said", isNested: true, ...section },
    };
    this.#known.set(kind, places);
    return places;
  }
}

type Open<T> = { -readonly [Key in keyof T]: Key extends "span" ? { start: number; end: number } : T[Key] };

function sectionOf({ written, name, key, level, form, near }: Head, block: Block, start: number): Open<Section> {
  const head = block.kind === "item" ? block.words.span : block.span;
  return {
    written,
    name: shiftPart(name, start),
    key,
    level,
    head: shiftSpan(head, start),
    span: shiftSpan(block.span, start),
    ...(form && { form }),
    ...(near && { near }),
  };
}
