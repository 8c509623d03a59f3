import { dateExists, daysInMonthOf } from "../../parse/date";
import { hasActions } from "../concerns";
import type { Rule } from "../rule";
import { daysMeant } from "../title/dateSlips";
import { dueDateOf } from "./dueDate";

/** Reports a due date that the calendar does not have. */
export const actionDueInvalid: Rule<"action-due-invalid"> = {
  id: "action-due-invalid",
  summary: "An action item is due on a date that the calendar does not have.",
  severity: "warning",
  concerns: hasActions,
  *checkPassage({ actions }, { state }) {
    if (state !== "written") return;
    for (const { due } of actions) {
      const date = due && dueDateOf(due);
      if (!date || dateExists(date)) continue;
      const days = daysInMonthOf(date);
      if (days === undefined) {
        yield { at: date.month.span, message: `Unexpected month "${date.month.text}", expected 1 to 12` };
        continue;
      }
      const { span, text } = date.day;
      const [only, ...more] = daysMeant(date);
      const isPlain = only !== undefined && more.length === 0;
      yield {
        at: span,
        message: `Unexpected day "${text}", expected ${isPlain ? `"${only}"` : `1 to ${days}`}`,
        fixes: isPlain ? [{ title: `Change the day to "${only}"`, edits: [{ span, newText: only }], safe: false }] : [],
      };
    }
  },
};
