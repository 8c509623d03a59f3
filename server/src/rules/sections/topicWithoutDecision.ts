import type { Format } from "../../model/format";
import type { Note, Section } from "../../model/note";
import { comparableNames } from "../../text/compare";
import { lastNotAfter } from "../../text/search";
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
      if (!isTopic(note, section)) continue;
      const last = decided[lastNotAfter(decided, endOf(section, note.sections, index) - 1)];
      if (last !== undefined && last >= section.head.end) continue;
      yield {
        at: firstLineOf(note.text, section.head),
        message: `Unexpected end of "${section.name.text}" without a decision, expected what was decided`,
      };
    }
  },
};

/** Offsets, in order, at which a decision is told, in a sentence or below a heading of its own. */
function decisionsIn(
  { decisionStarts, headings, sections }: Note,
  { decisions: { labels } }: Format,
): readonly number[] {
  const names = comparableNames(labels);
  const named = headings.filter(({ key }) => key.split(/ ?[/,&:] ?| and /).some((word) => names.has(word)));
  // A heading with a slip is reported for itself.
  const nearlyNamed = sections.filter(({ near }) => near?.form.role === "decisions");
  const starts = [...named, ...nearlyNamed.map(({ head }) => head)].map(({ start }) => start);
  return [...decisionStarts, ...starts].sort((a, b) => a - b);
}

/** Where the next section starts that is not below this one. */
function endOf({ level }: Section, sections: readonly Section[], index: number): number {
  // A copy of what follows each section would cost the square of their number.
  for (let next = index + 1; next < sections.length; next++) {
    const other = sections[next];
    if (other?.written === "heading" && other.level <= level) return other.head.start;
  }
  return Number.POSITIVE_INFINITY;
}

/** What everybody is told, and nobody decides. */
const isTold =
  /^(?:opening|intro(?:ductions?)?|welcome|closing|wrap[- ]?up|break|lunch)\b|\b(?:reports?|updates?|reminders?)\b/i;

/** A section that the form does not know, with something in it to decide. */
function isTopic({ text }: Note, { form, near, name, written, head, span }: Section): boolean {
  if (form || near || written !== "heading" || isTold.test(name.text)) return false;
  return text.slice(head.end, span.end).trim() !== "";
}
