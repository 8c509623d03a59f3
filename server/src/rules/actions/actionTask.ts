import type { ActionItem } from "../../model/note";
import { comparable } from "../../text/compare";
import { wordsOf } from "../../text/letters";

/** The words of the item's task that say something, in comparable form: none of up to three letters, no owner's. */
export function tellingWords({ task, owners }: ActionItem): ReadonlySet<string> {
  const names = new Set(owners.flatMap(({ label }) => wordsIn(label.text)));
  return new Set(wordsIn(task.text).filter((word) => word.length > 3 && !names.has(word)));
}

/** The task without the owners in it, marks and case, to tell whether two items are one. */
export function taskKey({ task, owners }: ActionItem): string {
  const names = new Set(owners.flatMap(({ label }) => wordsIn(label.text)));
  const words = wordsIn(task.text).filter((word) => !names.has(word));
  const [first, ...others] = words;
  return (first === "to" || first === "will" ? others : words).join(" ");
}

function wordsIn(text: string): string[] {
  return wordsOf(comparable(text));
}
