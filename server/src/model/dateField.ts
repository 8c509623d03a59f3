import { shiftWords } from "../parse/shiftBlocks";
import { findTurnPrefix } from "../parse/turnPrefix";
import { shiftPart } from "../text/shift";
import type { DateField, Reading } from "./note";
import type { InPage } from "./pageFacts";

/** Labels of lines that tell when the meeting is held. */
const dateLabel = /^(?:(?:meeting )?dates?(?:\/time| (?:and|&) time)?|when)$/i;
/** Without such a start there is no label, which is soon seen. */
const maybeDateField = /^[*_]{0,2}(?:when|date|meeting date)/i;

/** Whether a label stands before the date of the meeting: `When`, `Meeting Date/Time`. */
export function isDateLabel(label: string): boolean {
  return dateLabel.test(label);
}

/** The lines on a page, above all sections, that tell when the meeting was held. */
export function dateFields(readings: readonly Reading[]): readonly InPage<DateField>[] {
  return readings.flatMap((reading, index) => dateFieldsIn(reading).map((thing) => ({ index, thing })));
}

/** The lines of a reading, above all sections, that tell when the meeting was held. */
export function dateFieldsIn({ statements, block }: Reading): DateField[] {
  // A heading may be such a line; what opens a section is no statement.
  const isHeading = block?.kind === "heading";
  const lines = isHeading ? [{ words: block.words, kind: "topic", section: undefined }] : statements;
  return lines.flatMap(({ words, section, kind }) => {
    if (section !== undefined || kind === "turn" || !maybeDateField.test(words.masked)) return [];
    const prefix = findTurnPrefix(words);
    if (prefix?.separator !== ":" || !isDateLabel(prefix.label.text)) return [];
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
