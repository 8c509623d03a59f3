import type { Format } from "../../model/format";
import type { Note, Section } from "../../model/note";
import { comparable } from "../../text/compare";
import { firstLineOf } from "../place";
import type { Rule } from "../rule";

/** Reports a heading under which something is discussed and nothing decided. */
export const topicWithoutDecision: Rule<"topic-without-decision"> = {
  id: "topic-without-decision",
  summary: "A topic with a heading of its own ends without a decision or conclusion.",
  severity: "off",
  *check(note, format) {
    if (note.state !== "written") return;
    const decided = decisionsIn(note, format);
    for (const [index, section] of note.sections.entries()) {
      const end = endOf(section, note.sections, index);
      if (!isTopic(note, section) || decided.some((at) => section.head.end <= at && at < end)) continue;
      yield {
        at: firstLineOf(note.text, section.head),
        message: `Unexpected end of "${section.name.text}" without a decision, expected what was decided`,
      };
    }
  },
};

/** Offsets at which a decision is told, in a sentence or below a heading of its own. */
function decisionsIn({ decisionStarts, headings }: Note, { decisions: { labels } }: Format): readonly number[] {
  const names = new Set(labels.map(comparable));
  const named = headings.filter(({ key }) => key.split(/ ?[/,&:] ?| and /).some((word) => names.has(word)));
  return [...decisionStarts, ...named.map(({ start }) => start)];
}

/** Where the next section starts that is not below this one. */
function endOf({ level }: Section, sections: readonly Section[], index: number): number {
  const next = sections.slice(index + 1).find((other) => other.written === "heading" && other.level <= level);
  return next?.head.start ?? Number.POSITIVE_INFINITY;
}

/** A section that the form does not know, with something in it. */
function isTopic({ text }: Note, { form, near, written, head, span }: Section): boolean {
  return !form && !near && written === "heading" && text.slice(head.end, span.end).trim() !== "";
}
