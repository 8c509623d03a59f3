import type { ActionItem, Note } from "../../model/note";
import { firstLineOf, wholeBlock } from "../place";
import type { Fix, Rule } from "../rule";

/** Reports an action item that stands in the list twice. */
export const actionDuplicate: Rule<"action-duplicate"> = {
  id: "action-duplicate",
  summary: "An action item is listed twice.",
  severity: "hint",
  *check(note) {
    const listed = new Map<string, SameTask>();
    for (const action of note.actions) {
      if (action.section !== "actions") continue;
      const { key } = action.said;
      // A single word, such as `Follow-up`, may be said of two things.
      if (!key.includes(" ")) continue;
      const same = listed.get(key) ?? new SameTask();
      const first = same.firstLike(action);
      same.add(action);
      listed.set(key, same);
      if (!first) continue;
      yield {
        at: firstLineOf(note.text, action.task.span),
        message: `Unexpected second action item "${firstLine(action.task.text)}", expected it once`,
        related: [{ at: firstLineOf(note.text, first.task.span), message: "The first of them" }],
        get fixes() {
          return deletion(note, first, action);
        },
      };
    }
  },
};

/** The items of one task, in their order; found by their owners, since there may be thousands. */
class SameTask {
  #first: ActionItem | undefined;
  readonly #byOwners = new Map<string, ActionItem>();

  /** The first item whose owners are the same, or where one of the two has none. */
  firstLike({ said: { ownersKey: owners } }: ActionItem): ActionItem | undefined {
    if (owners === "") return this.#first;
    const [owned, free] = [this.#byOwners.get(owners), this.#byOwners.get("")];
    return owned && free ? (owned.span.start < free.span.start ? owned : free) : (owned ?? free);
  }

  add(action: ActionItem): void {
    const { ownersKey } = action.said;
    this.#first ??= action;
    if (!this.#byOwners.has(ownersKey)) this.#byOwners.set(ownersKey, action);
  }
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
