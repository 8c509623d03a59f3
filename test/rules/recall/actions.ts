import type { ActionItem } from "../../../server/src/model/note";
import type { RuleId } from "../../../server/src/rules/index";
import { type CleanNote, endOf, mark, misspell, type Planters } from "./plant";

/** Defects of what somebody promised. */
export const actionPlanters: Planters<Extract<RuleId, `action-${string}`>> = {
  "action-owner-missing": {
    "an owner's name taken away": (clean) => {
      for (const { owners, task, done, words } of clean.note.actions) {
        const [owner] = owners;
        const isPrefix = owner && owner.label.span.end < task.span.start && owner.label.span.start === words.span.start;
        if (!isPrefix || done || owners.length > 1) continue;
        const before = { start: owner.label.span.start, end: task.span.start };
        const marked = clean.with([before, ""], [task.span, mark(task.text)]);
        // It is written in the form of the note's turns.
        const isTurn = clean.slice(before) === `${owner.label.text}: ` && clean.note.turnForm === "plain";
        return { marked, ...(isTurn && { restored: "one" as const, typed: owner.label.text }) };
      }
      return undefined;
    },
    "an owner's name within the words taken away": (clean) => {
      for (const { owners, task, done } of clean.note.actions) {
        const [owner] = owners;
        const isWithin = owner?.label.span.start === task.span.start && / to | will /.test(task.text.slice(0, 40));
        if (!owner || !isWithin || done || owners.length > 1) continue;
        const rest = task.text.slice(owner.label.text.length).replace(/^ (?:to|will) /, "");
        return { marked: clean.with([task.span, mark(rest)]) };
      }
      return undefined;
    },
  },
  "action-owner-unknown": {
    "somebody whom nobody knows": (clean) => {
      const owner = onlyOwners(clean)[0];
      return owner && { marked: clean.with([owner.label.span, mark("Zora Quillon")]) };
    },
    "two letters swapped": (clean) => {
      for (const owner of onlyOwners(clean)) {
        const slip = /^\p{Lu}\p{Ll}{3,}/u.test(owner.label.text) ? misspell(owner.label.text) : undefined;
        if (slip) return { marked: clean.with([owner.label.span, mark(slip)]), restored: "one" };
      }
      return undefined;
    },
  },
  "action-empty": {
    "an item without words": (clean) => {
      const last = listed(clean).at(-1);
      if (!last || !/^\s*[-*+] /.test(clean.slice(clean.line(last.span.start)))) return undefined;
      const marker = /[-*+]/.exec(clean.slice(last.span))?.[0];
      return { marked: clean.with([endOf(last.span), `\n⟦${marker} [ ]⟧`]) };
    },
    "an owner without a task": (clean) => {
      const last = listed(clean).findLast(({ owners, task, words }) => {
        return (
          owners.length > 0 && (owners[0]?.label.span.end ?? 0) < task.span.start && words.span.start < task.span.start
        );
      });
      if (!last) return undefined;
      const span = { start: last.span.start, end: last.words.span.end };
      const before = clean.text.slice(span.start, last.task.span.start).trimEnd();
      // What was said before may be the task that is gone.
      return { marked: clean.with([span, mark(before)]), brings: ["action-unlisted"] };
    },
  },
  "action-unlisted": {
    "the last item of the list, which was said before": (clean) => {
      const last = listed(clean).at(-1);
      const said =
        last &&
        clean.note.actions.find(({ section, task }) => {
          return section !== "actions" && task.text.slice(0, 60) === last.task.text.slice(0, 60);
        });
      if (!last || !said || listed(clean).length < 2) return undefined;
      const line = clean.line(last.span.start);
      const marked = clean.with([said.task.span, mark(said.task.text)], [{ start: line.start - 1, end: line.end }, ""]);
      return { marked, restored: "one" };
    },
    "an item that nobody put into the list": (clean) => {
      const turn =
        clean.note.turns.find(
          ({ section, item, hasContinuation }) => section !== "actions" && !hasContinuation && item,
        ) ?? clean.note.turns.find(({ section }) => section !== "actions");
      const owner = onlyOwners(clean)[0] ?? clean.note.attendees[0];
      const name = owner && ("label" in owner ? owner.label.text : owner.name);
      if (!turn || !name || listed(clean).length === 0) return undefined;
      const whole = clean.whole(turn);
      const lead = clean.text.slice(whole.start, turn.words.span.start);
      const said = `${name} to measure seventeen gangways`;
      return { marked: clean.with([endOf(whole), `${turn.item ? "\n" : "\n\n"}${lead}Action: ${mark(said)}`]) };
    },
  },
  "action-duplicate": {
    "the last item twice": (clean) => {
      const last = listed(clean).at(-1);
      if (!last || !/^\s*[-*+] /.test(clean.slice(clean.line(last.span.start)))) return undefined;
      const { start } = clean.line(last.span.start);
      const before = clean.text.slice(start, last.task.span.start);
      const behind = clean.text.slice(last.task.span.end, last.span.end);
      return { marked: clean.with([endOf(last.span), `\n${before}${mark(last.task.text)}${behind}`]), restored: "one" };
    },
  },
  "action-due-invalid": {
    "a day that no month has": (clean) => {
      const action = clean.note.actions.find(({ due, done }) => !due && !done);
      return action && { marked: clean.with([endOf(withoutDot(clean, action)), " by February ⟦30⟧"]) };
    },
    "a day with its digits swapped": (clean) => {
      for (const { due } of clean.note.actions) {
        const digits = due && /(?<![\d])(?:0[4-9]|1[4-9]|2[4-9]|[12]3)$/.exec(due.text);
        if (!digits) continue;
        const start = due.span.start + digits.index;
        const marked = clean.with([{ start, end: start + 2 }, mark(`${digits[0][1]}${digits[0][0]}`)]);
        return { marked, restored: "one" };
      }
      return undefined;
    },
  },
  "action-overdue": {
    "a day that is past": (clean) => {
      const action = clean.note.actions.find(({ due, done }) => !due && !done);
      if (!action) return undefined;
      return { marked: clean.with([endOf(withoutDot(clean, action)), " by ⟦2024-03-20⟧"]), today: "2026-01-07" };
    },
  },
};

/** What the section of action items lists. */
function listed({ note }: CleanNote): readonly ActionItem[] {
  return note.actions.filter(({ section }) => section === "actions");
}

/** Owners of an item each, alone. */
function onlyOwners({ note }: CleanNote): readonly ActionItem["owners"][number][] {
  return note.actions.flatMap(({ owners }) => {
    const [owner, ...others] = owners;
    return owner?.who.kind === "one" && others.length === 0 ? [owner] : [];
  });
}

function withoutDot(clean: CleanNote, { words }: ActionItem): { start: number; end: number } {
  const end = words.span.end - (clean.text[words.span.end - 1] === "." ? 1 : 0);
  return { start: words.span.start, end };
}
