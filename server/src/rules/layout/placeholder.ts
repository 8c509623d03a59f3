import type { Format } from "../../model/format";
import type { AttendeeRow, Note } from "../../model/note";
import { splitNames } from "../../model/readAttendees";
import { isTemplateText, mayStandIn } from "../../model/standIns";
import { comparable } from "../../text/compare";
import { letterPattern } from "../../text/letters";
import { rememberingOf } from "../../text/remembering";
import { type Part, trimPart } from "../../text/span";
import type { Rule } from "../rule";
import { deletionOf } from "./deletion";

/** Labels of fields in which even `TBD` is a gap. */
const fields = ["Date", "Time", "When", "Where", "Place", "Location"];
const peopleFields = ["Host", "Chair", "Moderator", "Presenter", "Facilitator"];

/** A heading that names people lists them. */
const fieldsOfHeadings: ReadonlySet<string> = new Set(fields.map(comparable));

const fieldsOf = rememberingOf(({ attendees }: Format): ReadonlySet<string> => {
  return new Set([...fields, ...peopleFields, ...attendees.attending, ...attendees.noteTaker].map(comparable));
});

/** In UTF-16 units; what is longer was written by somebody. */
const longest = 120;

/** Reports what a template held and nobody filled in. */
export const placeholder: Rule<"placeholder"> = {
  id: "placeholder",
  summary: "Text of the template is left in a written-up note.",
  severity: "warning",
  looksAt: ({ table, lists, state }) => [table, lists, state],
  *check(note) {
    if (note.state !== "written") return;
    const rows = (note.table?.rows ?? []).flatMap((row) => entriesOf(note, row));
    const listed = note.lists.flatMap(({ form, entries }) => (form === "row" ? [] : entries));
    for (const { span, text } of [...rows, ...listed]) {
      if (isTemplateText(text)) yield { at: span, message: messageFor(text) };
    }
  },
  concerns({ statements }, own) {
    return mayStandIn(own) || statements.some(({ isPlaceholder }) => isPlaceholder);
  },
  *checkPassage({ text, block, statements }, { state }, format) {
    if (state !== "written") return;
    // A heading that opens a section is no statement.
    if (block?.kind === "heading" && statements.length === 0) {
      const left = valueLeft(trimPart(text, block.words.span), fieldsOfHeadings);
      if (left) yield { at: left.span, message: messageFor(left.text) };
    }
    for (const statement of statements) {
      const whole = trimPart(text, statement.words.span);
      if (statement.isPlaceholder || (whole.text.length <= longest && isTemplateText(whole.text))) {
        const fixes = deletionOf(text, statement);
        yield { at: whole.span, message: messageFor(whole.text), unnecessary: true, fixes };
        continue;
      }
      for (const line of linesOf(whole)) {
        const left = valueLeft(line, fieldsOf(format));
        if (left) yield { at: left.span, message: messageFor(left.text) };
      }
    }
  },
};

function messageFor(text: string): string {
  return `Unexpected template text "${text}", expected it filled in or deleted`;
}

/** Fields may stand in the lines of one paragraph. */
function linesOf(whole: Part): readonly Part[] {
  if (!/[\r\n]/.test(whole.text)) return [whole];
  return [...whole.text.matchAll(/[^\r\n]+/g)].map(({ 0: text, index }) => {
    const start = whole.span.start + index;
    return { text, span: { start, end: start + text.length } };
  });
}

/** What a cell lists, or the whole cell where it lists nobody. */
function entriesOf({ text }: Note, { kind, value }: AttendeeRow): readonly Part[] {
  return kind === "other" ? [value] : splitNames(text, value.span);
}

const fieldIn = letterPattern(String.raw`^[*_]{0,2}([\p{L} -]{2,20}?)[*_]{0,2}:[*_]{0,2}\s*(\S.*)$`);

/** What a template left behind the label of a field. */
function valueLeft(line: Part, labels: ReadonlySet<string>): Part | undefined {
  if (line.text.length > longest) return undefined;
  const field = fieldIn(line.text).exec(line.text);
  const [, label, value = ""] = field ?? [];
  if (label === undefined || !labels.has(comparable(label))) return undefined;
  const left = isTemplateText(value) ? value : /\{[^{}\r\n]{1,40}\}/.exec(value)?.[0];
  if (left === undefined) return undefined;
  const start = line.span.end - value.length + value.indexOf(left);
  return { text: left, span: { start, end: start + left.length } };
}
