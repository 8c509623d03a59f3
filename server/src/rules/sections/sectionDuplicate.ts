import type { Section } from "../../model/note";
import { comparable } from "../../text/compare";
import type { Rule } from "../rule";

/** Reports a section whose name another one beside it has already. */
export const sectionDuplicate: Rule<"section-duplicate"> = {
  id: "section-duplicate",
  summary: "Two sections have the same name.",
  severity: "information",
  *check({ sections }) {
    let open: Section[] = [];
    for (const section of sections) {
      // A heading closes what stands below an earlier heading of its level or a lower one.
      if (section.written === "heading") {
        open = open.filter(({ written, level }) => written === "heading" && level <= section.level);
      }
      const first = open.find((other) => isSameName(other, section));
      open.push(section);
      if (!first) continue;
      yield {
        at: section.name.span,
        message: `Unexpected second section "${section.name.text}", expected one of that name`,
        related: [{ at: first.name.span, message: "The first section of that name" }],
      };
    }
  },
};

function isSameName(first: Section, second: Section): boolean {
  return (
    first.written === second.written &&
    first.level === second.level &&
    comparable(first.name.text) === comparable(second.name.text)
  );
}
