import type { ActionItem, Note } from "../../model/note";
import { areNamed, readSpeakers } from "../../model/readSpeakers";
import type { Part } from "../../text/span";
import { firstLineOf } from "../place";
import type { Rule } from "../rule";

/** Reports an action item that does not say what is to be done. */
export const actionEmpty: Rule<"action-empty"> = {
  id: "action-empty",
  summary: "An action item does not say what is to be done.",
  severity: "information",
  *check(note) {
    if (note.state !== "written") return;
    const message = "Unexpected empty action item, expected what is to be done";
    for (const action of note.actions) {
      if (action.section?.form?.role !== "actions" || !isWithoutTask(note, action)) continue;
      const unnecessary = action.owners.length === 0 && !isBareName(note, action.task);
      yield { at: firstLineOf(note.text, action.span), message, unnecessary };
    }
    for (const { words, item, section, kind } of note.statements) {
      const isBox = kind === "plain" && section?.form?.role === "actions" && isEmptyBox(words.masked.trim());
      if (isBox && item) yield { at: firstLineOf(note.text, item.span), message, unnecessary: true };
    }
  },
};

/** Whether the item names no task, neither behind its owner nor below. */
export function isWithoutTask(note: Note, { task, words, span }: ActionItem): boolean {
  const isBare = task.text === "" || isEmptyBox(task.text) || isBareName(note, task);
  return isBare && note.text.slice(words.span.end, span.end).trim() === "";
}

/** Whether the words are names of people whom the note knows, and nothing else. */
export function isBareName({ text, people }: Note, words: Part): boolean {
  return areNamed(readSpeakers(text, words, people));
}

function isEmptyBox(words: string): boolean {
  return /^\[[ xX]?\]$/.test(words);
}
