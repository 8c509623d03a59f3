import { type FoundDate, monthNames, weekdayOf } from "../../parse/date";
import type { FileDate } from "../../parse/fileDate";
import type { Edit } from "../../text/edit";
import { letterTest } from "../../text/letters";

/** A day, or what is known of it. */
export interface Day {
  readonly year: number | undefined;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** The day that a path tells of, if it tells of one. */
export function dayOf({ year, month, day }: FileDate): Day | undefined {
  return month === undefined || day === undefined ? undefined : { year, month, day };
}

/** Whether a date is of another day or month; years are not compared. `isDoubtful`: the two may have changed places. */
export function isOtherDay({ month, day }: FoundDate, meant: Day, isDoubtful: boolean): boolean {
  if (month.value === undefined) return false;
  const isSame = month.value === meant.month && day.value === meant.day;
  return !isSame && !(isDoubtful && month.value === meant.day && day.value === meant.month);
}

/** Whether the words beside the date make it one of several, or the end of a span of days. */
export function isOneOfSeveral(text: string, { span }: FoundDate): boolean {
  return (
    endsInFrom(text.slice(Math.max(0, span.start - reach), span.start)) ||
    startsWithTo(text.slice(span.end, span.end + reach))
  );
}

/** In UTF-16 units. */
const reach = 40;
const link = "(?:[-–—/&+]|to|and|through)";
const ordinal = "(?:st|nd|rd|th)?";
const endsInFrom = letterTest(String.raw`\d${ordinal}(?:,?\s[\p{L}]{3,9}\.?)?(?:,?\s\d{4})?,?\s?${link}\s?$`);
const startsWithTo = letterTest(String.raw`^,?\s?${link}\s?(?:[\p{L}]{3,9}\.?\s)?\d{1,2}${ordinal}(?![\p{L}\p{N}:])`);

/** The day as `March 5, 2024`, to be written where `date` is; without a year where that has none. */
export function describeDay({ year, month, day }: Day, date: FoundDate): string {
  return `${monthNames("wide")[month - 1]} ${day}${date.year && year !== undefined ? `, ${year}` : ""}`;
}

/** What makes the date that of the day, in the way in which it is written; parts that it does not have stay away. */
export function rewriteDate(date: FoundDate, meant: Day): Edit[] {
  const parts = [
    { part: date.month, newText: monthLike(date.month.text, meant.month) },
    { part: date.day, newText: dayLike(date.day.text, meant.day, /^\d\d$/.test(date.month.text)) },
    { part: date.year, newText: String(meant.year ?? date.year?.text ?? "") },
    { part: date.weekday, newText: weekdayLike(date, meant) },
  ];
  return parts.flatMap(({ part, newText }) => {
    return part && newText !== undefined && part.text !== newText ? [{ span: part.span, newText }] : [];
  });
}

function monthLike(written: string, month: number): string {
  if (/^\d/.test(written)) return String(month).padStart(written.length, "0");
  const isShort = written.length < 5 && !monthNames("wide").includes(written);
  return monthNames(isShort ? "abbreviated" : "wide")[month - 1] ?? written;
}

function dayLike(written: string, day: number, isPadded: boolean): string {
  const [, ending = ""] = /^\d+(\D*)$/.exec(written) ?? [];
  const width = isPadded || written.startsWith("0") ? 2 : 1;
  return String(day).padStart(width, "0") + (ending && ordinalOf(day));
}

function ordinalOf(day: number): string {
  const isTeen = day > 10 && day < 14;
  return (isTeen ? undefined : [undefined, "st", "nd", "rd"][day % 10]) ?? "th";
}

function weekdayLike({ weekday, year, month, day, span }: FoundDate, meant: Day): string | undefined {
  const inYear = meant.year ?? year?.value;
  if (!weekday || inYear === undefined) return undefined;
  const full = weekdayOf({
    span,
    year: { span, text: "", value: inYear },
    month: { ...month, value: meant.month },
    day: { ...day, value: meant.day },
  });
  return weekday.text.length > 4 ? full : full?.slice(0, 3);
}
