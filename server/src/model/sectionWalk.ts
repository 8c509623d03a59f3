import type { Block } from "../parse/blocks";
import { shiftPart, shiftSpan } from "../text/shift";
import { shiftListed } from "./listedPeople";
import type { ListedPeople, Section, SectionKind } from "./note";
import { namesOwner } from "./ownerLine";
import type { Head, Passage } from "./passage";
import { isPeopleRole, namesMore } from "./peopleNames";
import type { Where } from "./readingContext";

/** Goes through the passages of a note in order and tells in which section each of them stands. */
export class SectionWalk {
  readonly sections: Section[] = [];
  #current: Open<Section> | undefined;
  /** Levels of the headings within the section, outermost first. */
  #levels: number[] = [];
  /** The places of the section here, and the one in which something said stands. */
  #places: SectionPlaces;
  #here: Where;
  /** Goes back to the section that was open before a label. */
  #return: () => void = () => undefined;
  /** Whether a line of the section only names somebody, whose action items follow. */
  #isOwned = false;
  /** Whether something else was said below a heading within a section that lists people: then no more of them follow. */
  #hasListed = false;
  /** The section of the last list. */
  #listedIn: Open<Section> | undefined;
  readonly #lists: OpenList[] = [];
  /** How much was said behind the names of this section. */
  #said = 0;

  constructor(private readonly wheres: Wheres) {
    this.#places = wheres.of(undefined);
    this.#here = this.#places.said;
  }

  /** Where people are listed; bullets in a row are one list. */
  get lists(): readonly ListedPeople[] {
    return this.#lists;
  }

  /** Where the next passage stands, whose positions count from `start`. */
  next(passage: Passage, start: number): Where {
    const { head, block } = passage;
    const where = this.#listPeople(passage, start) ?? (head && this.#open(head, block, start)) ?? this.#saidIn(passage);
    if (this.#current) this.#current.span.end = start + block.span.end;
    return where;
  }

  #saidIn({ block, utterance }: Passage): Where {
    if (this.#current?.form?.role !== "actions") return this.#here;
    if (block.kind === "item") return this.#isOwned ? this.#places.owned : this.#here;
    this.#isOwned = utterance !== undefined && namesOwner(utterance);
    return this.#here;
  }

  /** Where the passage stands if it lists people. */
  #listPeople(passage: Passage, start: number): Where | undefined {
    const { head, block, people } = passage;
    const role = this.#current?.form?.role;
    if (block.kind === "heading") {
      if (people.length === 0 || !head) return undefined;
      this.#open(head, block, start);
      return this.#list(people, start);
    }
    const opensList = head?.written === "label" && isPeopleRole(head.form?.role);
    if (isPeopleRole(role) && !opensList) {
      this.#hasListed ||= this.#endsList(passage);
      const isOver = this.#hasListed || this.#said >= mostSaid;
      const listed = isOver ? undefined : passage.listedAs(role);
      if (listed) return this.#list(listed, start);
      this.#hasListed ||= this.#levels.length > 0 && (block.kind === "paragraph" || block.kind === "item");
      if (this.#listedIn === this.#current && passage.labels.length > 0) this.#said++;
      if (this.#current?.written === "label") this.#return();
    }
    if (opensList && head && people.every(({ entries }) => entries.length === 0))
      return this.#openList(head, block, start);
    return this.#mayList(people) ? this.#list(people, start) : undefined;
  }

  /** Whether it is the name of what follows: of another section, or one in bold or behind the bullets below a label. */
  #endsList({ head, block, people }: Passage): boolean {
    if (head?.written === "label" && head.form && !isPeopleRole(head.form.role)) return true;
    const last = this.#listedIn === this.#current ? this.#lists.at(-1) : undefined;
    if (block.kind !== "paragraph" || last?.form !== "bullets" || people.length > 0) return false;
    return this.#current?.written === "label" || /^\*\*[^*]+\*\*$/.test(block.words.masked.trim());
  }

  /** Names behind a label stand at the top, before anything is said; a long list may stand anywhere. */
  #mayList(people: readonly ListedPeople[]): boolean {
    if (people.length === 0) return false;
    const areMore = people.every(({ label }) => label && namesMore.test(label.text));
    if (areMore && (this.#lists.length === 0 || this.#listedIn !== this.#current)) return false;
    const isTop = !this.sections.some(({ form }) => form && !isPeopleRole(form.role) && form.role !== "other");
    return people.some(({ role, entries }) => isTop || (role === "attendees" && entries.length > 2));
  }

  #list(people: readonly ListedPeople[], start: number): Where {
    for (const list of people) {
      const here = shiftListed(list, start);
      const last = this.#lists.at(-1);
      if (last && this.#listedIn === this.#current && goesOn(last, here)) {
        last.form = here.form === "bullets" ? "bullets" : "lines";
        last.span = { start: last.span.start, end: here.span.end };
        last.entries.push(...here.entries);
      } else this.#lists.push({ ...here, entries: [...here.entries] });
      this.#listedIn = this.#current;
    }
    return this.wheres.people;
  }

  /** `Present:` on a line of its own, with the names in what follows; behind them what was open goes on. */
  #openList(head: Head, block: Block, start: number): Where {
    const [before, here, places] = [this.#current, this.#here, this.#places];
    this.#open(head, block, start);
    this.#return = () => {
      [this.#current, this.#here, this.#places] = [before, here, places];
    };
    return this.wheres.people;
  }

  /** Undefined where the head opens nothing. */
  #open(head: Head, block: Block, start: number): Where | undefined {
    if (head.written === "bullet") return this.#openBullet(head, block, start);
    const { form, near } = head;
    const isTopic = !form && !near && this.#current?.written === "heading" && head.level > this.#current.level;
    if (isTopic) return this.#openTopic(head.level);
    this.#levels = [];
    this.#hasListed = false;
    this.#isOwned = false;
    this.#said = 0;
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
    if (!form || !isSection || (this.#current && isMention(head, block))) return undefined;
    this.sections.push(sectionOf(head, block, start));
    return this.wheres.of(form.role).head;
  }
}

/** `* Next steps`, and nothing below or behind: something on the agenda. */
function isMention({ name }: Head, block: Block): boolean {
  return block.kind === "item" && block.children.length === 0 && block.words.masked.trim() === name.text;
}

/** Where so many speak behind a list of names, the minutes have begun, under whatever heading. */
const mostSaid = 3;

/** Whether bullets, or names in paragraphs of their own, go on a list without a label. */
function goesOn(list: ListedPeople, next: ListedPeople): boolean {
  if (list.role !== next.role || list.label || next.label) return false;
  if (list.form === "bullets" || next.form === "bullets") return list.form === next.form;
  return next.form === "line" && next.entries.length === 1 && (list.form === "lines" || list.entries.length === 1);
}

/** The places within the sections of one kind. */
export interface SectionPlaces {
  readonly head: Where;
  readonly said: Where;
  /** Below a heading within the section. */
  readonly nested: Where;
  /** In a list below a line that only names somebody. */
  readonly owned: Where;
}

/** The places of passages: always the same objects, so that they are compared by identity. */
export class Wheres {
  readonly skipped: Where = { as: "skipped", isNested: false };
  readonly people: Where = { as: "people", isNested: false };
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
      owned: { as: "said", isNested: false, isOwned: true, ...section },
    };
    this.#known.set(kind, places);
    return places;
  }
}

interface OpenList extends ListedPeople {
  form: ListedPeople["form"];
  span: ListedPeople["span"];
  readonly entries: ListedPeople["entries"][number][];
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
