import type { Title } from "../../model/note";
import { dateExists, daysInMonthOf, type FoundDate, weekdayOf } from "../../parse/date";
import type { Part, Span } from "../../text/span";
import type { Fix, Problem, Rule } from "../rule";
import { findDatePlaceholder } from "./datePlaceholder";
import { daysMeant, isNearWeekday, isWeekday, monthNumber, monthsNearWord } from "./dateSlips";
import { findMonthWithSlip, findShortYear } from "./halfDate";

/** Reports a title whose date is a placeholder or one that the calendar does not have. */
export const titleDate: Rule<"title-date"> = {
  id: "title-date",
  summary: "The date in the title is a placeholder, does not exist, or names the wrong weekday.",
  severity: "warning",
  looksAt: ({ title, state }) => [title, state],
  *check({ title, state }) {
    if (!title) return;
    if (state === "written") yield* checkPlaceholder(title);
    if (title.date) {
      yield* checkDate(title.date);
      yield* checkYear(title, title.date);
    } else yield* checkHalf(title.words);
  },
};

function* checkPlaceholder(title: Title): Iterable<Problem> {
  const found = findDatePlaceholder(title);
  if (found) yield { at: found.span, message: `Unexpected placeholder "${found.text}", expected the meeting's date` };
}

function* checkDate(written: FoundDate): Iterable<Problem> {
  const date = withMonthMeant(written);
  const { month, day, weekday } = date;
  if (written.month.value === undefined) {
    const near = monthsNearWord(month.text);
    if (near.length > 0) yield problem("month", month, near, "the name of a month");
  }
  if (month.value === undefined) return;
  const days = daysInMonthOf(date);
  if (days === undefined) {
    yield problem("month", month, [], "1 to 12");
  } else if (!dateExists(date)) {
    yield problem("day", day, daysMeant(date), `1 to ${days}`);
  }
  const expected = weekdayOf(date);
  if (!weekday || !expected || !isNearWeekday(weekday.text)) return;
  if (isWeekday(weekday.text, expected)) return;
  yield problem("weekday", weekday, [weekday.text.length > 4 ? expected : expected.slice(0, 3)], "");
}

/** What would be a date, but for a slip. */
function* checkHalf(words: Part): Iterable<Problem> {
  const month = findMonthWithSlip(words);
  if (month) yield problem("month", month, [month.meant], "");
  const year = findShortYear(words);
  if (year) yield problem("year", year, [], fourDigits);
}

const fourDigits = "the meeting's year in four digits";

/** Meetings of today, and of as long as anybody keeps notes. */
const plausibleYears = { first: 1900, last: 2099 };

function* checkYear({ words }: Title, { year, span }: FoundDate): Iterable<Problem> {
  const written = year ?? findOtherYear(words, span.end);
  if (!written) return;
  const value = Number(written.text);
  if (value >= plausibleYears.first && value <= plausibleYears.last) return;
  yield problem("year", written, [], fourDigits);
}

/** A number in the year's place behind a month and a day, too short or too long to be read as one: `August 08, 203`. */
function findOtherYear({ text, span }: Part, end: number): Slip | undefined {
  const behind = text.slice(end - span.start);
  const match =
    /^,?\s(\d{3}|\d{5,8})(?=$|\s[-–—|(]|[,:)])/.exec(behind) ?? /^,\s((?:19|20)\d)(?=\s\p{L})/u.exec(behind);
  if (!match?.[1]) return undefined;
  const start = end + match[0].length - match[1].length;
  return { text: match[1], span: { start, end: start + match[1].length } };
}

/** The date with the month that its word nearly is, so that day and weekday can be judged all the same. */
function withMonthMeant(date: FoundDate): FoundDate {
  const [only, ...others] = date.month.value === undefined ? monthsNearWord(date.month.text) : [];
  const value = only === undefined || others.length > 0 ? date.month.value : monthNumber(only);
  return value === undefined ? date : { ...date, month: { ...date.month, value } };
}

interface Slip {
  readonly text: string;
  readonly span: Span;
}

/** A problem with a fix where only one reading is possible. */
function problem(what: string, { text, span }: Slip, meant: readonly string[], otherwise: string): Problem {
  const [only, ...more] = meant;
  const isPlain = only !== undefined && more.length === 0;
  const fixes: Fix[] = isPlain
    ? [{ title: `Change the ${what} to "${only}"`, edits: [{ span, newText: only }], safe: false }]
    : [];
  return { at: span, message: `Unexpected ${what} "${text}", expected ${isPlain ? `"${only}"` : otherwise}`, fixes };
}
