import type { AttendeeTable, Note } from "../../model/note";
import type { Edit } from "../../text/edit";
import { LineIndex, lineEnding } from "../../text/lines";
import { trimEnd } from "../../text/trim";
import { writeTable } from "./writeTable";

/** The table written anew; undefined where that would lose a word. */
export function rebuildTable({ text }: Note, { span, rows }: AttendeeTable): Edit | undefined {
  const ending = lineEnding(text);
  const cells = rows.map(({ label, value }): [string, string] => [label.text, joinCells(value.text)]);
  const table = writeTable(cells, ending);
  if (wordsOf(table) !== wordsOf(text.slice(span.start, span.end))) return undefined;
  const lines = new LineIndex(text);
  const isBlank = (line: number) => {
    const { start, end } = lines.lineSpan(line);
    return line < 0 || line >= lines.lineCount || text.slice(start, end).trim() === "";
  };
  const before = isBlank(lines.lineAt(span.start) - 1) ? "" : ending;
  const behind = isBlank(lines.lineAt(span.end) + 1) ? "" : ending;
  return { span, newText: before + table + behind };
}

/** Names in cells of their own become a list, in one line. */
function joinCells(value: string): string {
  const cells = value.split(/(?<!\\)\|/).map((cell) => trimEnd(inOneLine(cell), " \t,"));
  return cells.filter((cell) => cell !== "").join(", ");
}

function inOneLine(text: string): string {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}

function wordsOf(text: string): string {
  return (text.replace(/^[ \t]*(?:```|~~~).*$/gm, "").match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(" ");
}
