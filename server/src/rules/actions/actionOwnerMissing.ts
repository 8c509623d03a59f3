import { isEllipsis, isTemplateText } from "../../model/standIns";
import { hasActions } from "../concerns";
import { firstLineOf } from "../place";
import type { Rule } from "../rule";
import { formBefore, writePrefix } from "../turns/turnForm";
import { isBareName, isWithoutTask } from "./actionEmpty";

/** What the user types over; nobody is called so, and it stands there until somebody does. */
export const ownerPlaceholder = "Owner";

/** Reports an open action item that nobody owns. */
export const actionOwnerMissing: Rule<"action-owner-missing"> = {
  id: "action-owner-missing",
  summary: "An open action item does not say who will do it.",
  severity: "information",
  concerns: hasActions,
  *checkPassage({ text, actions }, { state, people, turnForm }) {
    if (state !== "written") return;
    for (const action of actions) {
      const { task, owners, isOwnedAbove, done } = action;
      if (owners.length > 0 || isOwnedAbove || done || isStandIn(task.text) || isBareName(text, people, task)) continue;
      if (isWithoutTask(text, people, action)) continue;
      const form = formBefore(task.text, ownerPlaceholder, turnForm);
      const newText = `${writePrefix(ownerPlaceholder, form)} `;
      const edits = [{ span: { start: task.span.start, end: task.span.start }, newText }];
      yield {
        at: firstLineOf(text, task.span),
        message: "Unexpected action item without an owner, expected the name of whoever will do it",
        fixes: [{ title: "Insert an owner", edits, safe: false, placeholder: ownerPlaceholder }],
      };
    }
  },
};

/** Whether the words stand where a task would: none at all, or one that is still to be written. */
function isStandIn(task: string): boolean {
  return none.test(task) || isTemplateText(task) || isEllipsis(task);
}

const none =
  /^[(*_]{0,3}(?:none|nothing|n\/a|no (?:(?:new|more|further|other|open|outstanding) )?(?:action items?|actions?|ais?|items?|tasks?))\b(?: (?:today|yet|so far|for now|this (?:time|week|month|meeting)))?[^\p{L}\p{N}]*$/iu;
