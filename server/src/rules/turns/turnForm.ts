import type { TurnForm } from "../../model/format";
import type { Speaker, Turn } from "../../model/note";
import { findTurnPrefix, type TurnPrefix } from "../../parse/turnPrefix";
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
  }
}

/**
 * The edit that puts a turn's prefix into the form; undefined where it is in that form, where a speaker is unknown
 * (it may be no speaker at all), or where the result would not be read as the same turn.
 * Done twice it changes nothing more, and it keeps every word.
 */
export function formatPrefix(turn: Turn, form: TurnForm): Edit | undefined {
  if (turn.speakers.some(({ who }) => who.kind === "unknown")) return undefined;
  const { prefix, words } = turn;
  const written = words.masked.slice(0, prefix.span.end - prefix.span.start);
  const spoken = words.masked.slice(written.length);
  const isAlone = /^(?:$|[\r\n])/.test(spoken);
  const wanted = writePrefix(labelOf(turn), form);
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

/** The label as written, or in the spelling of the person's own name where only the case differs. */
function labelOf({ prefix, speakers }: Turn): string {
  const [only, ...others] = speakers;
  return only && others.length === 0 ? spellingOf(only, prefix.label.text) : prefix.label.text;
}

function spellingOf({ who }: Speaker, label: string): string {
  if (who.kind !== "one") return label;
  const { name, nicknames, abbreviations, handles } = who.person;
  const forms = [name, ...name.split(/\s+/), ...nicknames, ...abbreviations, ...handles];
  const own = forms.find((form) => form.toLowerCase() === label.toLowerCase());
  // A list of small handles does not make a capital wrong.
  const isKept = !own || forms.includes(label) || (/^\p{Lu}/u.test(label) && !/^\p{Lu}/u.test(own));
  return isKept ? label : own;
}
