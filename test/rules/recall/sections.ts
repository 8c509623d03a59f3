import type { Section } from "../../../server/src/model/note";
import type { RuleId } from "../../../server/src/rules/index";
import type { Span } from "../../../server/src/text/span";
import { type CleanNote, endOf, mark, misspell, type Planters, startOf } from "./plant";

type SectionRule = Extract<RuleId, `section-${string}` | "topic-without-decision">;

/** Defects of the note's order: sections that lack, stand twice or elsewhere, or say nothing. */
export const sectionPlanters: Planters<SectionRule> = {
  "section-missing": {
    "an expected section with all that is in it": (clean) => {
      const section = expected(clean).find(({ form }) => {
        // What is called an agenda as a whole needs no section of that name.
        const isTitled = form?.role === "agenda" && /^agenda:/i.test(clean.note.title?.words.text ?? "");
        // And without its notes, the meeting is still to come.
        return !["attendees", "note taker", "notes"].includes(form?.role ?? "") && !isTitled;
      });
      const at = section && blockOf(clean, section);
      if (!at) return undefined;
      return { marked: clean.with([clean.top, mark(clean.slice(clean.top))], [at, ""]), isNamed: true };
    },
    "the heading of an empty section": (clean) => {
      const section = expected(clean).find((one) => clean.slice(blockOf(clean, one)).trim() === clean.slice(one.head));
      const at = section && blockOf(clean, section);
      if (!at) return undefined;
      const marked = clean.with([clean.top, mark(clean.slice(clean.top))], [at, ""]);
      return { marked, restored: "one", isNamed: true };
    },
  },
  "section-order": {
    "two sections in each other's place": (clean) => {
      const order = ({ form }: Section) => (form ? clean.format.sections.indexOf(form) : -1);
      const known = clean.knownSections;
      for (const [index, second] of known.entries()) {
        const first = known[index - 1];
        if (!first || first.level !== second.level || order(first) >= order(second)) continue;
        if (first.form?.isAnywhere || second.form?.isAnywhere) continue;
        const [one, other] = [blockOf(clean, first), blockOf(clean, second)];
        if (one.end !== other.start) continue;
        // What has sections of its own, or a namesake, is not moved.
        const isMoved = known.every(
          ({ level, form }) => level === first.level && known.filter((one) => one.form === form).length === 1,
        );
        const moved = clean.slice(one).replace(first.name.text, mark(first.name.text));
        const gap = other.end === clean.text.length ? "\n" : "";
        const marked = clean.with([
          { start: one.start, end: other.end },
          clean.slice(other) + gap + (gap ? moved.trimEnd() + gap : moved),
        ]);
        return { marked, ...(isMoved && { restored: "one" as const }) };
      }
      return undefined;
    },
  },
  "section-duplicate": {
    "a second section of the name": (clean) => {
      const section = clean.knownSections.findLast(
        ({ form }) => form?.role !== "attendees" && form?.role !== "note taker",
      );
      const at = section && blockOf(clean, section);
      if (!section || !at) return undefined;
      const head = clean.slice(section.head).replace(section.name.text, mark(section.name.text));
      return { marked: clean.with([endOf(at), `\n${head}\n\nThe tide was low.\n\n`]) };
    },
  },
  "section-name": {
    "two letters swapped": (clean) => {
      const section = clean.knownSections.findLast(({ form, name }) => {
        return form?.role !== "attendees" && form?.role !== "note taker" && /^\p{Script=Latin}{5,}/u.test(name.text);
      });
      const slip = section && misspell(section.name.text);
      const { form, name } = section ?? {};
      if (!form || !name || !slip) return undefined;
      // It is written as the form has it, where no other section has the name.
      const isAsInForm = [form.name, ...form.aliases].includes(name.text);
      const isOnly = clean.note.sections.filter((other) => other.name.text === name.text).length === 1;
      const marked = clean.with([name.span, mark(slip)]);
      return { marked, ...(isAsInForm && isOnly && { restored: "one" as const }), isNamed: true };
    },
  },
  "section-empty": {
    "nothing below a heading": (clean) => {
      const sections = clean.note.sections.filter(({ head, span, written, form }) => {
        const words = clean.text.slice(head.end, span.end).trim();
        return written === "heading" && words !== "" && form?.role !== "attendees" && form?.role !== "note taker";
      });
      // The shortest, so that enough is left in the note.
      const [section] = sections.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
      if (!section) return undefined;
      const { head, span } = section;
      return { marked: clean.with([{ start: head.start, end: span.end }, mark(clean.slice(head))]), isNamed: true };
    },
  },
  "topic-without-decision": {
    "a topic at whose end nothing was decided": (clean) => {
      const topic = clean.note.sections.find(({ form, near, written, head, span }) => {
        return !form && !near && written === "heading" && clean.text.slice(head.end, span.end).trim() !== "";
      });
      const turn = clean.note.turns.find(({ span }) => topic && span.start > topic.head.end);
      if (!topic || !turn) return undefined;
      const head = `${"#".repeat(topic.level)} Gangways`;
      return { marked: clean.with([startOf(topic.head), `⟦${head}⟧\n\n${clean.slice(turn.words.span)}\n\n`]) };
    },
  },
};

function expected({ knownSections }: CleanNote): readonly Section[] {
  return knownSections.filter(({ form }) => form?.expected);
}

/** The section with all that stands below its heading, to the next of its level or a higher one; blank lines too. */
function blockOf({ note, text }: CleanNote, { head, level }: Section): Span {
  const next = note.headings.find(({ start }) => {
    const signs = /^#+/.exec(text.slice(start))?.[0].length;
    return start > head.start && signs !== undefined && signs <= level;
  });
  return { start: head.start, end: next?.start ?? text.length };
}
