import type { People, Turn } from "../../model/note";
import { readSpeakers } from "../../model/readSpeakers";
import { findTurnPrefix, type TurnPrefix } from "../../parse/turnPrefix";
import { comparable } from "../../text/compare";
import type { Edit } from "../../text/edit";
import type { Span } from "../../text/span";
import { hasTurns } from "../concerns";
import { startOfLine } from "../place";
import type { Rule } from "../rule";
import { formatPrefix } from "./turnForm";

/** Reports a second speaker's turn within the words of the first. */
export const turnMerged: Rule<"turn-merged"> = {
  id: "turn-merged",
  summary: "Two turns stand in one bullet or paragraph.",
  severity: "warning",
  concerns: hasTurns,
  *checkPassage({ turns, text }, note) {
    for (const turn of turns) {
      for (const further of furtherTurns(turn)) {
        const { gap, prefix } = further;
        if (isLogged(text, turn.prefix) && isLogged(text, prefix)) continue;
        const isSpeaker = note.speaking.has(comparable(prefix.label.text));
        if (!isSpeaker && note.people.resolve(prefix.label.text).kind !== "one") continue;
        const what = turn.item ? "bullet" : "paragraph";
        const written = text.slice(prefix.span.start, prefix.span.end).trimEnd();
        const formatted = formatPrefix(asTurn(text, note.people, turn, further), note.turnForm, note.hasSmallNames);
        const edits = [split(text, note.lineEnding, turn, gap), ...(formatted ? [formatted] : [])];
        yield {
          at: { start: prefix.span.start, end: prefix.span.start + written.length },
          message: `Unexpected second turn "${written}" in one ${what}, expected a ${what} of its own`,
          fixes: [{ title: "Split the turns", edits, safe: false }],
        };
      }
    }
  },
};

/** `00:24:37 Ann: …`: a log of the chat has a line for each, as it was exported. */
function isLogged(text: string, { span, hasMark }: TurnPrefix): boolean {
  return hasMark === true && /\d/.test(text.charAt(span.start));
}

interface FurtherTurn {
  /** The white space between the two turns. */
  readonly gap: Span;
  readonly prefix: TurnPrefix;
}

// The end of a sentence, but not the dot of an ordinal (`19. Ann`) or of a word cut short; or a line break. To ask for
// words behind the gap would be to look for them again from each of its line breaks.
const border =
  /(?:(?<!(?:^|\s)\d{1,3}|(?<!\p{L})(?:[Ee]\.?g|[Ii]\.?e|[Vv]s|[Ee]tc|[Cc]f|Mr|Mrs|Ms|Dr|Prof|[Aa]pprox|[Ii]ncl))[.!?…]["'”’)\]]*(?=\s)|(?=[\r\n]))(?<gap>\s+)/dgu;

function furtherTurns({ words, prefix }: Turn): readonly FurtherTurn[] {
  // Most turns hold no second colon with a blank or the end of bold behind it, and then nobody else speaks in them.
  if (!/:[*_\s]/.test(words.masked.slice(prefix.span.end - words.span.start))) return [];
  const found: FurtherTurn[] = [];
  for (const match of words.masked.matchAll(border)) {
    const gap = match.indices?.groups?.gap;
    if (!gap || words.span.start + gap[0] <= prefix.span.end) continue;
    const start = words.span.start + gap[1];
    const further = findTurnPrefix({ span: { start, end: words.span.end }, masked: words.masked.slice(gap[1]) });
    const isColon =
      further?.separator === ":" && /\s/.test(words.masked.charAt(further.span.end - words.span.start - 1));
    if (further && isColon) found.push({ gap: { start: words.span.start + gap[0], end: start }, prefix: further });
  }
  return found;
}

/** The second turn as it will stand alone, so that it can be written in the note's form. */
function asTurn(text: string, people: People, { words, ...first }: Turn, { prefix }: FurtherTurn): Turn {
  const { start } = prefix.span;
  return {
    ...first,
    prefix,
    speakers: readSpeakers(text, prefix.label, people),
    words: { span: { start, end: words.span.end }, masked: words.masked.slice(start - words.span.start) },
  };
}

function split(text: string, ending: string, { item, words }: Turn, gap: Span): Edit {
  const start = item?.span.start ?? words.span.start;
  const indent = text.slice(startOfLine(text, start), start).replace(/[^\t>]/g, " ");
  return { span: gap, newText: item ? `${ending}${indent}${item.marker} ` : `${ending}${indent}${ending}${indent}` };
}
