import { shiftWords } from "../parse/shiftBlocks";
import { findTurnPrefix } from "../parse/turnPrefix";
import { comparable, comparableNames } from "../text/compare";
import { rememberingOf } from "../text/remembering";
import { shiftPart } from "../text/shift";
import type { Format } from "./format";
import type { DateField, Reading } from "./note";
import { type InPage, inPage } from "./pageFacts";
import type { PageFact } from "./pages";

/** Whether a label stands before the date of the meeting: `When`, `Meeting Date/Time`. */
export function isDateLabel(label: string, { title }: Format): boolean {
  return comparableNames(title.fields).has(comparable(label));
}

/** Finds the lines on a page, above all sections, that tell when the meeting was held. */
export const dateFieldsFor = rememberingOf((format: Format): PageFact<Reading, readonly InPage<DateField>[]> => {
  return (readings) =>
    inPage(readings, (reading) => labelledLines(reading).filter(({ label }) => isDateLabel(label.text, format)));
});

const none: readonly DateField[] = [];

/** Without such a start there is no label, which is soon seen. */
const maybeLabelled = /^[^:\n]{1,60}:/;

/** The lines of a reading, above all sections, that tell something behind a label. */
export function labelledLines({ statements, block }: Reading): readonly DateField[] {
  // A heading may be such a line; what opens a section is no statement.
  const isHeading = block?.kind === "heading";
  // The statements of a passage stand in one section.
  if (!isHeading && statements[0]?.section !== undefined) return none;
  const lines = isHeading ? [{ words: block.words, kind: "topic", section: undefined }] : statements;
  return lines.flatMap(({ words, section, kind }) => {
    if (section !== undefined || kind === "turn" || !maybeLabelled.test(words.masked)) return [];
    const prefix = findTurnPrefix(words);
    if (prefix?.separator !== ":") return [];
    const { label, span } = prefix;
    const value = {
      span: { start: span.end, end: words.span.end },
      masked: words.masked.slice(span.end - words.span.start),
    };
    return [{ label, value }];
  });
}

/** The field as it stands `offset` characters further on. */
export function shiftDateField({ label, value }: DateField, offset: number): DateField {
  return { label: shiftPart(label, offset), value: shiftWords(value, offset) };
}
