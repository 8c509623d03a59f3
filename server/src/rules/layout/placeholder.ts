import type { Format } from "../../model/format";
import type { Note, Statement } from "../../model/note";
import { comparable } from "../../text/compare";
import { contains, type Part, type Span, trimPart } from "../../text/span";
import { wholeBlock } from "../place";
import type { Fix, Rule } from "../rule";
import { isEllipsis, isTemplateText } from "./templateText";

/** Labels of fields in which even `TBD` is a gap. */
const fields = ["Date", "Time", "When", "Where", "Location", "Host", "Chair", "Moderator", "Presenter", "Facilitator"];

/** Reports what a template held and nobody filled in. */
export const placeholder: Rule<"placeholder"> = {
  id: "placeholder",
  summary: "Text of the template is left in a written-up note.",
  severity: "warning",
  *check(note, format) {
    if (note.state !== "written") return;
    for (const { value } of note.table?.rows ?? []) {
      if (isTemplateText(value.text)) yield { at: value.span, message: messageFor(value.text) };
    }
    for (const statement of note.statements) {
      const whole = trimPart(note.text, statement.words.span);
      const left = templatePart(whole, format);
      if (!left || (isEllipsis(left.text) && !isOnlyContent(note, statement))) continue;
      yield {
        at: left.span,
        message: messageFor(left.text),
        unnecessary: left === whole,
        fixes: left === whole ? deletion(note, statement) : [],
      };
    }
  },
};

function messageFor(text: string): string {
  return `Unexpected template text "${text}", expected it filled in or deleted`;
}

/** The whole words, or what stands behind the label of a field. */
function templatePart(whole: Part, format: Format): Part | undefined {
  if (isTemplateText(whole.text)) return whole;
  const field = /^[*_]{0,2}([\p{L} -]{2,20}?)[*_]{0,2}:[*_]{0,2}\s*(\S.*)$/u.exec(whole.text);
  const [, label = "", value = ""] = field ?? [];
  const known = [...fields, ...format.attendees.attending, ...format.attendees.noteTaker];
  if (!isTemplateText(value) || !known.some((other) => comparable(other) === comparable(label))) return undefined;
  const start = whole.span.end - value.length;
  return { text: value, span: { start, end: whole.span.end } };
}

/** Dots between other words are speech that was missed; dots alone in a section or topic are a place to fill in. */
function isOnlyContent({ sections, topics, statements }: Note, { words, item }: Statement): boolean {
  const own = item?.span ?? words.span;
  const holds = ({ span }: { readonly span: Span }) => contains(span, own) && span.start < own.start;
  let holder: { readonly span: Span } | undefined = sections.findLast(holds);
  let head: Statement | undefined;
  let below = topics;
  for (let topic = below.find(holds); topic; topic = below.find(holds)) {
    const { span } = topic;
    holder = topic;
    head = statements.find((other) => other.words.span.start >= span.start);
    below = topic.topics;
  }
  const within = holder?.span;
  if (!within) return false;
  return statements.every((other) => other.words === words || other === head || !contains(within, other.words.span));
}

function deletion({ text }: Note, { words, item }: Statement): Fix[] {
  const own = item?.span ?? words.span;
  const span = text.slice(words.span.end, own.end).trim() === "" ? wholeBlock(text, own) : undefined;
  return span ? [{ title: "Delete the template text", edits: [{ span, newText: "" }], safe: false }] : [];
}
