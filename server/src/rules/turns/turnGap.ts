import { isEllipsis } from "../layout/templateText";
import type { Rule } from "../rule";

/** Reports a place where the note taker missed what was said. */
export const turnGap: Rule<"turn-gap"> = {
  id: "turn-gap",
  summary: "The note taker missed what was said.",
  severity: "hint",
  *checkPassage({ text, turns, statements }, { state }) {
    if (state !== "written") return;
    for (const { spoken } of turns) {
      if (isEllipsis(spoken.text)) yield { at: spoken.span, message: messageFor(spoken.text) };
    }
    for (const { words, kind, section } of statements) {
      const { start, end } = words.span;
      if (kind !== "turn" && section !== "actions" && isEllipsis(words.masked)) {
        const written = words.masked.trim();
        const lead = words.masked.indexOf(written);
        yield { at: { start: start + lead, end: start + lead + written.length }, message: messageFor(written) };
      }
      if (!mayBeGap.test(words.masked)) continue;
      for (const { index, 0: written } of text.slice(start, end).matchAll(gap)) {
        // Code and links quote something else.
        if (words.masked.startsWith(written, index))
          yield { at: { start: start + index, end: start + index + written.length }, message: messageFor(written) };
      }
    }
  },
};

function messageFor(written: string): string {
  return `Unexpected gap "${written}", expected what was said`;
}

/** What is cheap to look for, and in every gap. */
const mayBeGap = /\?\?\?|[[(]/;

const missed = [
  String.raw`(?:it is |mostly )?(?:inaudible|unintelligible|indistinct|incomprehensible|garbled)\b[^()[\]\r\n]{0,40}`,
  String.raw`(?:audio|sound|connection|mic(?:rophone)?) (?:lost|broke|breaks|cut|cuts|dropped|drops)\b[^()[\]\r\n]{0,40}`,
  String.raw`(?:transcription|transcript|scribe|captioning) (?:error|gap|missing|missed)\b[^()[\]\r\n]{0,40}`,
  String.raw`(?:i |scribe |note[ -]?taker |sorry,? ){0,9}(?:missed|lost|(?:couldn|didn)['’]t (?:hear|catch|get|keep up|follow|understand))(?: (?:(?:that|this|it|some|something|a (?:bit|part|word|few)|the (?:beginning|end|rest|first|last|name|question|answer|next)|what|with)\b[^()[\]\r\n]{0,40}))?`,
];

/** `???` that stands alone and is no speaker; what a scribe puts in brackets: `[inaudible]`, `(missed that)`. */
const gap = new RegExp(
  String.raw`(?<![\p{L}\p{N}?"“'‘])\?{3,}(?!\s*[:"”'’])|[[(]\s?(?:${missed.join("|")})\s?[\])]`,
  "giu",
);
