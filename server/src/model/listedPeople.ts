import type { Block, ItemBlock, TableBlock, Words } from "../parse/blocks";
import { beforeComments } from "../text/comments";
import { shiftPart, shiftSpan } from "../text/shift";
import { type Part, type Span, trimPart } from "../text/span";
import { trimEnd } from "../text/trim";
import type { AttendeeForm } from "./format";
import type { ListedPeople, PeopleRole } from "./note";
import { namesMore, type PeopleNames } from "./peopleNames";
import { isStandIn, splitNames } from "./readAttendees";
import { isColumnOfNames, readColumns } from "./readColumns";

/** The list as it stands `offset` characters further on. */
export function shiftListed(listed: ListedPeople, offset: number): ListedPeople {
  const { label, span, entries } = listed;
  return {
    ...listed,
    ...(label && { label: shiftPart(label, offset) }),
    span: shiftSpan(span, offset),
    entries: entries.map((entry) => ({ ...entry, span: shiftSpan(entry.span, offset) })),
  };
}

/** The people that a block lists behind labels of its own, wherever it stands; empty for most blocks. */
export function findLabelled(text: string, block: Block, names: PeopleNames): readonly ListedPeople[] {
  switch (block.kind) {
    case "paragraph":
      return findInLines(text, block.words, names);
    case "item":
      return findInItem(text, block, names);
    case "heading":
      return findInHeading(text, block.words, names);
    case "table":
      return isColumnOfNames(block.rows, names) ? [tableOf(text, block)] : [];
    case "code":
      return findInFence(text, block.span, names);
    default:
      return [];
  }
}

/** Whether the block starts with a label for people. */
export function startsWithLabel(text: string, block: Block, names: PeopleNames): boolean {
  if (block.kind !== "item" && block.kind !== "paragraph") return false;
  const own = trimPart(text, block.words.span);
  return (labelOf(own, names) ?? bareLabelOf(own, names)) !== undefined;
}

/** The people that a block lists under a heading or line that says what is listed; undefined for anything else. */
export function readListed(
  text: string,
  block: Block,
  names: PeopleNames,
  role: PeopleRole,
): readonly ListedPeople[] | undefined {
  const { span } = block;
  const labelled = findLabelled(text, block, names);
  if (labelled.length > 0) return labelled;
  if (block.kind === "table") return [{ ...tableOf(text, block), role }];
  if (block.kind === "code") return findInFence(text, span, names, role);
  if (block.kind === "item") return readItem(text, block, names, role);
  if (block.kind !== "paragraph") return undefined;
  const entries = entriesIn(text, block.words.span);
  return entries.every(isName) ? [{ role, form: formOf(text, block.words.span, entries), span, entries }] : undefined;
}

function readItem(text: string, item: ItemBlock, names: PeopleNames, role: PeopleRole): ListedPeople[] | undefined {
  const { words, span, children } = item;
  const own = trimPart(text, words.span);
  const group = findLabel(own);
  // `Team members: Ann, Bo`, but `AB: Ann Bell` is one of them.
  if (group && !isAbbreviation(group.label.text)) {
    const inLine = splitNames(text, group.value.span);
    const below = children.flatMap((child) =>
      child.kind === "item" ? (readItem(text, child, names, role) ?? []) : [],
    );
    if (inLine.length === 0 && below.length > 0) return below;
    // `Pat: Yes` is something said.
    const isGroup =
      names.roleOf(group.label.text) !== undefined ||
      groupLabel.test(group.label.text) ||
      inLine.length > 1 ||
      group.value.text === "";
    if (!isGroup || !inLine.every(isName)) return undefined;
    return [{ role, form: "line", label: group.label, span, entries: inLine }];
  }
  // Of nobody is so much to be said in a list of people.
  if (children.length > mostBelow && !isName(own)) return undefined;
  return isEntry(own) ? [{ role, form: "bullets", span, entries: own.text === "" ? [] : [own] }] : undefined;
}

/** What stands before some of the people, even if it is only one. */
const groupLabel = /^(?:others?|observers?|visitors?|(?:team |core )?members?)$/i;

/** Bullets below somebody in a list of people: a role, a link. */
const mostBelow = 3;

/** Lines of a paragraph, each with a label and names, or a label and the names below it. */
function findInLines(text: string, words: Words, names: PeopleNames): ListedPeople[] {
  if (areAbbreviated(words.masked) && !labelOf(trimPart(text, words.span), names)) return [abbreviatedIn(text, words)];
  if (!maybeLabelled.test(words.masked)) return [];
  const found: ListedPeople[] = [];
  let open: { readonly role: PeopleRole; readonly label: Part; readonly start: number; end: number } | undefined;
  const close = () => {
    const listed = open && listBehind(text, open.role, open.label, { start: open.start, end: open.end });
    if (listed) found.push(listed);
    open = undefined;
  };
  for (const line of linesIn(text, words.span)) {
    const labelled = findLabel(line);
    const role = labelled && names.roleOf(labelled.label.text);
    if (labelled) close();
    if (labelled && role) {
      open = { role, label: labelled.label, start: labelled.value.span.start, end: line.span.end };
    } else if (open) open.end = line.span.end;
  }
  close();
  return found;
}

function abbreviatedIn(text: string, { span }: Words): ListedPeople {
  return { role: "attendees", form: "line", span, entries: splitNames(text, span) };
}

function findInItem(text: string, item: ItemBlock, names: PeopleNames): ListedPeople[] {
  const own = trimPart(text, item.words.span);
  const labelled = labelOf(own, names) ?? bareLabelOf(own, names);
  if (!labelled) return [];
  const { label, value, role } = labelled;
  if (value.text !== "") {
    const listed = listBehind(text, role, label, value.span);
    return listed ? [{ ...listed, span: item.span }] : [];
  }
  const below = item.children.map((child) => (child.kind === "item" ? readItem(text, child, names, role) : undefined));
  const lists = below.flatMap((list) => list ?? []);
  const isList = below.length > 0 && below.every((list) => list !== undefined);
  const entries = lists.flatMap((list) => list.entries);
  if (isList) return [{ role, form: "bullets", label, span: item.span, entries }];
  const isEmpty = item.children.length === 0 && label.text !== own.text;
  return isEmpty ? [{ role, form: "line", label, span: item.span, entries: [] }] : [];
}

/** `### Moderator: Ann Bell`. */
function findInHeading(text: string, words: Words, names: PeopleNames): ListedPeople[] {
  const { span } = words;
  // A line of dashes below makes a heading of the list.
  if (areAbbreviated(words.masked)) return [abbreviatedIn(text, words)];
  const labelled = labelOf(trimPart(text, span), names);
  if (!labelled || labelled.value.text === "" || namesMore.test(labelled.label.text)) return [];
  const listed = listBehind(text, labelled.role, labelled.label, labelled.value.span);
  return listed ? [listed] : [];
}

/** The names behind a label; undefined where something else stands there. */
function listBehind(text: string, role: PeopleRole, label: Part, value: Span): ListedPeople | undefined {
  const entries = entriesIn(text, value);
  if (!entries.every(isName)) return undefined;
  const span = { start: label.span.start, end: Math.max(label.span.end, value.end) };
  const end = value.start === value.end ? "line" : formOf(text, value, entries);
  return { role, form: end, label, span, entries };
}

/** Names on lines of their own, or behind commas. */
function entriesIn(text: string, span: Span): Part[] {
  const lines = linesIn(text, span);
  const isList = lines.length > 1 && lines.every((line) => !/[,;、，]./.test(withoutAsides(line.text)));
  return isList || areOneEach(text, span, lines) ? lines : splitNames(text, span);
}

/** `Bell, Ann` or `Ann Bell, Secretary`, each on a line that (but for some) ends in a hard break or tells a role. */
function areOneEach(text: string, span: Span, lines: readonly Part[]): boolean {
  const breaks = text.slice(span.start, span.end).match(/(?: {2}|\\)[\r\n]/g) ?? [];
  const isBroken = lines.length > 1 && (breaks.length * 2 > lines.length || breaks.length === lines.length - 1);
  const isPerson = (line: string): boolean => (isBroken ? personInLine.test(line) : isPersonWithRole(line));
  const mayBe = lines.length > 1 || lines.some((line) => line.text.includes(", "));
  return mayBe && lines.every((line) => isPerson(withoutAsides(line.text)));
}

const personInLine = /^[^,;、，]+(?:, [^,;、，]+)?$/;
const nameAndMore = /^[^,;]+(?:, [^,;]*)?$/;
const role = /\b(?:secretary|director|chair|counsel|manager|contributor|member|officer|treasurer|guest|observer)\b/i;

/** A name, or `Ann Bell, Secretary`. */
function isPersonWithRole(line: string): boolean {
  const comma = line.indexOf(", ");
  return nameAndMore.test(line) && (comma === -1 || role.test(line.slice(comma)));
}

function formOf(text: string, span: Span, entries: readonly Part[]): AttendeeForm {
  // Another name behind a comma would be one role more.
  if (entries.length === 1 && entries[0]?.text.includes(", ")) return "lines";
  return entries.length < 2 || linesIn(text, span).length < entries.length ? "line" : "lines";
}

/** The lines that hold words, without a hard break or a comment at their ends. */
function linesIn(text: string, span: Span): Part[] {
  const lines: Part[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(/[^\r\n]+/g)) {
    const start = span.start + match.index;
    const part = trimPart(text, { start, end: start + trimEnd(beforeComments(match[0]), "\\ \t").length });
    if (part.text !== "") lines.push(part);
  }
  return lines;
}

interface PeopleLabel extends Labelled {
  readonly role: PeopleRole;
}

/** The label that the words start with, if it is one for people. */
function labelOf(words: Part, names: PeopleNames): PeopleLabel | undefined {
  const labelled = findLabel(words);
  const role = labelled && names.roleOf(labelled.label.text);
  return role && { ...labelled, role };
}

/** A label on a bullet of its own, without a colon. */
function bareLabelOf(words: Part, names: PeopleNames): PeopleLabel | undefined {
  const role = names.roleOf(words.text);
  const { end } = words.span;
  return role && { label: words, value: { text: "", span: { start: end, end } }, role };
}

interface Labelled {
  readonly label: Part;
  /** What stands behind the label, if anything. */
  readonly value: Part;
}

/** `Label: value`, `**Label:** value`, `**Label**: value`, `**Label**`. */
function findLabel({ text, span }: Part): Labelled | undefined {
  const match = labelPattern.exec(text);
  // In bold, or before a colon.
  const label = match?.[1] ?? match?.[2];
  if (!match || label === undefined) return undefined;
  const start = match[0].indexOf(label);
  const bare = trimEnd(label, " \t:：");
  const value = text.slice(match[0].length);
  const at = span.start + match[0].length;
  const lead = value.length - value.trimStart().length;
  return {
    label: { text: bare, span: { start: span.start + start, end: span.start + start + bare.length } },
    value: { text: value.trim(), span: { start: at + lead, end: at + lead + value.trim().length } },
  };
}

const labelPattern =
  /^(?:(?:\*\*|__)([^*_\r\n]{2,60})(?:\*\*|__)[ \t]*[:：]?|([^\s:：*_|[\]()][^:：*_|[\]()\r\n]{0,60})[:：](?!\/\/))[ \t]*/;

/** What is cheap to look for, and in every label. */
const maybeLabelled = /[:：]|\*\*|__/;

function isAbbreviation(label: string): boolean {
  return /^\p{L}{2,4}$/u.test(label) && /\p{Lu}/u.test(label);
}

/** Whether the words start with three people in a row, each with an abbreviation: `Ann Bell (AB), …`. */
export function areAbbreviated(words: string): boolean {
  // Few texts have so many parentheses, and the pattern takes long to compile.
  return hasThree("(", words) && abbreviated.test(words);
}

function hasThree(character: string, text: string): boolean {
  const first = text.indexOf(character);
  const second = first < 0 ? -1 : text.indexOf(character, first + 1);
  return second >= 0 && text.includes(character, second + 1);
}

const abbreviated = /^(?:[^()\r\n,]{3,50}\(\p{Lu}{2,4}\)[,.]?\s){2}[^()\r\n,]{3,50}\(\p{Lu}{2,4}\)/u;

/** What stands in parentheses, links and quotes. */
function withoutAsides(text: string): string {
  return text.replace(/\[([^[\]]*)\]\([^()]*\)/g, "$1").replace(/\([^()]*\)/g, "");
}

/** Whether words in a list of people can be one of them, or stand where one is to be written. */
function isEntry({ text }: Part): boolean {
  if (text === "" || isStandIn(text)) return true;
  const bare = withoutAsides(text).trim();
  const words = bare.split(/\s+/);
  const isSaid = (words.length > 4 && /[.?!:]$/.test(bare)) || words.some((word) => /^.{4,40}:[*_]*$/.test(word));
  return words.length <= 10 && !isSaid && /[\p{L}@]/u.test(text);
}

/** Whether words behind a label surely name somebody, or stand where a name is to be written. */
function isName({ text }: Part): boolean {
  if (text === "" || isStandIn(text)) return true;
  const bare = trimEnd(
    withoutAsides(text)
      .replace(/[*_~]/g, " ")
      .trim()
      .replace(/^([^,\s]+), /, "$1 ")
      .replace(/^([^, ]+ [^,]+), [^,]+$/, "$1"),
    ". ",
  );
  const words = bare.split(/\s+/);
  if (bare === "" || words.length > 5 || bare.length > 60) return false;
  const areWords = words.every((word) => /^[\p{L}@][\p{L}\p{N}\p{M}.’'@_-]*$/u.test(word));
  if (!areWords || words.length === 1) return areWords;
  const isSmall = (word = ""): boolean => !/^[@\p{Lu}\p{Lo}]/u.test(word);
  // `We waited for him` is no name, `Mary de la Cruz` and `erik Pavel` are.
  return !isSmall(words.at(-1)) && words.filter((word) => isSmall(word) && !particles.test(word)).length < 2;
}

/** Small words within names. */
const particles = /^(?:de|da|do|dos|del|della|der|den|di|du|el|la|le|van|von|vom|zu|zur|bin|ibn|al|ter|ten|af|av|y|e)$/;

function tableOf(text: string, { rows, span }: TableBlock): ListedPeople {
  const { form, entries } = readColumns(text, rows);
  return { role: "attendees", form, span, entries };
}

/** A table that stands in a fence, and nothing beside it. */
function findInFence(text: string, span: Span, names: PeopleNames, role?: PeopleRole): ListedPeople[] {
  const source = text.slice(span.start, span.end);
  if (!/^ {0,3}(?:```|~~~)/.test(source) || !source.includes("|")) return [];
  const lines = linesIn(text, span).filter((line) => !/^(?:```|~~~)/.test(line.text));
  if (lines.some((line) => !line.text.includes("|"))) return [];
  const rows = lines.filter((line) => /[\p{L}\p{N}]/u.test(line.text)).map((line) => cellsOf(text, line.span));
  if (!role && !isColumnOfNames(rows, names)) return [];
  const { form, entries } = readColumns(text, rows);
  return [{ role: role ?? "attendees", form, span, entries }];
}

function cellsOf(text: string, span: Span): Part[] {
  const source = text.slice(span.start, span.end);
  const inner = trimEnd(source, " \t|");
  const cells: Part[] = [];
  let start = /^\s*\|?/.exec(source)?.[0].length ?? 0;
  for (const match of `${inner}|`.matchAll(/\|/g)) {
    if (match.index < start) continue;
    cells.push(trimPart(text, { start: span.start + start, end: span.start + match.index }));
    start = match.index + 1;
  }
  return cells;
}
