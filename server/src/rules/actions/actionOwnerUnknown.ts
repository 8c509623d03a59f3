import type { Speaker } from "../../model/note";
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
    const known = new Set([...speaking, comparable(ownerPlaceholder)]);
    const unknown = new Map<string, [Speaker, ...Speaker[]]>();
    for (const owner of note.unclearOwners) {
      const key = comparable(owner.label.text);
      if (known.has(key)) continue;
      const same = unknown.get(key);
      if (same) same.push(owner);
      else unknown.set(key, [owner]);
    }
    for (const owners of unknown.values()) {
      const [{ label, who }] = owners;
      const near = who.kind === "near miss" ? who.name : undefined;
      const expected = near ? `"${near}"` : "somebody whom the note names";
      const fixes = near ? [changeOwners(owners, near)] : [];
      yield { at: label.span, message: `Unexpected owner "${label.text}", expected ${expected}`, fixes };
    }
  },
};

function changeOwners(owners: readonly Speaker[], name: string): Fix {
  const items = owners.length === 1 ? "" : ` in ${owners.length} items`;
  const edits = owners.map(({ label }) => ({ span: label.span, newText: name }));
  return { title: `Change to "${name}"${items}`, edits, safe: false };
}
