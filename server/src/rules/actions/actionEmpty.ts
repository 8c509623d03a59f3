import type { ActionItem, Note } from "../../model/note";
import { firstLineOf } from "../place";
import type { Rule } from "../rule";

/** Reports an action item that does not say what is to be done. */
export const actionEmpty: Rule<"action-empty"> = {
  id: "action-empty",
  summary: "An action item does not say what is to be done.",
  severity: "information",
  *check(note) {
    if (note.state !== "written") return;
    for (const action of note.actions) {
      if (action.section?.form?.role !== "actions" || !isWithoutTask(note, action)) continue;
      yield {
        at: firstLineOf(note.text, action.span),
        message: "Unexpected empty action item, expected what is to be done",
        unnecessary: action.owners.length === 0,
      };
    }
  },
};

/** Whether the item names no task, neither behind its owner nor below. */
export function isWithoutTask({ text }: Note, { task, words, span }: ActionItem): boolean {
  const isBare = task.text === "" || /^\[[ xX]?\]$/.test(task.text);
  return isBare && text.slice(words.span.end, span.end).trim() === "";
}
