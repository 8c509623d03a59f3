import type { Section } from "../../model/note";
import { mostRelated, type Rule } from "../rule";

/** Reports sections that have the name of one beside them, once for each name. */
export const sectionDuplicate: Rule<"section-duplicate"> = {
  id: "section-duplicate",
  summary: "Two sections have the same name.",
  severity: "information",
  *check({ sections }) {
    for (const [first, second, ...others] of namesakes(sections)) {
      if (!first || !second) continue;
      yield {
        at: second.name.span,
        message: `Unexpected second section "${second.name.text}", expected one of that name`,
        related: [
          { at: first.name.span, message: "The first section of that name" },
          ...others
            .slice(0, mostRelated - 1)
            .map(({ name }) => ({ at: name.span, message: "A further section of that name" })),
        ],
      };
    }
  },
};

/** The sections of one name that stand beside each other, by the first of them. */
function namesakes(sections: readonly Section[]): Section[][] {
  const all: Section[][] = [];
  /** By depth, then by name: those that a further section of the name would stand beside. */
  const open: Map<string, Section[]>[] = [];
  for (const section of sections) {
    const depth = depthOf(section);
    // A heading closes what stands below an earlier heading of its level or a lower one.
    if (section.written === "heading") open.length = Math.min(open.length, depth + 1);
    const name = section.key;
    open[depth] ??= new Map<string, Section[]>();
    const known = open[depth].get(name);
    if (known) {
      known.push(section);
      continue;
    }
    const group = [section];
    open[depth].set(name, group);
    all.push(group);
  }
  return all;
}

/** 1 to 6 for headings; label lines and bullets stand below all of them, each beside their own kind. */
function depthOf({ written, level }: Section): number {
  return written === "heading" ? level : written === "label" ? 7 : 8;
}
