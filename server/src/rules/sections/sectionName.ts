import { comparable } from "../../text/compare";
import type { Fix, Rule } from "../rule";

/** Reports a section whose name is a known one with a slip. */
export const sectionName: Rule<"section-name"> = {
  id: "section-name",
  summary: "The name of a section is a known one with a slip.",
  severity: "information",
  *check({ sections }) {
    const names = new Set(sections.map(({ key }) => key));
    for (const { name, near } of sections) {
      if (!near) continue;
      const fix: Fix = {
        title: `Rename to "${near.name}"`,
        edits: [{ span: name.span, newText: near.name }],
        safe: false,
      };
      yield {
        at: name.span,
        message: `Unexpected section "${name.text}", expected "${near.name}"`,
        fixes: names.has(comparable(near.name)) ? [] : [fix],
      };
    }
  },
};
