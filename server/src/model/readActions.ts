import type { Words } from "../parse/blocks";
import { startsWithLetterOrDigit } from "../text/letters";
import { anyOf } from "../text/pattern";
import { rememberingOf } from "../text/remembering";
import { type Part, trimPart } from "../text/span";
import { trimEnd } from "../text/trim";
import type { ActionItem, People, Speaker } from "./note";
import type { Lexicon } from "./notSpeakers";
import { readOwner } from "./readOwner";
import { readSpeakers } from "./readSpeakers";
import { SaidTask } from "./saidTask";
import type { Utterance } from "./utterance";

/** `ACTION:`, `**Action item:**`, `**ACTION 60.1:**`, `AI(Ben):`, `[ACTION - Lee]` before an action item outside its section. */
export interface ActionMarker {
  /** The owner within the marker. */
  readonly owner?: Part;
  /** Where the words behind the marker start. */
  readonly end: number;
}

/** The words that mark an action item. */
export interface ActionMarkers {
  /** How they start: the pattern takes long to compile, and many notes need it nowhere. */
  readonly start: RegExp;
  readonly pattern: RegExp;
}

/** Makes ready to look for the words; once for each format. */
export const actionMarkersOf = rememberingOf((markers: readonly string[]): ActionMarkers => {
  const firstWords = [...new Set(markers.map((marker) => marker.split(" ", 1)[0] ?? ""))];
  const names = anyOf(markers).replaceAll(" ", String.raw`\s`);
  // Like a speaker's label, it neither starts nor ends in white space, which would be tried again at each blank.
  const label = String.raw`(?<owner>[^\s()\[\]:*](?:[^()\[\]:*\r\n]{0,58}?[^\s()\[\]:*])??)`;
  const owner = String.raw`(?:\s*[(\[–-](?:\s*${label}\s*|[^\S\r\n]+)[)\]]?)?`;
  return {
    // Without markers there is nothing to look for.
    start: markers.length === 0 ? /^(?!)/ : new RegExp(String.raw`^[*_]{0,2}\[?(?:${anyOf(firstWords)})`),
    pattern: new RegExp(
      String.raw`^[*_]{0,2}\[?(?:${names})[Ss]?(?:\s\d{1,4}(?:\.\d{1,3})?)?${owner}\]?[*_]{0,2}(?::[*_]{0,2}|(?<=\]))\s*`,
      "d",
    ),
  };
});

/** The action marker that the words start with, if they do. */
export function findActionMarker(words: Words, { start, pattern }: ActionMarkers): ActionMarker | undefined {
  if (!start.test(words.masked)) return undefined;
  const match = pattern.exec(words.masked);
  if (!match) return undefined;
  const place = match.indices?.groups?.owner;
  const owner = match.groups?.owner;
  const end = words.span.start + match[0].length;
  if (!place || owner === undefined) return { end };
  return {
    end,
    owner: { text: owner, span: { start: words.span.start + place[0], end: words.span.start + place[1] } },
  };
}

/** Reads an action item; `inherited` are the owners of a bullet `Ann:` above it. */
export function readAction(
  text: string,
  utterance: Utterance,
  people: People,
  lexicon: Lexicon,
  marked: ActionMarker | undefined,
  inherited: readonly Speaker[],
): ActionItem {
  const { words } = utterance;
  const rest = bareWords(words, marked?.end ?? words.span.start);
  const own = marked?.owner ? readSpeakers(text, marked.owner, people) : [];
  const owned =
    own.length > 0 ? { owners: own, task: trimPart(text, rest.span) } : readOwner(text, rest, people, lexicon);
  const owners = owned.owners.length > 0 ? owned.owners : inherited;
  const due = findDue(text, words);
  return {
    span: utterance.span,
    words,
    owners,
    task: owned.task,
    said: new SaidTask(owned.task.text, owners),
    done: doneOf(utterance),
    ...(due && { due }),
  };
}

/** `**60.1**: ` and `60.1: ` before an item of the meeting of that number. */
const itemNumber = /^(?:(?:\*\*|__)\d{1,4}\.\d{1,3}:?(?:\*\*|__):?|\d{1,4}\.\d{1,3}:)[ \t]+/;

/** The words from `start` on, without their number and what decorates them: `~~struck~~`, `✅ done`. */
function bareWords({ span, masked }: Words, from: number): Words {
  const start = from + (itemNumber.exec(masked.slice(from - span.start, from - span.start + 20))?.[0].length ?? 0);
  const rest = masked.slice(start - span.start);
  const [lead = ""] = startsWithLetterOrDigit(rest) ? [] : (/^(?:~~|[^\p{L}\p{N}\p{P}\uFFFC])*/u.exec(rest) ?? []);
  const bare = lead.includes("~~") ? trimEnd(trimEnd(rest, " \t"), "~") : rest;
  return { span: { start: start + lead.length, end: start + bare.length }, masked: bare.slice(lead.length) };
}

function doneOf(utterance: Utterance): boolean | null {
  const struck = /^~~.*~~$/.test(utterance.words.masked.trim());
  return struck ? true : (utterance.item?.checked ?? null);
}

/** `by 2023-08-10`, `by Friday`, `due: …`, `before next meeting`. */
function findDue(text: string, words: Words): Part | undefined {
  if (!/\b(?:by|due|until|before)\b/i.test(words.masked)) return undefined;
  const pattern =
    /\b(?:by|due(?: on| by)?:?|until|before)\s+((?:the\s)?(?:next|this)\s(?:meeting|week|month)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|eow|eod|end of (?:the )?(?:week|month|year)|\d{4}[-/]\d{2}[-/]\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?|\d{1,2}(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:,?\s\d{4})?)\b/i;
  const match = pattern.exec(words.masked);
  if (!match?.[1]) return undefined;
  const start = words.span.start + match.index + match[0].length - match[1].length;
  return trimPart(text, { start, end: start + match[1].length });
}
