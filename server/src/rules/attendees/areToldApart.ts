import type { Attendee } from "../../model/note";
import { comparable } from "../../text/compare";

/** Whether an abbreviation, a handle, a nickname or a role that differs tells two people of one name apart. */
export function areToldApart(first: Attendee, second: Attendee): boolean {
  const differ = (a: readonly string[], b: readonly string[]) =>
    a.length > 0 && b.length > 0 && !a.some((word) => b.some((other) => comparable(other) === comparable(word)));
  return (
    differ(first.abbreviations, second.abbreviations) ||
    differ(first.handles, second.handles) ||
    differ(first.nicknames, second.nicknames) ||
    differ(first.role ? [first.role] : [], second.role ? [second.role] : [])
  );
}
