import { comparable } from "../../text/compare";
import type { Fix, Rule } from "../rule";
import { ownerPlaceholder } from "./actionOwnerMissing";

/** Reports the owner of an action item whom nobody in the note answers to, once for each name. */
export const actionOwnerUnknown: Rule<"action-owner-unknown"> = {
  id: "action-owner-unknown",
  summary: "The owner of an action item is nobody whom the note names.",
  severity: "hint",
  *check(note) {
    const speaking = note.strangers.flatMap(({ keys }) => keys);
    const reported = new Set([...speaking, comparable(ownerPlaceholder)]);
    for (const { label, who } of note.unclearOwners) {
      const key = comparable(label.text);
      if (reported.has(key)) continue;
      reported.add(key);
      const near = who.kind === "near miss" ? who.name : undefined;
      const fixes: Fix[] = near
        ? [{ title: `Change to "${near}"`, edits: [{ span: label.span, newText: near }], safe: false }]
        : [];
      const expected = near ? `"${near}"` : "somebody whom the note names";
      yield { at: label.span, message: `Unexpected owner "${label.text}", expected ${expected}`, fixes };
    }
  },
};
