import type { Notice } from "../rules/rule";
import { type Difference, findDifference } from "../text/difference";
import { shiftSpan } from "../text/shift";
import type { NoteSettings } from "../workspace/settings";
import type { NoteDocument } from "../workspace/store";

/** What is known of a notice from the saved version: its rule, and its place as it now is. */
type Known = Pick<Notice, "rule" | "at">;

interface Seen {
  readonly text: string;
  readonly settings: NoteSettings;
  readonly known: readonly Known[];
}

/** What was found in each document when it was saved; the first version that is asked about counts as saved. */
export class SavedNotices {
  readonly #seen = new Map<string, Seen>();

  /** Those of the notices that were found in the saved version, too, in places that nobody has changed since. */
  stillFound({ uri, text }: NoteDocument, notices: readonly Notice[], settings: NoteSettings): readonly Notice[] {
    const seen = this.#seen.get(uri);
    const isSaved = seen?.settings !== settings;
    const known = isSaved ? notices.map(({ rule, at }) => ({ rule, at })) : moved(seen, text);
    this.#seen.set(uri, { text, settings, known });
    if (isSaved) return notices;
    const keys = new Set(known.map(keyOf));
    return notices.filter((notice) => keys.has(keyOf(notice)));
  }

  /** Forgets what was found in a document: the next version that is asked about counts as saved. */
  forget(uri: string): void {
    this.#seen.delete(uri);
  }
}

function moved({ text, known }: Seen, now: string): readonly Known[] {
  if (text === now) return known;
  const edit = findDifference(text, now);
  return known.flatMap((notice) => movedBy(edit, notice));
}

function movedBy({ start, endBefore, endAfter }: Difference, { rule, at }: Known): Known[] {
  if (at.end <= start) return [{ rule, at }];
  return at.start >= endBefore ? [{ rule, at: shiftSpan(at, endAfter - endBefore) }] : [];
}

/** What a notice says may count something elsewhere, so that only its rule and place tell it from others. */
function keyOf({ rule, at: { start, end } }: Known): string {
  return `${start}-${end} ${rule}`;
}
