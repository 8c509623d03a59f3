import type { Statement } from "../../model/note";
import { wholeBlock } from "../place";
import type { Fix } from "../rule";

/** The fix that deletes a statement of a template; none where something else is nested below it, or beside it. */
export function deletionOf(text: string, { words, item }: Statement): Fix[] {
  const own = item?.span ?? words.span;
  const span = text.slice(words.span.end, own.end).trim() === "" ? wholeBlock(text, own) : undefined;
  return span ? [{ title: "Delete the template text", edits: [{ span, newText: "" }], safe: false }] : [];
}
