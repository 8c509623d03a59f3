import { getDaysInMonth, getISODay, isExists } from "date-fns";
import { enUS } from "date-fns/locale/en-US";
import { anyCase } from "../text/pattern";
import { remembering } from "../text/remembering";
import type { Part, Span } from "../text/span";

/** A date found in a text, part by part. */
export interface FoundDate {
  readonly span: Span;
  readonly weekday?: Part;
  /** Absent where the form has none. */
  readonly year?: Part & { readonly value: number };
  /** `value` is 1 to 12; absent where the word names no month. */
  readonly month: Part & { readonly value?: number };
  /** The number as written, 0 and 99 included; `text` has its ordinal ending too. */
  readonly day: Part & { readonly value: number };
}

/** Letters of words that may be meant for English ones; the class of all letters makes a pattern slow to compile. */
const letter = "A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F";

const patternOf: Readonly<Record<string, string>> = {
  // Any word of the weekdays' shape, so that one with a slip is found; the group's name is none.
  EEEE: `(?<weekday>[${letter}]{2,6}${anyCase("day|mon|tues?|weds?|thu|thurs?|fri|sat|sun")})`,
  MMMM: `(?<month>[${letter}]{3,9})\\.?`,
  MM: String.raw`(?<month>\d{1,2})`,
  do: `(?<day>\\d{1,2}(?:${anyCase("st|nd|rd|th")})?)`,
  yyyy: String.raw`(?<year>\d{4})`,
  ".": String.raw`\.`,
  ",": ",?",
  " ": String.raw`\s{1,3}`,
};

/**
 * The first date of one of the forms (Unicode date tokens EEEE, MMMM, MM, do, yyyy; forms in order of preference).
 * A word in the month's place that is no month is taken only where the form has a year:
 * `Spe 13, 2023` is a date with a slip, `Room 13` is none.
 */
export function findDate(text: string, offset: number, forms: readonly string[]): FoundDate | undefined {
  for (const form of forms) {
    if (!maybeOf(form, text)) continue;
    for (const match of text.matchAll(patternFor(form))) {
      const date = datePartsOf(match, offset);
      if (date && (date.month.value !== undefined || date.year)) return date;
    }
  }
  return undefined;
}

/** The weekday (English, full) of a date that exists; undefined for one that does not or has no year. */
export function weekdayOf(date: FoundDate): string | undefined {
  if (!dateExists(date) || !date.year || date.month.value === undefined) return undefined;
  const day = getISODay(new Date(date.year.value, date.month.value - 1, date.day.value));
  return enUS.localize.day((day % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6);
}

/** Whether the calendar has this date; a date without year is granted a leap year. */
export function dateExists(date: FoundDate): boolean {
  return date.month.value !== undefined && isExists(date.year?.value ?? 2024, date.month.value - 1, date.day.value);
}

/**
 * The date as `yyyy-MM-dd`, in its own year or else the given one; undefined for one that the calendar does not have,
 * or without a year.
 */
export function isoDateOf({ year, month, day }: FoundDate, otherwise = Number.NaN): string | undefined {
  const [inYear, inMonth] = [year?.value ?? otherwise, month.value ?? 0];
  if (!isExists(inYear, inMonth - 1, day.value)) return undefined;
  const written = [
    String(inYear).padStart(4, "0"),
    String(inMonth).padStart(2, "0"),
    String(day.value).padStart(2, "0"),
  ];
  return written.join("-");
}

/** How many days the date's month has, 28 to 31; undefined where the month is no month. */
export function daysInMonthOf(date: FoundDate): number | undefined {
  if (date.month.value === undefined || date.month.value > 12 || date.month.value < 1) return undefined;
  return getDaysInMonth(new Date(date.year?.value ?? 2024, date.month.value - 1));
}

/** The English month names, January first, in full or cut to three letters. */
export function monthNames(width: "wide" | "abbreviated"): string[] {
  return ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const).map((month) => enUS.localize.month(month, { width }));
}

/** The English weekday names, Sunday first, in full or cut to three letters. */
export function weekdayNames(width: "wide" | "abbreviated"): string[] {
  return ([0, 1, 2, 3, 4, 5, 6] as const).map((day) => enUS.localize.day(day, { width }));
}

/** Whether the text has what a date of the form cannot do without; a pattern takes longer to see that. */
function maybeOf(form: string, text: string): boolean {
  if (form.includes("yyyy") && !/\d{4}/.test(text)) return false;
  if (form.includes("EEEE") && !/day|mon|tue|wed|thu|fri|sat|sun/i.test(text)) return false;
  return /\d/.test(text) && ["-", "/", "."].every((mark) => !form.includes(mark) || text.includes(mark));
}

/** Made once for each form: there are few, and a pattern takes longer to make than to run. */
const patternFor = remembering(100, (form: string): RegExp => {
  const pattern = form.replace(/EEEE|MMMM|MM|do|yyyy|[.,/ ]/g, (token) => patternOf[token] ?? token);
  return new RegExp(String.raw`(?<![${letter}\d])${pattern}(?![${letter}\d])`, "gd");
});

function datePartsOf(match: RegExpMatchArray, offset: number): FoundDate | undefined {
  const start = offset + (match.index ?? 0);
  const part = (name: string): Part | undefined => {
    const text = match.groups?.[name];
    const place = match.indices?.groups?.[name];
    return text && place ? { text, span: { start: offset + place[0], end: offset + place[1] } } : undefined;
  };
  const [weekday, year, month, day] = [part("weekday"), part("year"), part("month"), part("day")];
  if (!month || !day) return undefined;
  const value = monthValue(month.text);
  return {
    span: { start, end: start + match[0].length },
    ...(weekday && { weekday }),
    ...(year && { year: { ...year, value: Number(year.text) } }),
    month: { ...month, ...(value !== undefined && { value }) },
    day: { ...day, value: Number.parseInt(day.text, 10) },
  };
}

function monthValue(text: string): number | undefined {
  return /^\d/.test(text) ? Number(text) : monthNumberOf(text);
}

/** The number, 1 to 12, of an English month name in full or cut short, in any case; undefined for another word. */
export function monthNumberOf(name: string): number | undefined {
  return monthsByName.get(name.toLowerCase());
}

const monthsByName: ReadonlyMap<string, number> = new Map([
  ["sept", 9],
  ...[...monthNames("wide").entries(), ...monthNames("abbreviated").entries()].map(
    ([index, name]) => [name.toLowerCase(), index + 1] as const,
  ),
]);
