import { isoDateOf } from "../../parse/date";
import { hasActions } from "../concerns";
import type { Rule } from "../rule";
import { dueDateOf } from "./dueDate";

/** Reports an open action item whose due date is past; silent where nobody says which day it is. */
export const actionOverdue: Rule<"action-overdue"> = {
  id: "action-overdue",
  summary: "An open action item was due before today.",
  severity: "off",
  concerns: hasActions,
  *checkPassage({ actions }, { state, heldOn, today }) {
    if (state !== "written" || today === undefined) return;
    for (const { due, done } of actions) {
      const date = due && !done ? dueDateOf(due) : undefined;
      const day = date && (isoDateOf(date) ?? firstSince(heldOn, isoDateOf(date, Number(heldOn?.slice(0, 4)))));
      if (!due || !day || day >= today) continue;
      yield { at: due.span, message: `Unexpected open action item that was due on ${day}, expected it done` };
    }
  },
};

/** A day without a year is one behind the meeting. */
function firstSince(heldOn: string | undefined, day: string | undefined): string | undefined {
  if (heldOn === undefined || day === undefined) return undefined;
  return day < heldOn ? `${Number(day.slice(0, 4)) + 1}${day.slice(4)}` : day;
}
