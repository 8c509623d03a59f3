import type { Statement } from "../../../server/src/model/note";
import type { RuleId } from "../../../server/src/rules/index";
import { type CleanNote, type Defect, endOf, mark, type Planters } from "./plant";

type LayoutRule = Exclude<
  RuleId,
  | `${"title" | "attendee" | "attendees" | "note-taker" | "section" | "speaker" | "turn" | "action"}-${string}`
  | "topic-without-decision"
>;

/** Defects of what Markdown makes of the note, and of what a template left in it. */
export const layoutPlanters: Planters<LayoutRule> = {
  placeholder: {
    "a bullet to do": (clean) => withBullet(clean, "TODO"),
    "a promise of notes": (clean) => withParagraph(clean, "To be filled in after the meeting"),
    "an attendee to be": (clean) => {
      const put = clean.listing(mark("TBD"));
      return put && { marked: clean.with(put) };
    },
    "a note taker to be": (clean) => {
      const [taker, ...others] = clean.note.noteTakers;
      return taker && others.length === 0 ? { marked: clean.with([taker.label.span, mark("TBD")]) } : undefined;
    },
    "a field": (clean) => {
      const field = clean.note.dateField;
      return (
        field && {
          marked: clean.with([endOf(clean.line(field.label.span.start)), fieldLike(clean, field.label.span.start)]),
        }
      );
    },
  },
  "template-line": {
    "a rubric with nothing below it": (clean) => withBullet(clean, "Other agenda items"),
    "a request of the template": (clean) => withBullet(clean, "_Submit a PR to add your item here_"),
  },
  "heading-lost": {
    "no blank behind the signs": (clean) => {
      const known = new Set(clean.note.sections.flatMap(({ form, head }) => (form ? [head.start] : [])));
      const topic = clean.note.headings.findLast(({ start }) => {
        return !known.has(start) && start !== clean.note.title?.span.start && clean.text.startsWith("##", start);
      });
      const line = topic && clean.line(topic.start);
      if (!line) return undefined;
      // What stands below goes to the topic above, which may have such sections too.
      const brings = ["section-duplicate"] as const;
      return { marked: clean.with([line, mark(clean.slice(line).replace(/^(#+) /, "$1"))]), restored: "one", brings };
    },
    "dashes below the words": (clean) => {
      const line = /(?<=\n)(?![#|*-])([^\n]+[.,;:!?])\n\n(?=---+\n)/.exec(clean.text);
      if (!line) return undefined;
      const span = { start: line.index, end: line.index + line[0].length };
      return { marked: clean.with([span, `${mark(line[1] ?? "")}\n`]), restored: "one", isNamed: true };
    },
  },
  "list-lost": {
    "a bullet too far in below a paragraph": (clean) => {
      const plain = paragraphs(clean).at(-1);
      const end = clean.line(plain?.words.span.start ?? 0).end;
      return plain && { marked: clean.with([{ start: end, end }, "\n\n        ⟦* Gangways⟧"]) };
    },
    "a bullet that goes on the words above it": (clean) => {
      const plain = paragraphs(clean).at(-1);
      const end = clean.line(plain?.words.span.start ?? 0).end;
      return plain && { marked: clean.with([{ start: end, end }, "\n        ⟦* Gangways⟧"]) };
    },
    "a nested bullet too far out": (clean) => {
      const nested =
        /(?<=\n)(?<outer>[ ]*)(?<marker>\d+\.|-|\*) [^\n]*\n\k<outer>(?<indent> {2,4})(?=(?:[-*]|1\.) )(?<words>[^\n]*)(?=\n(?!\k<outer> )|$)/.exec(
          clean.text,
        );
      const { outer = "", marker = "", indent = "", words = "" } = nested?.groups ?? {};
      if (!nested || marker.length + 1 < 3) return undefined;
      const end = nested.index + nested[0].length;
      const marked = clean.with([{ start: end - indent.length - words.length, end }, `${"  "}${mark(words)}`]);
      return { marked, ...(indent.length === marker.length + 1 && outer === "" && { restored: "one" as const }) };
    },
  },
  "indent-mixed": {
    "a bullet one blank further in": (clean) => withIndent(clean, ""),
    "a nested bullet one blank further in": (clean) => withIndent(clean, " +"),
  },
  "invisible-character": {
    "a zero-width space in a word": (clean) => {
      const at = wordIn(clean);
      return at === undefined
        ? undefined
        : { marked: clean.with([{ start: at, end: at }, mark("\u200B")]), restored: "one" };
    },
    "a no-break space before the words": (clean) => {
      const bullet = clean.note.statements.findLast(({ item, words }) => {
        return item && clean.text.slice(item.span.start + 1, words.span.start) === " ";
      });
      if (!bullet) return undefined;
      const start = bullet.words.span.start - 1;
      return { marked: clean.with([{ start, end: start + 1 }, mark("\u00A0")]), restored: "one" };
    },
    "a no-break space behind a task box": (clean) => {
      const task = clean.note.actions.find(({ done, span }) => done !== null && clean.text[span.start] !== " ");
      if (!task) return undefined;
      const start = task.words.span.start - 1;
      // To Markdown, it is no task box then.
      const brings = ["action-owner-missing", "action-owner-unknown"] as const;
      return { marked: clean.with([{ start, end: start + 1 }, mark("\u00A0")]), restored: "one", brings };
    },
  },
  "suppression-unused": {
    "a comment that disables nothing": (clean) => {
      const marked = clean.with([endOf(clean.line(clean.top.start)), "\n\n⟦<!-- notewright-disable -->⟧"]);
      return { marked, restored: "one" };
    },
    "a rule that reports nothing there": (clean) => {
      const last = clean.note.statements.at(-1);
      return (
        last && {
          marked: clean.with([endOf(last.words.span), " <!-- notewright-disable-line ⟦turn-gap⟧ -->"]),
          restored: "one",
        }
      );
    },
    "the end of what never began": (clean) => {
      const last = clean.note.statements.at(-1);
      return last && { marked: clean.with([endOf(last.words.span), " ⟦<!-- notewright-enable -->⟧"]), restored: "one" };
    },
    "a rule that does not exist": (clean) => {
      const last = clean.note.statements.at(-1);
      return (
        last && {
          marked: clean.with([endOf(last.words.span), " <!-- notewright-disable-line ⟦turn-gpa⟧ -->"]),
          restored: "one",
          // There is no gap.
          uncovers: true,
        }
      );
    },
  },
};

/** The third of three bullets of one list, one blank further in. */
function withIndent(clean: CleanNote, indent: string): Defect | undefined {
  const bullets = String.raw`(?<=\n)(?<lead>${indent}[-*] )[^\n]+\n\k<lead>[^\n]+\n\k<lead>(?<words>[^\n]+)(?=\n(?! )|$)`;
  const list = new RegExp(bullets).exec(clean.text);
  const { lead = "", words = "" } = list?.groups ?? {};
  if (!list) return undefined;
  const end = list.index + list[0].length;
  const marked = ` ${lead.replace(/(?=[-*])/, "⟦")}${words}⟧`;
  return { marked: clean.with([{ start: end - lead.length - words.length, end }, marked]), restored: "one" };
}

/** A bullet more behind one that has nothing nested below it. */
function withBullet(clean: CleanNote, words: string): Defect | undefined {
  const bullet = clean.note.statements.findLast(({ item, section, words: { span } }) => {
    return item && section !== "actions" && section !== "attendees" && item.span.end === span.end;
  });
  if (!bullet?.item) return undefined;
  const { start } = clean.line(bullet.item.span.start);
  const lead = clean.text.slice(start, bullet.words.span.start).replace(/\[.\] /, "");
  return { marked: clean.with([endOf(bullet.item.span), `\n${lead}${mark(words)}`]), restored: "one" };
}

function withParagraph(clean: CleanNote, words: string): Defect | undefined {
  const heading = clean.note.sections.findLast(({ written, form, head }) => {
    return written === "heading" && form?.role !== "attendees" && clean.text.slice(head.end).trim() !== "";
  });
  return heading && { marked: clean.with([endOf(heading.head), `\n\n${mark(words)}`]), restored: "one" };
}

function fieldLike({ text }: CleanNote, label: number): string {
  const start = text.lastIndexOf("\n", label) + 1;
  const lead = text.slice(start, label);
  const closing = lead.includes("**") ? "**" : "";
  return `\n${lead}Place:${closing} ⟦TBD⟧`;
}

/** Paragraphs that are no turns. */
function paragraphs({ note }: CleanNote): readonly Statement[] {
  return note.statements.filter(({ item, kind, section }) => !item && kind === "plain" && section !== "attendees");
}

/** The middle of a long word that is said. */
function wordIn({ note }: CleanNote): number | undefined {
  for (const { spoken } of note.turns) {
    const word = /(?<=\p{Ll}{2})(?=\p{Ll}{3})/u.exec(spoken.text);
    if (word) return spoken.span.start + word.index;
  }
  const [plain] = paragraphs({ note } as CleanNote);
  const word = plain && /(?<=\p{Ll}{2})(?=\p{Ll}{3})/u.exec(plain.words.masked);
  return plain && word ? plain.words.span.start + word.index : undefined;
}
