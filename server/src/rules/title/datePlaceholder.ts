import type { Title } from "../../model/note";
import { monthNames } from "../../parse/date";
import { letterPattern } from "../../text/letters";
import type { Part } from "../../text/span";

const month = `(?:MMMM?|Month|${[...monthNames("wide"), ...monthNames("abbreviated")].join("|")})`;
const day = "(?:DD|XX|NN)(?:th)?";
const year = String.raw`(?:YYYY|\d{4})`;

const forms = [
  String.raw`\{[^{}\r\n]{1,30}\}(?:[\s,./-]{0,3}\{[^{}\r\n]{1,30}\}){0,5}`,
  String.raw`(?:YYYY|20XX|\d{4})[-/.](?:MM|XX)[-/.](?:DD|XX)`,
  String.raw`(?:MM|XX)[-/.](?:DD|XX)[-/.](?:YYYY|YY|\d{4})`,
  String.raw`(?:DD|XX)[-/.](?:MM|XX)[-/.](?:YYYY|YY|\d{4})`,
  String.raw`${month}\.?\s${day}(?:,?\s${year})?`,
  String.raw`${day}\s${month}(?:,?\s${year})?`,
];
const patternFor = letterPattern(String.raw`(?<![\p{L}\p{N}])(?:${forms.join("|")})(?![\p{L}\p{N}])`);

// `TBD` by itself, or set off from the group's name; within a name it may belong to that.
const standIn = /^(?:TBD|TBA|TODO)(?=$|:|\s[-–—|(]|\s?,)|(?<=[-–—|:,]\s|\()(?:TBD|TBA|TODO)(?=\)?$)/u;

/** Without any of these there is none, which is soon seen. */
const maybePlaceholder = /\{|XX|DD|NN|MM|YY|Month|TB[DA]|TODO/;

/** What a template holds in the place of a date: `{month} {day}`, `MMM DD, YYYY`, `YYYY-MM-DD`, `May XX`, `TBD`. */
export function findDatePlaceholder({ words, date }: Title): Part | undefined {
  if (!maybePlaceholder.test(words.text)) return undefined;
  const match = patternFor(words.text).exec(words.text) ?? (date ? null : standIn.exec(words.text));
  if (!match) return undefined;
  const start = words.span.start + match.index;
  return { text: match[0], span: { start, end: start + match[0].length } };
}
