import type { ActionItem, People } from "../../model/note";
import { areNamed, readSpeakers, withoutMark } from "../../model/readSpeakers";
import { withoutComments } from "../../text/comments";
import type { Part } from "../../text/span";
import { firstLineOf } from "../place";
import type { Rule } from "../rule";

/** Reports an action item that does not say what is to be done. */
export const actionEmpty: Rule<"action-empty"> = {
  id: "action-empty",
  summary: "An action item does not say what is to be done.",
  severity: "information",
  concerns({ actions, statements }) {
    return actions.length > 0 || statements[0]?.section === "actions";
  },
  *checkPassage({ text, actions, statements }, { state, people }) {
    if (state !== "written") return;
    const message = "Unexpected empty action item, expected what is to be done";
    for (const action of actions) {
      if (action.section !== "actions" || !isWithoutTask(text, people, action)) continue;
      const unnecessary = action.owners.length === 0 && !isBareName(text, people, action.task);
      yield { at: firstLineOf(text, action.span), message, unnecessary };
    }
    for (const { words, item, section, kind } of statements) {
      const isBox = kind === "plain" && section === "actions" && isEmptyBox(words.masked.trim());
      if (isBox && item) yield { at: firstLineOf(text, item.span), message, unnecessary: true };
    }
  },
};

/** Whether the item names no task, neither behind its owner nor below. */
export function isWithoutTask(source: string, people: People, { task, words, span }: ActionItem): boolean {
  const isBare = task.text === "" || isEmptyBox(task.text) || isBareName(source, people, task);
  return isBare && withoutComments(source.slice(words.span.end, span.end)).trim() === "";
}

/** Whether the words are names of people whom the note knows, and nothing else. */
export function isBareName(source: string, people: People, words: Part): boolean {
  // `Send the minutes (Ann)` says what is to be done.
  const name = withoutMark(words.text);
  const { start } = words.span;
  return areNamed(readSpeakers(source, { text: name, span: { start, end: start + name.length } }, people));
}

function isEmptyBox(words: string): boolean {
  return /^\[[ xX]?\]$/.test(words);
}
