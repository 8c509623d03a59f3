import type { Position, Range, TextDocumentContentChangeEvent } from "vscode-languageserver";

/** An object's entries; none for what is no object. */
export function entriesOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** Whether it is a position, inside of a text or not. */
export function isPosition(value: unknown): value is Position {
  const { line, character } = entriesOf(value);
  return Number.isInteger(line) && Number.isInteger(character);
}

/** Whether it is a range, inside of a text or not; its end may stand before its start. */
export function isRange(value: unknown): value is Range {
  const { start, end } = entriesOf(value);
  return isPosition(start) && isPosition(end);
}

/** Whether it is a change of a text, or a whole new text. */
export function isContentChange(value: unknown): value is TextDocumentContentChangeEvent {
  const { text, range } = entriesOf(value);
  return typeof text === "string" && (range === undefined || isRange(range));
}
