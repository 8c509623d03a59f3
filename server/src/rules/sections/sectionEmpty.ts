import { firstLineOf } from "../place";
import type { Rule } from "../rule";

/** Reports a section in which nothing stands. */
export const sectionEmpty: Rule<"section-empty"> = {
  id: "section-empty",
  summary: "Nothing stands in a section of a written-up note.",
  severity: "off",
  *check({ sections, state, text }) {
    if (state !== "written") return;
    for (const [index, { head, span, level, name, written }] of sections.entries()) {
      const isEmpty = text.slice(head.end, span.end).trim() === "";
      const next = sections[index + 1];
      // What has sections of its own is not empty.
      const isDivided = written === "heading" && next?.written === "heading" && next.level > level;
      if (!isEmpty || isDivided) continue;
      yield {
        at: firstLineOf(text, head),
        message: `Unexpected empty section "${name.text}", expected something in it, or no such section`,
      };
    }
  },
};
