import type { Words } from "../parse/blocks";
import { findTurnPrefix } from "../parse/turnPrefix";
import { type Part, trimPart } from "../text/span";
import type { ActionItem, People, Section, Speaker } from "./note";
import { isKnownLabel, looksLikeName } from "./notSpeakers";
import { readSpeakers } from "./readSpeakers";
import type { Utterance } from "./readStructure";

/** `ACTION:`, `**Action item:**`, `AI(Ben):`, `[ACTION - Lee]` before an action item outside its section. */
export interface ActionMarker {
  readonly marker: Part;
  /** The owner within the marker. */
  readonly owner?: Part;
  /** Where the words behind the marker start. */
  readonly end: number;
}

/** The action marker that the words start with, if they do. */
export function findActionMarker(words: Words, markers: readonly string[]): ActionMarker | undefined {
  const names = markers.map((marker) => marker.replace(" ", String.raw`\s`)).join("|");
  const owner = String.raw`(?:\s*(?:\(|\[|-|–)\s*(?<owner>[^()\[\]:*\r\n]{1,60}?)\s*(?:\)|\])?)?`;
  const pattern = new RegExp(
    String.raw`^[*_]{0,2}\[?(?<marker>(?:${names})s?)${owner}\]?[*_]{0,2}(?::[*_]{0,2}|(?<=\]))\s*`,
    "iud",
  );
  const match = pattern.exec(words.masked);
  const part = (name: string): Part | undefined => {
    const place = match?.indices?.groups?.[name];
    const text = match?.groups?.[name];
    return place && text
      ? { text, span: { start: words.span.start + place[0], end: words.span.start + place[1] } }
      : undefined;
  };
  const [marker, owned] = [part("marker"), part("owner")];
  if (!match || !marker) return undefined;
  return { marker, ...(owned && { owner: owned }), end: words.span.start + match[0].length };
}

/** Reads an action item; `inherited` are the owners of a bullet `Ann:` above it. */
export function readAction(
  text: string,
  utterance: Utterance,
  people: People,
  labels: readonly string[],
  marked: ActionMarker | undefined,
  inherited: readonly Speaker[],
): ActionItem {
  const { words } = utterance;
  const rest = behind(words, marked?.end ?? words.span.start);
  const own = marked?.owner ? readSpeakers(text, marked.owner, people) : [];
  const owned =
    own.length > 0 ? { owners: own, task: trimPart(text, rest.span) } : readOwner(text, rest, people, labels);
  const due = findDue(text, words);
  return {
    span: utterance.span,
    words,
    owners: owned.owners.length > 0 ? owned.owners : inherited,
    task: owned.task,
    done: doneOf(utterance),
    ...(due && { due }),
    ...(marked && { marker: marked.marker }),
    ...(utterance.section && { section: utterance.section as Section }),
  };
}

interface Owned {
  readonly owners: readonly Speaker[];
  readonly task: Part;
}

/** `Ann: …`, `@ann …`, `Ann to …`, `Ann and Bo will …`, `… (Ann)`, `…: Ann and Bo`. */
function readOwner(text: string, words: Words, people: People, labels: readonly string[]): Owned {
  const whole = trimPart(text, words.span);
  const prefix = findTurnPrefix(words);
  if (prefix && !isKnownLabel(prefix.label.text, labels)) {
    const owners = readSpeakers(text, prefix.label, people);
    const isKnown = owners.every(({ who }) => who.kind === "one" || who.kind === "ambiguous");
    const isLikely = owners.every(({ who }) => who.kind !== "unknown") || looksLikeName(prefix.label.text, false);
    const isPerson = isKnown || (prefix.separator !== "-" && isLikely);
    if (isPerson) return { owners, task: trimPart(text, { start: prefix.span.end, end: words.span.end }) };
  }
  const source = text.slice(words.span.start, words.span.end);
  const ahead =
    /^(@?\p{L}[\p{L}\p{N}.’'-]*(?:(?:\s+and\s+|\s*[,&/]\s*|\s+)\p{Lu}[\p{L}.’'-]*){0,3})\s+(?:to|will|should|shall|is going to)\s/u.exec(
      source,
    );
  const behindIt =
    /\(@?([^()]{2,60})\)[.\s]*$/.exec(source) ?? /:\s+([^:]{2,60})$/.exec(source) ?? /^(@[A-Za-z\d-]+)\s/.exec(source);
  for (const match of [ahead, behindIt]) {
    if (!match?.[1]) continue;
    const start = words.span.start + match.index + match[0].indexOf(match[1]);
    const owners = readSpeakers(text, trimPart(text, { start, end: start + match[1].length }), people);
    const isKnown = owners.every(({ who }) => who.kind === "one" || who.kind === "ambiguous" || who.kind === "group");
    const isName =
      match === ahead && owners.every(({ who, label }) => who.kind === "near miss" || looksLikeName(label.text, false));
    if (isKnown || isName) return { owners, task: whole };
  }
  return { owners: [], task: whole };
}

function behind(words: Words, start: number): Words {
  return { span: { start, end: words.span.end }, masked: words.masked.slice(start - words.span.start) };
}

function doneOf(utterance: Utterance): boolean | null {
  const struck = /^~~.*~~$/.test(utterance.words.masked.trim());
  return struck ? true : (utterance.item?.checked ?? null);
}

/** `by 2023-08-10`, `by Friday`, `due: …`, `before next meeting`. */
function findDue(text: string, words: Words): Part | undefined {
  const pattern =
    /\b(?:by|due(?: on| by)?:?|until|before)\s+((?:the\s)?(?:next|this)\s(?:meeting|week|month)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|eow|eod|end of (?:the )?(?:week|month|year)|\d{4}-\d{2}-\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?\s\d{1,2}(?:st|nd|rd|th)?)\b/iu;
  const match = pattern.exec(words.masked);
  if (!match?.[1]) return undefined;
  const start = words.span.start + match.index + match[0].length - match[1].length;
  return trimPart(text, { start, end: start + match[1].length });
}
