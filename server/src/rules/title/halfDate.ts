import { monthNames } from "../../parse/date";
import { letterPattern } from "../../text/letters";
import { countSlips } from "../../text/slips";
import type { Part } from "../../text/span";
import { monthsNearWord } from "./dateSlips";

/**
 * The word before a day that is one slip from a month's name: `Macrh 5`. Where no year stands behind the day, such
 * words make no date, since most of them are no month.
 */
export function findMonthWithSlip({ text, span }: Part): (Part & { readonly meant: string }) | undefined {
  for (const { 0: match, index } of text.matchAll(wordAndDay)) {
    const [word = ""] = match.split(/[.\s]/, 1);
    const [only, ...others] = monthsNearWord(word).filter((name) => name.length > 4 && name[0] === word[0]);
    if (only === undefined || others.length > 0 || ordinaryWords.has(word) || countSlips(word, only, 1) > 1) continue;
    const start = span.start + index;
    return { text: word, span: { start, end: start + word.length }, meant: only };
  }
  return undefined;
}

const wordAndDay = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?(?![\p{L}\p{N}])/gu;

const ordinaryWords: ReadonlySet<string> = new Set(["Match", "Marsh"]);

/** The year of three digits behind a day and its month: `05 March, 202`. */
export function findShortYear({ text, span }: Part): Part | undefined {
  const match = dayMonthAndYear(text).exec(text);
  const year = match?.[1];
  if (!match || year === undefined) return undefined;
  const end = span.start + match.index + match[0].length;
  return { text: year, span: { start: end - year.length, end } };
}

const dayMonthAndYear = letterPattern(
  String.raw`(?<![\p{L}\p{N}])\d{1,2}(?:st|nd|rd|th)?\s(?:${monthNames("wide").join("|")}),?\s(\d{3})(?![\p{L}\p{N}])`,
);
