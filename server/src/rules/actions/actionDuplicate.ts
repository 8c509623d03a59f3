import type { ActionItem, Note } from "../../model/note";
import { comparable } from "../../text/compare";
import { firstLineOf, wholeBlock } from "../place";
import type { Fix, Rule } from "../rule";
import { taskKey } from "./actionTask";

/** Reports an action item that stands in the list twice. */
export const actionDuplicate: Rule<"action-duplicate"> = {
  id: "action-duplicate",
  summary: "An action item is listed twice.",
  severity: "hint",
  *check(note) {
    const listed = new Map<string, ActionItem[]>();
    for (const action of note.actions) {
      if (action.section !== "actions") continue;
      const key = taskKey(action);
      // A single word, such as `Follow-up`, may be said of two things.
      if (!key.includes(" ")) continue;
      const others = listed.get(key) ?? [];
      const first = others.find((other) => mayBeOne(other, action));
      listed.set(key, [...others, action]);
      if (!first) continue;
      yield {
        at: firstLineOf(note.text, action.task.span),
        message: `Unexpected second action item "${firstLine(action.task.text)}", expected it once`,
        related: [{ at: firstLineOf(note.text, first.task.span), message: "The first of them" }],
        fixes: deletion(note, first, action),
      };
    }
  },
};

/** Whether the owners are the same, or one of the items has none. */
function mayBeOne(first: ActionItem, second: ActionItem): boolean {
  const [some, others] = [ownersOf(first), ownersOf(second)];
  return some === "" || others === "" || some === others;
}

function ownersOf({ owners }: ActionItem): string {
  const names = owners.map(({ who, label }) => comparable(who.kind === "one" ? who.person.name : label.text));
  return names.sort().join(", ");
}

/** Only where nothing is lost: no owner, no mark that it is done, nothing below it. */
function deletion({ text }: Note, first: ActionItem, second: ActionItem): Fix[] {
  const isLossless = first.done === second.done && (second.owners.length === 0 || first.owners.length > 0);
  if (!isLossless || text.slice(second.words.span.end, second.span.end).trim() !== "") return [];
  const span = wholeBlock(text, second.span);
  return span ? [{ title: "Delete the second", edits: [{ span, newText: "" }], safe: false }] : [];
}

function firstLine(text: string): string {
  return /^[^\r\n]*/.exec(text)?.[0].trimEnd() ?? "";
}
