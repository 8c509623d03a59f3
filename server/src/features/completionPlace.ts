import type { Attendee, Note } from "../model/note";
import { areNamed } from "../model/readSpeakers";
import { anyOf } from "../text/pattern";
import { remembering } from "../text/remembering";
import type { Span } from "../text/span";
import type { NoteDocument } from "../workspace/store";
import { bulletPattern, type LineAround, lineAround, namePattern } from "./lineAround";
import type { OpenNote } from "./openNote";
import { findOwnerPlace, maybeOwner } from "./ownerPlace";

/** A place where a person's name is expected, and what is typed of it. */
export interface CompletionPlace {
  readonly kind: "speaker" | "presenter" | "owner" | "attendee" | "note taker";
  /** What stands before the name and is replaced with it: `[`, `\[` or `**`. */
  readonly mark: string;
  /** The names before it that it is joined to, with what joins them: `Ann, ` or `Ann and `; replaced with it. */
  readonly joined: string;
  /** Whom those names mean. */
  readonly named: readonly Attendee[];
  /** What is typed of the name. */
  readonly typed: string;
  /** What an accepted name replaces: mark, typed letters, and what is left of a label behind the caret. */
  readonly replaced: Span;
}

/** Whether the caret may stand where a name is expected; a look at its line alone, for every character that is typed. */
export function maybeCompletable(document: NoteDocument, offset: number): boolean {
  const { before } = lineAround(document, offset);
  if (before.includes("|") || maybeOwner(before)) return true;
  return before.length < 120 && nameStart(anyMarker).test(before);
}

/** The place where a name is expected, if the caret stands in one. */
export function findCompletionPlace(open: OpenNote, offset: number): CompletionPlace | undefined {
  const { document, note } = open;
  const line = lineAround(document, offset);
  const cell = findCell(note, line) ?? findEntry(open, line);
  if (cell) return cell;
  const owner = findOwnerPlace(open, line);
  const place = owner ? ({ kind: "owner", mark: "", joined: "", named: [], ...owner } as const) : findStart(open, line);
  return place && !isLiteral(note, open.toNote(offset)) ? place : undefined;
}

/** In the attendee table: behind the last comma of a cell. */
function findCell(note: Note, { before, start }: LineAround): CompletionPlace | undefined {
  const caret = start + before.length;
  const row = note.table?.rows.find(({ label }) => label.span.start >= start && label.span.end <= caret);
  if (!row || row.kind === "other") return undefined;
  const [, ...cells] = before.slice(row.label.span.end - start).split("|");
  const [cell] = cells;
  if (cell === undefined || cells.length > 1) return undefined;
  const typed = (cell.split(/[,;、，]|\s(?:and|&)\s/).at(-1) ?? "").trimStart();
  const kind = row.kind === "attending" ? "attendee" : "note taker";
  return { kind, mark: "", joined: "", named: [], typed, replaced: { start: caret - typed.length, end: caret } };
}

/** In a list of people that is no table: a bullet, or what stands behind the last comma or the label. */
function findEntry({ note, toNote }: OpenNote, { before, start }: LineAround): CompletionPlace | undefined {
  const caret = start + before.length;
  const at = toNote(caret);
  const list = note.lists.find(({ form, span }) => form !== "row" && span.start <= at && toNote(start) <= span.end);
  if (list?.role !== "attendees" && list?.role !== "note taker") return undefined;
  const bare = before
    .replace(/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/, "")
    .replace(/^[*_]{0,2}[^:：|*_]{2,60}[*_]{0,2}[:：][*_]{0,2}/, "");
  const typed = (bare.split(/[,;、，|]|\s(?:and|&)\s/).at(-1) ?? "").trimStart();
  if (!isNameTyped.test(typed)) return undefined;
  const kind = list.role === "attendees" ? "attendee" : "note taker";
  return { kind, mark: "", joined: "", named: [], typed, replaced: { start: caret - typed.length, end: caret } };
}

const isNameTyped = /^[\p{L}\p{N}.’' -]{0,40}$/u;

/** At the start of a bullet or paragraph, behind its task box and action marker. */
function findStart(open: OpenNote, { before, after, start }: LineAround): CompletionPlace | undefined {
  const { document, note, format } = open;
  const match = nameStart(anyOf(format.actions.markers)).exec(before);
  if (!match?.groups) return undefined;
  const { lead = "", mark = "", joined = "", typed = "" } = match.groups;
  const caret = start + before.length;
  const isBullet = /\S/.test(lead);
  if (!isBullet && !startsParagraph(document, start)) return undefined;
  const named = resolveJoined(note, joined);
  if (!named) return undefined;
  const rest = restOfLabel.exec(after)?.[0] ?? "";
  const replaced = { start: caret - typed.length - joined.length - mark.length, end: caret + rest.length };
  const isTopTopic = mark.endsWith("[") && /^\S+\s+$/.test(lead) && roleAt(note, open.toNote(caret)) === "agenda";
  return { kind: isTopTopic ? "presenter" : "speaker", mark, joined, named, typed, replaced };
}

/** Whom the names before a joint mean; undefined where one of them means nobody: then they are words of a sentence. */
function resolveJoined(note: Note, joined: string): Attendee[] | undefined {
  const names = joined
    .split(joint)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const resolved = names.map((name) => ({ who: note.people.resolve(name) }));
  if (!areNamed(resolved)) return undefined;
  return resolved.flatMap(({ who }) => (who.kind === "one" ? [who.person] : []));
}

/**
 * A line up to the caret, where the caret stands in a name that the line starts with; `marker` is a pattern. Asked at
 * every key for the same few markers, and slow to make.
 */
const nameStart = remembering(10, (marker: string): RegExp => {
  const action = String.raw`[*_]{0,2}(?:${marker})s?:[*_]{0,2}[ \t]+`;
  const start = String.raw`^(?<lead>${bulletPattern}| {0,3})(?:${action})?(?<mark>\\?\[|\*\*)?`;
  const joined = `(?:${namePattern}(?:[ ]*[,&/+][ ]*|[ ]and[ ])){0,4}`;
  return new RegExp(`${start}(?<joined>${joined})(?<typed>${namePattern})?$`, "iu");
});

/** What joins the names of people who speak together, but for blanks. */
const joint = /[,&/+]|[ ]and[ ]/;

/** Whatever may be an action marker. */
const anyMarker = String.raw`\p{L}[\p{L} ]{0,20}`;

/** What is left of a label behind the caret, up to what was said: `in: `, a `]` that an editor put there, or a space. */
const restOfLabel = /^(?:[\p{L}\p{N}.’'-]*(?:(?:\\?\]|\*\*):?|::?(?:\*\*)?)[ \t]*|[ \t]+)/u;

function startsParagraph({ text, lines }: NoteDocument, start: number): boolean {
  const line = lines.lineAt(start);
  if (line === 0) return true;
  const above = lines.lineSpan(line - 1);
  return /^[ \t]*(?:#{1,6}[ \t].*)?$/.test(text.slice(above.start, above.end));
}

function roleAt(note: Note, offset: number): string | undefined {
  return note.sections.findLast(({ head }) => head.start <= offset)?.form?.role;
}

/** Whether the offset lies in code, HTML or front matter; bullets indented too far are code to Markdown alone. */
function isLiteral({ text, literals }: Note, offset: number): boolean {
  if (!/```|~~~|<|^---|^\+\+\+/m.test(text)) return false;
  return literals.some(({ start, end }) => start <= offset && offset <= end);
}
