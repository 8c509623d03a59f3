import { topOf } from "../place";
import type { Rule } from "../rule";

/** Reports a written-up note whose first heading, if it has any, names no meeting. */
export const titleMissing: Rule<"title-missing"> = {
  id: "title-missing",
  summary: "A written-up note has no heading that names the meeting.",
  severity: "hint",
  *check(note, { title: { levels } }) {
    if (note.state !== "written" || note.title) return;
    const level = Math.min(...levels);
    const expected = Number.isFinite(level) ? `"${"#".repeat(level)}" with the meeting's name or date` : "one";
    yield { at: topOf(note), message: `Unexpected note without a title, expected ${expected} as its first heading` };
  },
};
