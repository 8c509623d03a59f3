import { isTemplateText } from "../layout/templateText";
import { firstLineOf } from "../place";
import type { Rule } from "../rule";
import { writePrefix } from "../turns/turnForm";
import { isWithoutTask } from "./actionEmpty";

/** What the user types over; it stands there until somebody does. */
const placeholder = "Owner";

/** Reports an open action item that nobody owns. */
export const actionOwnerMissing: Rule<"action-owner-missing"> = {
  id: "action-owner-missing",
  summary: "An open action item does not say who will do it.",
  severity: "information",
  *check(note) {
    if (note.state !== "written") return;
    for (const action of note.actions) {
      const { task, owners, done } = action;
      const isNone = /^(?:none|nothing|n\/a)\b[^\p{L}]*$/iu.test(task.text);
      if (owners.length > 0 || done || isNone || isTemplateText(task.text) || isWithoutTask(note, action)) continue;
      const newText = `${writePrefix(placeholder, note.turnForm)} `;
      const edits = [{ span: { start: task.span.start, end: task.span.start }, newText }];
      yield {
        at: firstLineOf(note.text, task.span),
        message: "Unexpected action item without an owner, expected the name of whoever will do it",
        fixes: [{ title: "Insert an owner", edits, safe: false, placeholder }],
      };
    }
  },
};
