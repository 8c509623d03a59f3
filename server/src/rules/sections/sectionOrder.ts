import type { Note, Section } from "../../model/note";
import type { Edit } from "../../text/edit";
import { lineEnding } from "../../text/lines";
import { startOfLine } from "../place";
import type { Rule } from "../rule";
import { type KnownSection, knownSections } from "./knownSections";

/** Reports the first section that stands behind one that should follow it. */
export const sectionOrder: Rule<"section-order"> = {
  id: "section-order",
  summary: "A section stands behind one that should follow it.",
  severity: "hint",
  *check(note, format) {
    const known = knownSections(note, format);
    const { section, followers } = findMisplaced(known) ?? {};
    const [first, last] = [followers?.at(0), followers?.at(-1)];
    if (!section || !first || !last) return;
    const title = `Move "${section.name.text}" before "${first.name.text}"`;
    // Where there are two of the name, it is not clear which of them belongs there.
    const isOnly = known.every((other) => other.section === section || formOf(other.section) !== formOf(section));
    const isMovable = isOnly && known.every((other) => isMovedWhole(other, section));
    yield {
      at: section.name.span,
      message: `Unexpected section "${section.name.text}" behind "${last.name.text}", expected it before`,
      related: [{ at: last.name.span, message: "The section that should follow" }],
      fixes: isMovable ? [{ title, edits: move(note, section, first), safe: false }] : [],
    };
  },
};

interface Misplaced {
  readonly section: Section;
  /** The sections before it that should follow it. */
  readonly followers: readonly Section[];
}

/** The first section that is out of order; once it is moved, the next one is the first. */
function findMisplaced(all: readonly KnownSection[]): Misplaced | undefined {
  const known = all.filter(({ section }) => !formOf(section)?.isAnywhere);
  const reached = new Map<string, number>();
  for (const [index, { section, order }] of known.entries()) {
    const beside = `${section.written} ${section.level}`;
    const highest = reached.get(beside) ?? -1;
    reached.set(beside, Math.max(highest, order));
    if (highest <= order) continue;
    const before = known.slice(0, index).filter((other) => other.order > order && isBeside(other.section, section));
    return { section, followers: before.map((other) => other.section) };
  }
  return undefined;
}

function isBeside(first: Section, second: Section): boolean {
  return first.written === second.written && first.level === second.level;
}

function formOf({ form, near }: Section): Section["form"] {
  return form ?? near?.form;
}

/** A section of another kind may be a part of this one, which would then be torn from it. */
function isMovedWhole({ section: other }: KnownSection, section: Section): boolean {
  return section.written === "heading" && isBeside(other, section);
}

function move({ text }: Note, section: Section, before: Section): Edit[] {
  const start = startOfLine(text, section.span.start);
  const place = startOfLine(text, before.span.start);
  const gap = lineEnding(text).repeat(2);
  return [
    { span: { start: place, end: place }, newText: text.slice(start, section.span.end) + gap },
    { span: { start: text.slice(0, start).trimEnd().length, end: section.span.end }, newText: "" },
  ];
}
