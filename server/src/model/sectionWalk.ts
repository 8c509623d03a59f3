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
  /** Where something said stands here. */
  #here: Where;

  constructor(private readonly wheres: Wheres) {
    this.#here = wheres.of("said", undefined, false);
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
    const isTopic = !head.form && this.#current?.written === "heading" && head.level > this.#current.level;
    if (isTopic) return this.#openTopic(head.level);
    this.#levels = [];
    const section = sectionOf(head, block, start);
    this.#current = section;
    this.sections.push(section);
    this.#here = this.wheres.of("said", kindOf(section), false);
    return this.wheres.of("section", kindOf(section), false);
  }

  #openTopic(level: number): Where {
    while ((this.#levels.at(-1) ?? 0) >= level) this.#levels.pop();
    const where = this.wheres.of("said", this.#here.section, this.#levels.length > 0);
    this.#levels.push(level);
    this.#here = this.wheres.of("said", this.#here.section, true);
    return where;
  }

  /** A top bullet opens a section that ends with it, where no section is open or it is one of action items. */
  #openBullet(head: Head, block: Block, start: number): Where | undefined {
    const { form } = head;
    const isSection = this.#current?.form?.role !== form?.role && (!this.#current || form?.role === "actions");
    if (!form || !isSection) return undefined;
    this.sections.push(sectionOf(head, block, start));
    return this.wheres.of("section", form.role, false);
  }
}

/** The places of passages: one object for each, so that they are compared by identity. */
export class Wheres {
  readonly #known = new Map<string, Where>();

  /** The place of that kind. */
  of(as: Where["as"], section: SectionKind | undefined, isNested: boolean): Where {
    const key = `${as} ${section} ${isNested}`;
    const where = this.#known.get(key) ?? { as, isNested, ...(section && { section }) };
    this.#known.set(key, where);
    return where;
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

function kindOf({ form }: Section): SectionKind {
  return form?.role ?? "other";
}
