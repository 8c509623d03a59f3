import type { Format } from "../../model/format";
import type { AttendeeRow, Note } from "../../model/note";
import { splitNames } from "../../model/readAttendees";
import { isTemplateText } from "../../model/standIns";
import { comparable } from "../../text/compare";
import { rememberingOf } from "../../text/remembering";
import { type Part, trimPart } from "../../text/span";
import type { Rule } from "../rule";
import { deletionOf } from "./deletion";

/** Labels of fields in which even `TBD` is a gap. */
const fields = [
  "Date",
  "Time",
  "When",
  "Where",
  "Place",
  "Location",
  "Host",
  "Chair",
  "Moderator",
  "Presenter",
  "Facilitator",
];

const fieldsOf = rememberingOf(({ attendees }: Format): ReadonlySet<string> => {
  return new Set([...fields, ...attendees.attending, ...attendees.noteTaker].map(comparable));
});

/** In UTF-16 units; what is longer was written by somebody. */
const longest = 120;

/** Reports what a template held and nobody filled in. */
export const placeholder: Rule<"placeholder"> = {
  id: "placeholder",
  summary: "Text of the template is left in a written-up note.",
  severity: "warning",
  *check(note) {
    if (note.state !== "written") return;
    const rows = (note.table?.rows ?? []).flatMap((row) => entriesOf(note, row));
    const listed = note.lists.flatMap(({ form, entries }) => (form === "row" ? [] : entries));
    for (const { span, text } of [...rows, ...listed]) {
      if (isTemplateText(text)) yield { at: span, message: messageFor(text) };
    }
  },
  *checkPassage({ text, statements }, { state }, format) {
    if (state !== "written") return;
    for (const statement of statements) {
      const whole = trimPart(text, statement.words.span);
      const left = templatePart(whole, format);
      if (!left) continue;
      yield {
        at: left.span,
        message: messageFor(left.text),
        unnecessary: left === whole,
        fixes: left === whole ? deletionOf(text, statement) : [],
      };
    }
  },
};

function messageFor(text: string): string {
  return `Unexpected template text "${text}", expected it filled in or deleted`;
}

/** What a cell lists, or the whole cell where it lists nobody. */
function entriesOf({ text }: Note, { kind, value }: AttendeeRow): readonly Part[] {
  return kind === "other" ? [value] : splitNames(text, value.span);
}

/** The whole words, or what stands behind the label of a field. */
function templatePart(whole: Part, format: Format): Part | undefined {
  if (whole.text.length > longest) return undefined;
  if (isTemplateText(whole.text)) return whole;
  const field = /^[*_]{0,2}([\p{L} -]{2,20}?)[*_]{0,2}:[*_]{0,2}\s*(\S.*)$/u.exec(whole.text);
  const [, label, value = ""] = field ?? [];
  if (label === undefined || !fieldsOf(format).has(comparable(label))) return undefined;
  const left = isTemplateText(value) ? value : /\{[^{}\r\n]{1,40}\}/.exec(value)?.[0];
  if (left === undefined) return undefined;
  const start = whole.span.end - value.length + value.indexOf(left);
  return { text: left, span: { start, end: start + left.length } };
}
