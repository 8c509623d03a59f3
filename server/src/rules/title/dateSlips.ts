import { dateExists, type FoundDate, monthNames, weekdayNames, weekdayOf } from "../../parse/date";
import { countSlips } from "../../text/slips";

/** The month names that a word nearly is, all at the least distance (one slip, two from five letters on). */
export function monthsNearWord(word: string): string[] {
  const most = word.length < 5 ? 1 : 2;
  const near = [...monthNames("wide"), ...monthNames("abbreviated")]
    .map((name) => ({ name, distance: countSlips(word.toLowerCase(), name.toLowerCase(), most) }))
    .filter(({ distance }) => distance <= most);
  const least = Math.min(...near.map(({ distance }) => distance));
  return [...new Set(near.filter(({ distance }) => distance === least).map(({ name }) => name))];
}

/** The number, 1 to 12, of an English month name that is written in full or cut to three letters. */
export function monthNumber(name: string): number {
  return monthNames("abbreviated").indexOf(name.slice(0, 3)) + 1;
}

/** The days that a number no month has can mean: its digits swapped, or one typed twice. */
export function daysMeant(date: FoundDate): string[] {
  const digits = /^\d+/.exec(date.day.text)?.[0] ?? "";
  const [first, second] = digits;
  // A day that some month has was rather put into the wrong month.
  if (first === undefined || second === undefined || (date.day.value >= 1 && date.day.value <= 31)) return [];
  const readings = first === second ? [first] : [second + first];
  return readings.filter((reading) => isPossible(date, Number(reading)));
}

/** Whether the word is the weekday's name, in full or cut short. */
export function isWeekday(word: string, weekday: string): boolean {
  const lower = word.toLowerCase() === "weds" ? "wed" : word.toLowerCase();
  return lower.length >= 3 && weekday.toLowerCase().startsWith(lower);
}

/** Whether the word is any weekday's name, in full, cut short or with one slip. */
export function isNearWeekday(word: string): boolean {
  return weekdayNames("wide").some(
    (name) => isWeekday(word, name) || countSlips(word.toLowerCase(), name.toLowerCase(), 1) <= 1,
  );
}

function isPossible(date: FoundDate, value: number): boolean {
  const meant = { ...date, day: { ...date.day, value } };
  const weekday = weekdayOf(meant);
  const written = date.weekday && isNearWeekday(date.weekday.text) ? date.weekday.text : undefined;
  return dateExists(meant) && (!weekday || !written || isWeekday(written, weekday));
}
