import { isDateLabel } from "../../model/dateField";
import type { Format } from "../../model/format";
import type { DateField, Note } from "../../model/note";
import { dateExists, type FoundDate, findDate } from "../../parse/date";
import type { FileDate } from "../../parse/fileDate";
import type { Problem, Rule } from "../rule";
import { type Day, dayOf, describeDay, isOneOfSeveral, isOtherDay, rewriteDate } from "./dateOnFile";

/** Forms of a date that stand in fields, whatever the form of the title's. */
const fieldForms = ["yyyy-MM-do", "yyyy/MM/do", "do MMMM, yyyy", "MMMM do, yyyy", "MMMM do"];

/** Reports a field such as `When:` whose date is not the meeting's. */
export const titleDateField: Rule<"title-date-field"> = {
  id: "title-date-field",
  summary: "The date behind a label such as When is not the one in the file's name or the title.",
  severity: "warning",
  looksAt: ({ dateField, table, title, state }) => [dateField, table, title, state],
  *check(note, format, { fileDate }) {
    if (note.state !== "written") return;
    for (const { value } of fieldsOf(note, format)) {
      // To a pattern for dates, the `T` of a time stamp is a letter of the day.
      const words = value.masked.replace(/(\d)T(?=\d)/g, "$1 ");
      const [first, inParentheses] = datesIn(words, value.span.start, format);
      // A time in another zone may fall on the day before or behind.
      if (first) yield* checkDay(note, first, fileDate, words !== value.masked);
      if (inParentheses) yield* checkDay(note, inParentheses, fileDate, true);
    }
  },
};

/** The first date of the words, and the first in the parentheses behind it: the same time for people elsewhere. */
function datesIn(words: string, offset: number, { title }: Format): (FoundDate | undefined)[] {
  const forms = [...title.dates, ...fieldForms];
  const open = words.indexOf("(");
  const end = open < 0 ? words.length : open;
  return [findDate(words.slice(0, end), offset, forms), findDate(words.slice(end), offset + end, forms)];
}

/** The first line with such a label, and rows of the attendee table. */
function fieldsOf({ dateField, table }: Note, format: Format): Pick<DateField, "value">[] {
  const rows = (table?.rows ?? []).filter(
    ({ kind, label }) => kind === "other" && isDateLabel(label.text.replace(/[*_]|:$/g, ""), format),
  );
  return [...(dateField ? [dateField] : []), ...rows.map(({ value }) => ({ value: { ...value, masked: value.text } }))];
}

function* checkDay(note: Note, date: FoundDate, file: FileDate, isZoned: boolean): Iterable<Problem> {
  const written = dayIn(date, note);
  const titled = dayIn(note.title?.date, note);
  const day = dayOf(file) ?? titled;
  if (!written) return;
  const isDoubtful = file.isDoubtful && dayOf(file) !== undefined;
  const isOther = day !== undefined && isOtherDay(date, day, isDoubtful) && !(isZoned && areNeighbours(written, day));
  const year = file.year ?? titled?.year;
  const isOtherYear = year !== undefined && date.year !== undefined && date.year.value !== year;
  if (!isOther && !isOtherYear) return;
  const meant = { ...(isOther ? day : written), year: year ?? written.year };
  const expected = describeDay(meant, date);
  const source = isOther && dayOf(file) ? "the file's name" : !isOther && file.year ? "the file's path" : "the title";
  yield {
    at: date.span,
    message: `Unexpected date "${note.text.slice(date.span.start, date.span.end)}", expected ${expected} as in ${source}`,
    fixes: [{ title: `Change the date to ${expected}`, edits: rewriteDate(date, meant), safe: false }],
  };
}

/** The one day that the date tells of; undefined for one that does not exist, and for one of several. */
function dayIn(date: FoundDate | undefined, { text }: Note): Day | undefined {
  if (!date || date.month.value === undefined || !dateExists(date) || isOneOfSeveral(text, date)) return undefined;
  return { year: date.year?.value, month: date.month.value, day: date.day.value };
}

function areNeighbours(first: Day, second: Day): boolean {
  const inYear = first.year ?? second.year ?? 2024;
  const [one, other] = [first, second].map(({ year, month, day }) => Date.UTC(year ?? inYear, month - 1, day));
  return Math.abs((one ?? 0) - (other ?? 0)) <= 86_400_000;
}
