import { comparable } from "../text/compare";
import { hasLetter, isAscii, letterTest } from "../text/letters";
import type { Part, Span } from "../text/span";
import { trimPart } from "../text/span";
import { trimEnd } from "../text/trim";
import type { Attendee, ListEntry } from "./note";
import { isNobody } from "./standIns";

/** Whether the words stand where a name is to be written. */
export function isStandIn(words: string): boolean {
  return isNobody(words) || isNobody(trimEnd(words.replace(/^[*_(]+/, ""), "*_)"));
}

/** The names of a list: separated by commas, semicolons, `<br>` or "and", never inside parentheses or links. */
export function splitNames(text: string, span: Span): Part[] {
  const source = text.slice(span.start, span.end);
  const addresses = [...source.matchAll(address)];
  if (addresses.length > 1 && source.replace(address, "").trim() === "") {
    return addresses.map((match) => partOf(match, span.start));
  }
  const marks = hasSemicolons(source)
    ? /[()[\]]|;|<br\s*\/?>/gi
    : /[()[\]]|[,;、，]|(?<!\\)\||<br\s*\/?>|\s(?:and|&)\s/gi;
  const parts: Part[] = [];
  let start = 0;
  let isNested = false;
  for (const match of source.matchAll(marks)) {
    const isBracket = /[()[\]]/.test(match[0]);
    if (isBracket) isNested = /[([]/.test(match[0]);
    if (isBracket || isNested) continue;
    parts.push(trimPart(text, { start: span.start + start, end: span.start + match.index }));
    start = match.index + match[0].length;
  }
  parts.push(trimPart(text, { start: span.start + start, end: span.end }));
  return parts.filter((part) => part.text !== "");
}

/** `[ann@example.org](mailto:ann@example.org)`: calendars separate them with blanks alone. */
const address = /\[[^\][]{1,80}\]\(mailto:[^()\s]{1,120}\)/g;

function partOf({ 0: text, index }: RegExpExecArray, offset: number): Part {
  return { text, span: { start: offset + index, end: offset + index + text.length } };
}

/** The attendee that an entry of a list names, or undefined where it holds a placeholder only. */
export function readAttendee(entry: ListEntry, listed: boolean): Attendee | undefined {
  if (isStandIn(entry.text)) return undefined;
  const handles: string[] = [];
  const text = withoutAddress(withoutLinks(entry.text));
  const initials = text.includes(":") ? /^(\p{L}{2,4}):\s/u.exec(text)?.[1] : undefined;
  const named = initials === undefined ? text : text.slice(`${initials}: `.length);
  let behind = "";
  const withoutHandles = named.replace(handleAndMore, (_, handle: string, close: string, more: string, at: number) => {
    handles.push(handle);
    const isName = !hasLetter(named.slice(0, at));
    if (!isName) behind ||= more.replace(/^[-–—,\s]+/, "").trim();
    return isName ? close + more : close;
  });
  const { name, nicknames, abbreviations, handle, role } = readAsides(withoutHandles);
  if (initials) abbreviations.push(initials);
  if (handle) handles.push(handle);
  if (entry.abbreviation && /^[\p{L}\p{N}]{2,6}$/u.test(entry.abbreviation)) abbreviations.push(entry.abbreviation);
  const own = entry.handle && /^@?([A-Za-z\d][A-Za-z\d_-]*)$/.exec(withoutLinks(entry.handle))?.[1];
  if (own) handles.push(own);
  const spoken = name || handles[0] || nicknames[0] || abbreviations[0];
  if (!spoken || !hasLetter(spoken)) return undefined;
  const [bare, organisation] = withoutOrganisation(spoken);
  const told = role ?? organisation ?? (behind || entry.role);
  return {
    name: firstNameFirst(bare),
    written: entry.text,
    nicknames,
    abbreviations,
    handles,
    ...(told !== undefined && { role: told }),
    listed,
  };
}

/** A handle, the end of its parentheses, and what stands behind it, which is no name if one stands before. */
const handleAndMore = /(?<![\p{L}\d.])@([A-Za-z\d][A-Za-z\d_-]*)(\)?)([^()@]*)/gu;

/** Calendars write `ann.bell@example.org`, mail programs `Ann Bell <ann@example.org>`. */
function withoutAddress(text: string): string {
  if (!/\S@\S/.test(text)) return text;
  const whole = /^<?([\p{L}\d._-]{1,60})@[\p{L}\d.-]{1,80}>?$/u.exec(text)?.[1];
  return whole?.replace(/[._]/g, " ") ?? text.replace(/<[^<>@\s]{1,60}@[^<>@\s]{1,80}>/g, " ");
}

interface Asides {
  /** What is left of the entry. */
  readonly name: string;
  readonly nicknames: string[];
  readonly abbreviations: string[];
  readonly handle?: string;
  readonly role?: string;
}

const areCapitals = letterTest(String.raw`^[\p{Lu}]{2,4}$`);

/** What stands in quotes and parentheses: capitals abbreviate, the end tells a role, everything else is a nickname. */
function readAsides(entry: string): Asides {
  const nicknames: string[] = [];
  const abbreviations: string[] = [];
  let role: string | undefined;
  let handle: string | undefined;
  let name = "";
  let reached = 0;
  for (const match of entry.matchAll(/[“"”]([^“"”]*)[“"”]|\(([^()]*)\)/g)) {
    name += `${nameIn(entry.slice(reached, match.index), reached)} `;
    reached = match.index + match[0].length;
    const words = (match[1] ?? match[2] ?? "").trim();
    if (words === "") continue;
    if (words.includes("/") && pronouns.test(words)) continue;
    if (areCapitals(words) && abbreviates(words, entry)) abbreviations.push(words);
    else if (match[1] !== undefined || !/^\s*(?:,|$)/.test(entry.slice(reached))) nicknames.push(words);
    else if (/^[a-z][a-z\d-]{2,38}$/.test(words) && !roles.test(words)) handle = words;
    else role = words;
  }
  name = withoutPictures(name + nameIn(entry.slice(reached), reached))
    .replace(/[*_]{1,2}|~~/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return {
    name: trimEnd(name, ".,;:- "),
    nicknames,
    abbreviations,
    ...(handle !== undefined && { handle }),
    ...(role !== undefined && { role }),
  };
}

/** Behind an aside and a comma there is an organisation: `Ann (she/her), Example Org`. */
function nameIn(piece: string, start: number): string {
  return start > 0 && /^\s*,/.test(piece) ? "" : piece;
}

/** A pencil behind the name tells that somebody takes notes. */
function withoutPictures(text: string): string {
  return isAscii.test(text) ? text : text.replace(/[\p{Extended_Pictographic}\p{So}]\uFE0F?/gu, " ");
}

/** Pronouns, which are nobody's other name. */
const pronouns = /^(?:he|she|they|it|xe|ze)(?:\s*\/\s*\p{L}+)+$/iu;

/** Roles in small letters, which are nobody's handle. */
const roles =
  /^(?:chair|cochair|co-chair|scribe|notes|minutes|host|guest|remote|observer|member|voting|moderator|editor|facilitator|notetaker|note-taker|secretary|late|partial|regrets|emeritus|staff|lead|onsite|online|virtual|in-person)$/;

/** Whether capitals can stand for the person of the entry: `(MM)` of Ada Miller, but not `(TSC)`. */
function abbreviates(capitals: string, entry: string): boolean {
  const initial = capitals.charAt(0).toLowerCase();
  const words = comparable(entry.replace(/\([^()]*\)/g, " ")).split(/[ -]/);
  return words.some((word) => word.startsWith(initial));
}

/** `Ann Bell, Example Org` and `Ann Bell - Example Org`; a name of one word before the comma is a last name. */
function withoutOrganisation(name: string): [name: string, organisation?: string] {
  const border = name.search(/[,;]| (?:--?|[–—]) /);
  const [person, organisation] = [name.slice(0, border).trim(), name.slice(border + 1).replace(/^[-–—,\s]+/, "")];
  const isPerson = border > 0 && person.includes(" ") && organisation !== "" && !organisation.includes(",");
  return isPerson ? [person, organisation.trim()] : [name];
}

/** Semicolons separate the names where commas stand within them: `Brown, Ann; Diaz, Bo`. */
function hasSemicolons(source: string): boolean {
  const pieces = source.split(";").filter((piece) => piece.trim() !== "");
  return pieces.length > 1 && pieces.every((piece) => /^\s*[^\s,]+\s*,[^,]+$/.test(piece));
}

function withoutLinks(text: string): string {
  return text.replace(/\[([^[\]]*)\]\([^()]*\)/g, "$1").replace(/<br\s*\/?>/gi, " ");
}

/** `Brown, Andrew` (in lists that are not separated by commas) is Andrew Brown. */
function firstNameFirst(name: string): string {
  const parts = name.split(",").map((part) => part.trim());
  return parts.length === 2 && parts.every((part) => part !== "") ? `${parts[1]} ${parts[0]}` : name;
}
