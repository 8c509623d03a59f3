import { type FoundDate, findDate } from "../../../server/src/parse/date";
import type { RuleId } from "../../../server/src/rules/index";
import { type CleanNote, type Defect, mark, misspell, type Planters } from "./plant";

/** Defects of the title and of the meeting's date. */
export const titlePlanters: Planters<Extract<RuleId, `title-${string}`>> = {
  "title-missing": {
    "no heading above the first section": withoutTitle,
  },
  "title-date": {
    "a placeholder": (clean) => withDate(clean, "YYYY-MM-DD"),
    "a placeholder in braces": (clean) => withDate(clean, "{date}"),
    "a day with its digits swapped": (clean) => {
      return withDay(clean, /^(?:0[4-9]|1[4-9]|2[4-9]|[12]3)$/, (digits) => digits.charAt(1) + digits.charAt(0));
    },
    "a day typed twice": (clean) => withDay(clean, /^[4-9]$/, (digits) => digits + digits),
    "a month with a slip": (clean) => {
      const month = clean.note.title?.date?.month;
      const slip = month && month.text.length > 4 ? misspell(month.text) : undefined;
      return month && slip ? { marked: clean.with([month.span, mark(slip)]), restored: "one" } : undefined;
    },
    "another weekday": (clean) => {
      const weekday = clean.note.title?.date?.weekday;
      if (!weekday) return undefined;
      const other = (weekday.text.startsWith("Sun") ? "Monday" : "Sunday").slice(0, weekday.text.length < 5 ? 3 : 6);
      return { marked: clean.with([weekday.span, mark(other)]), restored: "one" };
    },
    "a year cut short": (clean) => {
      const year = clean.note.title?.date?.year;
      const isLast = year && clean.note.title?.date?.span.end === year.span.end;
      return year && isLast ? { marked: clean.with([year.span, mark(year.text.slice(0, 3))]) } : undefined;
    },
  },
  "title-date-filename": {
    "the day of another meeting": (clean) => {
      const { date } = clean.note.title ?? {};
      // Another day would be another weekday.
      const path = date && !date.weekday ? pathOn(clean, date) : undefined;
      return date && path !== undefined ? { ...onOtherDay(clean, date), path, restored: "one" } : undefined;
    },
  },
  "title-date-field": {
    "the day of another meeting": (clean) => {
      const { dateField, title, table } = clean.note;
      const row = table?.rows.find(({ label }) => /date/i.test(label.text));
      const { span } = dateField?.value ?? row?.value ?? {};
      const written = span && dateIn.exec(clean.slice(span));
      if (!span || !written) return undefined;
      const start = span.start + written.index;
      const [whole] = written;
      const digits = /(?<=[-/]\d\d[-/])\d\d|(?<![-/\d])\d{1,2}(?:st|nd|rd|th)?(?![-/\d])/.exec(whole);
      if (!digits) return undefined;
      const other = nextDay(digits[0]);
      const ofOther = whole.slice(0, digits.index) + other + whole.slice(digits.index + digits[0].length);
      const marked = clean.with([{ start, end: start + whole.length }, mark(ofOther)]);
      const path = title?.date ? clean.path : pathOn(clean, findDate(whole, 0, clean.format.title.dates));
      return path === undefined ? undefined : { marked, restored: "one", path };
    },
  },
  "title-year": {
    "the year before": (clean) => {
      const { date } = clean.note.title ?? {};
      const path = date?.year && !date.weekday ? pathOn(clean, date) : undefined;
      if (!date?.year || path === undefined) return undefined;
      return { marked: clean.with([date.year.span, mark(String(date.year.value - 1))]), restored: "one", path };
    },
  },
};

/** All headings above the first section that the form knows, and above what is listed or said. */
function withoutTitle(clean: CleanNote): Defect | undefined {
  const { note } = clean;
  if (!note.title) return undefined;
  const first = Math.min(
    ...note.sections.flatMap(({ form, head }) => (form ? [head.start] : [])),
    ...note.lists.map(({ span }) => span.start),
    ...(note.table ? [note.table.span.start] : []),
  );
  const levelAt = (start: number) => /^#*/.exec(clean.text.slice(start))?.[0].length ?? 0;
  const above = note.headings.filter(({ start }) => {
    return clean.line(start).end < first && clean.format.title.levels.includes(levelAt(start));
  });
  const puts = above.map(({ start }) => [{ start, end: clean.line(start).end + 1 }, ""] as const);
  const bare = clean.with(...puts);
  const body = /^---\n[\s\S]*?\n---\n/.exec(bare)?.[0].length ?? 0;
  const top = body + bare.slice(body).search(/\S/);
  const end = bare.indexOf("\n", top);
  // The next heading of a title's level would be taken for it, if it is no section's.
  const next = note.headings[above.length];
  const isSection = note.sections.some(({ form, head }) => form && head.start === next?.start);
  const level = next ? levelAt(next.start) : 0;
  if (!isSection && clean.format.title.levels.includes(level)) return undefined;
  return { marked: bare.slice(0, top) + mark(bare.slice(top, end)) + bare.slice(end), isNamed: true };
}

function withDate(clean: CleanNote, placeholder: string): Defect | undefined {
  const date = clean.note.title?.date;
  return date && { marked: clean.with([date.span, mark(placeholder)]), isNamed: true };
}

/** The day as it would not be in any month, where its digits are such that it is clear what was meant. */
function withDay(clean: CleanNote, clear: RegExp, spoil: (digits: string) => string): Defect | undefined {
  const date = clean.note.title?.date;
  const [digits = "", ending = ""] = date ? [/^\d+/.exec(date.day.text)?.[0], date.day.text.replace(/^\d+/, "")] : [];
  if (!date || ending !== "" || !clear.test(digits)) return undefined;
  return { marked: clean.with([date.day.span, mark(spoil(digits))]), restored: "one" };
}

function onOtherDay(clean: CleanNote, { span, day }: FoundDate): Pick<Defect, "marked"> {
  const written = clean.slice(span);
  const at = day.span.start - span.start;
  const ofOther = written.slice(0, at) + nextDay(day.text) + written.slice(at + day.text.length);
  return { marked: clean.with([span, mark(ofOther)]) };
}

/** Another day of the same month, written alike: `7` for `5`, `07` for `05`. */
function nextDay(day: string): string {
  const digits = /^\d+/.exec(day)?.[0] ?? "";
  if (digits !== day) return day === "14th" ? "15th" : "14th";
  const other = Number(digits) > 20 ? Number(digits) - 2 : Number(digits) + 2;
  return String(other).padStart(digits.length, "0");
}

const dateIn =
  /\d{4}\/\d{2}\/\d{2}|(?:\w+day,? )?(?:\d{4}-\d{2}-\d{2}|[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?|\d{1,2} [A-Z][a-z]+,? \d{4})/;

/** A file whose name tells the date. */
function pathOn({ path }: CleanNote, date: FoundDate | undefined): string | undefined {
  if (!date) return undefined;
  const [year, month, day] = [date.year?.value ?? 2024, date.month.value, date.day.value];
  return path.replace(/[^/]*$/, `${[year, month, day].map((part) => String(part).padStart(2, "0")).join("-")}.md`);
}
