import type { TurnForm } from "../../model/format";
import type { Turn } from "../../model/note";
import { spellingOf } from "../../model/spelling";
import { mayDefine } from "../../parse/plainDefinition";
import { findTurnPrefix, isContinuation, type TurnPrefix } from "../../parse/turnPrefix";
import type { Edit } from "../../text/edit";

/** A label as it stands before speech in the given form, without white space behind it. */
export function writePrefix(label: string, form: TurnForm): string {
  switch (form) {
    case "plain":
      return `${label}:`;
    case "bold":
      return `**${label}:**`;
    case "bold-colon":
      return `**${label}**:`;
    case "brackets":
      return `[${label}]`;
    case "brackets-colon":
      return `[${label}]:`;
  }
}

/**
 * The form in which the label can stand before the words: the given one, but never `[Ada]: yes`, which Markdown takes
 * for the definition of a link and does not show.
 */
export function formBefore(words: string, label: string, form: TurnForm): TurnForm {
  return form === "brackets-colon" && mayDefine(`${writePrefix(label, form)} ${words}`) ? "plain" : form;
}

/**
 * The edit that puts a turn's prefix into the form; undefined where it is in that form, where a speaker is unknown
 * (it may be no speaker at all), or where the result would not be read as the same turn.
 * Done twice it changes nothing more, and it keeps every word.
 * `keepsCase` leaves `ann` as it is where the attendee is `Ann`.
 */
export function formatPrefix(turn: Turn, form: TurnForm, keepsCase = false): Edit | undefined {
  if (turn.speakers.some(({ who }) => who.kind === "unknown")) return undefined;
  const { prefix, words, spoken: said } = turn;
  if (prefix.hasMark || isContinuation(prefix.label.text)) return undefined;
  if (formBefore(said.text, prefix.label.text, form) !== form) return undefined;
  const written = words.masked.slice(0, prefix.span.end - prefix.span.start);
  const spoken = words.masked.slice(written.length);
  const isAlone = spoken === "" || spoken.startsWith("\n") || spoken.startsWith("\r");
  const wanted = writePrefix(keepsCase ? prefix.label.text : spellingOf(turn), form);
  const isApart = isAlone || /\s$/.test(written);
  if (written.trimEnd() === wanted && isApart) return undefined;
  const newText = isAlone ? wanted : `${wanted} `;
  const reread = findTurnPrefix({ span: { start: 0, end: newText.length + spoken.length }, masked: newText + spoken });
  return reread && isSamePrefix(reread, prefix, newText.length) ? { span: prefix.span, newText } : undefined;
}

function isSamePrefix(reread: TurnPrefix, prefix: TurnPrefix, length: number): boolean {
  // `[x] ` would be the box of a task.
  const isBox = reread.decoration === "brackets" && /^x$/i.test(reread.label.text);
  const isSameLabel = reread.label.text.toLowerCase() === prefix.label.text.toLowerCase();
  return isSameLabel && reread.span.end === length && !isBox;
}
