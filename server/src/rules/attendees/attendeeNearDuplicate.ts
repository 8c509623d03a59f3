import type { ListedAttendee } from "../../model/note";
import { comparable } from "../../text/compare";
import { addTo } from "../../text/grouping";
import { countSlips } from "../../text/slips";
import type { Rule } from "../rule";
import { areBeside, areToldApart } from "./namesakes";

/** In a longer list names are alike by chance. */
const longestList = 200;

/** Reports two attendees whose names differ by a slip. */
export const attendeeNearDuplicate: Rule<"attendee-near-duplicate"> = {
  id: "attendee-near-duplicate",
  summary: "Two attendees have nearly the same name.",
  severity: "hint",
  looksAt: ({ attendees }) => [attendees],
  *check({ attendees }) {
    if (attendees.length > longestList) return;
    const byWord = new Map<string, Named[]>();
    for (const attendee of attendees) {
      const named = { attendee, words: comparable(attendee.name).split(" ") };
      const earlier = namesakesOf(named, byWord).find((other) => isNear(other, named));
      if (earlier) {
        yield {
          at: attendee.span,
          message: `Unexpected "${attendee.name}" beside "${earlier.attendee.name}", expected one of the two if they are one person`,
          related: [{ at: earlier.attendee.span, message: "The other entry" }],
        };
      }
      for (const word of new Set(named.words)) addTo(byWord, word, named);
    }
  },
};

interface Named {
  readonly attendee: ListedAttendee;
  /** Of the name, in comparable form. */
  readonly words: readonly string[];
}

/** Who shares a word of the name, in order. */
function namesakesOf({ words }: Named, byWord: ReadonlyMap<string, readonly Named[]>): Named[] {
  return words.length < 2 ? [] : [...new Set(words.flatMap((word) => byWord.get(word) ?? []))];
}

/** Whether the names differ in one word, by a slip that keeps its first letter: one, or two from six letters on. */
function isNear(first: Named, second: Named): boolean {
  if (first.words.length !== second.words.length || areToldApart(first.attendee, second.attendee)) return false;
  if (!areBeside(first.attendee, second.attendee)) return false;
  const differing = first.words.flatMap((word, index) => {
    const other = second.words[index] ?? "";
    return word === other ? [] : [[word, other] as const];
  });
  const [only, ...others] = differing;
  if (!only || others.length > 0) return false;
  const [one, other] = only;
  const shorter = Math.min(one.length, other.length);
  const most = shorter < 6 ? 1 : 2;
  return shorter > 2 && one[0] === other[0] && countSlips(one, other, most) <= most;
}
