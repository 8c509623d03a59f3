import { isEllipsis } from "../../model/standIns";
import { endsInLetterOrDigit } from "../../text/letters";
import type { Rule } from "../rule";

/** Reports a place where the note taker missed what was said. */
export const turnGap: Rule<"turn-gap"> = {
  id: "turn-gap",
  summary: "The note taker missed what was said.",
  severity: "hint",
  concerns(_passage, own) {
    return maybeGap.test(own);
  },
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
      for (const { index, 0: written } of findGaps(text.slice(start, end))) {
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

/** What is cheap to look for, and in every gap but dots alone; and in those as well. */
const mayBeGap = /\?\?\?|[[(]/;
const maybeGap = /\?\?\?|[[(…]|\.\.\./;

const missed = [
  String.raw`(?:it is |mostly )?(?:inaudible|unintelligible|indistinct|incomprehensible|garbled)\b[^()[\]\r\n]{0,40}`,
  String.raw`(?:audio|sound|connection|mic(?:rophone)?) (?:lost|broke|breaks|cut|cuts|dropped|drops)\b[^()[\]\r\n]{0,40}`,
  String.raw`(?:transcription|transcript|scribe|captioning) (?:error|gap|missing|missed)\b[^()[\]\r\n]{0,40}`,
  String.raw`(?:i |scribe |note[ -]?taker |sorry,? ){0,9}(?:missed|lost|(?:couldn|didn)['’]t (?:hear|catch|get|keep up|follow|understand))(?: (?:(?:that|this|it|some|something|a (?:bit|part|word|few)|the (?:beginning|end|rest|first|last|name|question|answer|next)|what|with)\b[^()[\]\r\n]{0,40}))?`,
];

/** A word that is in all of those: the pattern of them takes long to compile, and hardly any text needs it. */
const mayBeMissed =
  /audible|intelligible|distinct|comprehensible|garbled|audio|sound|connection|mic|transcri|scribe|caption|missed|lost|couldn|didn/i;

/** What a scribe puts in brackets: `[inaudible]`, `(missed that)`. */
const inBrackets = new RegExp(String.raw`[[(]\s?(?:${missed.join("|")})\s?[\])]`, "gi");

function findGaps(text: string): RegExpExecArray[] {
  // `???` that stands alone and is no speaker.
  const marks = text.includes("???") ? [...text.matchAll(/(?<![?"“'‘])\?{3,}(?!\s*[:"”'’])/g)] : [];
  const alone = marks.filter(({ index }) => !endsInLetterOrDigit(text.slice(0, index)));
  if (!/[[(]/.test(text) || !mayBeMissed.test(text)) return alone;
  return [...alone, ...text.matchAll(inBrackets)].sort((a, b) => a.index - b.index);
}
