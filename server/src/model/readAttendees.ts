import type { Part, Span } from "../text/span";
import { trimPart } from "../text/span";
import { trimEnd } from "../text/trim";
import type { Attendee } from "./note";
import { isNobody } from "./standIns";

/** The names of a list: separated by commas, semicolons, `<br>` or "and", never inside parentheses or links. */
export function splitNames(text: string, span: Span): Part[] {
  const source = text.slice(span.start, span.end);
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

/** The attendee that an entry of a list names, or undefined where it holds a placeholder only. */
export function readAttendee(entry: Part, listed: boolean): Attendee | undefined {
  if (isNobody(entry.text)) return undefined;
  const handles: string[] = [];
  const withoutHandles = withoutLinks(entry.text).replace(/@([A-Za-z\d][A-Za-z\d-]*)/g, (_, handle: string) => {
    handles.push(handle);
    return "";
  });
  const { name, nicknames, abbreviations, role } = readAsides(withoutHandles);
  const spoken = name || handles[0] || nicknames[0] || abbreviations[0];
  if (!spoken || !/\p{L}/u.test(spoken)) return undefined;
  return {
    name: firstNameFirst(spoken),
    written: entry.text,
    span: entry.span,
    nicknames,
    abbreviations,
    handles,
    ...(role !== undefined && { role }),
    listed,
  };
}

interface Asides {
  /** What is left of the entry. */
  readonly name: string;
  readonly nicknames: string[];
  readonly abbreviations: string[];
  readonly role?: string;
}

/** What stands in quotes and parentheses: capitals abbreviate, the end tells a role, everything else is a nickname. */
function readAsides(entry: string): Asides {
  const nicknames: string[] = [];
  const abbreviations: string[] = [];
  let role: string | undefined;
  let name = "";
  let reached = 0;
  const end = entry.trimEnd().length;
  for (const match of entry.matchAll(/[“"”]([^“"”]*)[“"”]|\(([^()]*)\)/g)) {
    name += `${entry.slice(reached, match.index)} `;
    reached = match.index + match[0].length;
    const words = (match[1] ?? match[2] ?? "").trim();
    if (words === "") continue;
    if (/^\p{Lu}{2,4}$/u.test(words)) abbreviations.push(words);
    else if (match[1] !== undefined || reached < end) nicknames.push(words);
    else role = words;
  }
  name = (name + entry.slice(reached))
    .replace(/[*_]{1,2}/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return { name: trimEnd(name, ".,;: "), nicknames, abbreviations, ...(role !== undefined && { role }) };
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
