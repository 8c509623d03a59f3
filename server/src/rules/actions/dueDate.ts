import { type FoundDate, findDate } from "../../parse/date";
import type { Part } from "../../text/span";

const forms = ["yyyy-MM-do", "yyyy/MM/do", "MMMM do, yyyy", "do MMMM, yyyy", "MMMM do", "do MMMM"];

/** The date that a due date names by month and day; undefined for another one, such as `Friday`. */
export function dueDateOf(due: Part): FoundDate | undefined {
  return findDate(due.text, due.span.start, forms);
}
