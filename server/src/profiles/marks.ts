import { areAbbreviated } from "../model/listedPeople";
import { Lexicon } from "../model/notSpeakers";
import { type PageFact, Pages } from "../model/pages";
import { areSameSets } from "../model/remembered";
import { saysCancelled } from "../model/standIns";
import type { Chunk } from "../parse/chunk";
import type { ChunkedText } from "../parse/chunkedText";
import { comparable, comparableNames } from "../text/compare";
import { startsWithAsciiLetter } from "../text/letters";
import { rememberingOf } from "../text/remembering";
import { trimEnd } from "../text/trim";
import { attendeeTable } from "./attendeeTable";
import type { Mark } from "./profile";
import { addName, longestName, type WantedName, wantedNames } from "./wantedNames";

/** What the lines of a text show of a note, whatever its form; nothing of it needs a parse. */
export interface MarksOfText {
  /** The words of the first heading; empty where there is none. */
  readonly title: string;
  readonly boldTurns: number;
  /** Whether it says little more than that the meeting was cancelled. */
  readonly isCancelled: boolean;
  /** Whether it has a heading, label, column or row that some signature asks for. */
  has(mark: string): boolean;
  /** The first of the names that are the mark which the text has. */
  nameOf(mark: Mark): WantedName | undefined;
  /** Paragraphs or bullets that start with the name (or the handle) of somebody who does so more than once. */
  turns(orHandle: boolean): number;
  /** What else than the marks of single lines the answers that were given hang on. */
  readonly hangsOn: Readonly<WholeText>;
}

/** What a text as a whole tells of a note. */
export interface WholeText {
  /** How many turns there are. */
  turns: boolean;
  /** That it is short. */
  length: boolean;
}

/** Finds the marks of one version of a text after the other; what an edit did not touch is not looked at again. */
export class MarkFinder {
  #pages = Pages.none<Chunk>();

  /** The marks in the text. */
  find({ chunks }: ChunkedText): MarksOfText {
    this.#pages = this.#pages.next(chunks);
    return new FoundMarks(this.#pages);
  }

  /** What comments in the last version say of the file, in order: `note`, `ignore`, `profile x`. */
  comments(): string[] {
    return this.#pages.derive(commentsOfPage).flatMap(({ value }) => value);
  }
}

/** Looks for what is asked for: a table of attendees, which is first asked for, tells enough. */
class FoundMarks implements MarksOfText {
  #inTables: ReadonlySet<string> | undefined;
  #inLines: PageMarks | undefined;
  readonly hangsOn: WholeText = { turns: false, length: false };

  constructor(private readonly pages: Pages<Chunk>) {}

  get title(): string {
    return this.#lines.title;
  }

  get boldTurns(): number {
    return this.#lines.boldTurns;
  }

  get isCancelled(): boolean {
    this.hangsOn.length ||= this.#lines.isCancelled;
    return this.#lines.isCancelled;
  }

  has(mark: string): boolean {
    return this.#tables.has(mark) || this.#lines.found.has(mark);
  }

  nameOf(mark: Mark): WantedName | undefined {
    const names = wantedNames(mark);
    let first: WantedName | undefined;
    // A text has few of the many names.
    for (const found of [this.#tables, this.#lines.found]) {
      for (const key of found) {
        const named = names.get(key);
        if (named && (!first || named.place < first.place)) first = named;
      }
    }
    return first;
  }

  get #tables(): ReadonlySet<string> {
    this.#inTables ??= new Set(this.pages.derive(tablesOfPage).flatMap(({ value }) => [...value]));
    return this.#inTables;
  }

  turns(orHandle: boolean): number {
    this.hangsOn.turns = true;
    return countRecurring(
      this.pages.derive(namesBeforeColon).map(({ value }) => value),
      orHandle,
    );
  }

  get #lines(): PageMarks {
    if (this.#inLines) return this.#inLines;
    const found = this.pages.derive(marksOfPage).map(({ value }) => value);
    this.#inLines = {
      title: found.find(({ title }) => title !== "")?.title ?? "",
      found: new Set(found.flatMap((page) => [...page.found])),
      boldTurns: found.reduce((sum, page) => sum + page.boldTurns, 0),
      isCancelled: this.pages.items.length <= mostOfCancelled && found.some((page) => page.isCancelled),
    };
    return this.#inLines;
  }
}

/** In chunks; who writes more than this tells more. */
const mostOfCancelled = 6;

/**
 * Whether two versions of a line, with the blank behind them, have the same marks: what of it may decide whether a text
 * is a note. Whose turn it is matters where turns are counted.
 */
export function areMarkedAlike(before: Line, after: Line, turnsCount: boolean): boolean {
  if (turnsCount && nameBeforeColon(before.text) !== nameBeforeColon(after.text)) return false;
  const [one, other] = [before.text.trimStart(), after.text.trimStart()];
  const label = plainLabel.exec(one)?.[0];
  // Behind a label there are no more marks but those of tables, abbreviations in brackets and what is cancelled.
  if (label !== undefined && other.startsWith(label) && !maybeMarked.test(one) && !maybeMarked.test(other)) {
    return saysCancelled(one) === saysCancelled(other);
  }
  const [marks, others] = [marksOfLine(before), marksOfLine(after)];
  if (marks.boldTurns !== others.boldTurns || marks.isCancelled !== others.isCancelled) return false;
  return areSameSets(marks.found, others.found) && areSameSets(marks.inTables, others.inTables);
}

/** One line of a text, and nothing else. */
type Line = Pick<Chunk, "text">;

const marksOfLine = rememberingOf(({ text }: Line) => {
  const chunks = [{ text: text.trimStart() }];
  const { found, boldTurns, isCancelled } = marksOfPage(chunks);
  return { found, boldTurns, isCancelled, inTables: tablesOfPage(chunks) };
});

/** A label in plain letters, at the start of a bullet or line. */
const plainLabel = /^(?:[-*+] )?[A-Za-z][^:：*_|\r\n]{1,58}:/;

const maybeMarked = /[|(]/;

/** The sign of a paragraph of people with abbreviations for {@link MarksOfText.has}. */
export const abbreviatedAttendees = "abbreviated attendees";

/** The sign of a row of a two-row table, or of what was to be one. */
export const attendeeRow = "attendee row";

/** What stands in no table. */
interface PageMarks {
  readonly title: string;
  /** Names of headings and labels that some signature asks for, and {@link abbreviatedAttendees}. */
  readonly found: ReadonlySet<string>;
  readonly boldTurns: number;
  readonly isCancelled: boolean;
}

const marksOfPage: PageFact<Pick<Chunk, "text">, PageMarks> = (chunks) => {
  const found = new Set<string>();
  let title = "";
  let boldTurns = 0;
  let isCancelled = false;
  for (const { text } of chunks) {
    const lines = linesOf(text);
    const heading = headingOf(lines);
    for (const words of headingsIn(text, heading)) {
      if (title === "") title = words;
      for (const name of [words, words.split(/[:：(]/, 1)[0] ?? ""]) addName(found, "heading", name);
    }
    if (isVerbatim.test(text)) continue;
    if (text.includes("(") && areAbbreviated(text.replace(lineOfDashes, ""))) found.add(abbreviatedAttendees);
    if (heading === undefined) {
      for (const line of lines) {
        if (line === "") continue;
        const label = labelOf(line);
        if (label !== undefined) addName(found, "label", label);
        const item = startsWithDigit(line) ? numbered.exec(line)?.[1] : undefined;
        if (item !== undefined) addName(found, "item", item);
      }
      const bold = boldName.exec(text)?.[1];
      if (bold !== undefined && isName(bold)) boldTurns++;
      isCancelled ||= saysCancelled(text);
    }
  }
  return { title, found, boldTurns, isCancelled };
};

function startsWithDigit(line: string): boolean {
  const first = line[0] ?? "";
  return first >= "0" && first <= "9";
}

const numbered = /^\d{1,3}[.)][ \t]+([^(\r\n]{4,80})/;

const tablesOfPage: PageFact<Pick<Chunk, "text">, ReadonlySet<string>> = (chunks) => {
  const found = new Set<string>();
  for (const { text } of chunks) if (text.includes("|")) addTable(found, linesOf(text));
  return found;
};

function linesOf(text: string): string[] {
  return text.includes("\r") ? text.split(/\r\n|[\r\n]/) : text.split("\n");
}

/** The columns of a table, and a row that lists the attendees behind its label. */
function addTable(found: Set<string>, lines: readonly string[]): void {
  for (const [index, line] of lines.entries()) {
    if (!line.includes("|")) continue;
    const cells = line.split("|").map((cell) => cell.trim());
    const [first = "", second = ""] = cells;
    if (attendingLabels.has(comparable((first || second).replace(/[*_:]/g, "")))) found.add(attendeeRow);
    // Below the header there is a line of dashes.
    if (/^[ \t|:-]*$/.test(lines[index + 1] ?? "") && (lines[index + 1] ?? "").includes("-")) {
      for (const cell of cells) addName(found, "column", cell);
    }
  }
}

const attendingLabels = comparableNames(attendeeTable.format.attendees.attending);

/** The words of the heading that the lines start with. */
function headingOf(lines: readonly string[]): string | undefined {
  const [first, second] = [lines[0] ?? "", lines[1] ?? ""];
  const line = first.startsWith("\uFEFF") ? first.slice(1) : first;
  if (line.startsWith("#") && /^#{1,6}[ \t]/.test(line))
    return trimEnd(trimEnd(line, " \t"), "#")
      .replace(/^#{1,6}[ \t]/, "")
      .trim();
  const isSetext =
    second !== "" && /^ {0,3}(?:=|--)/.test(second) && line.trim() !== "" && /^(?:=+|-+)$/.test(second.trim());
  return isSetext && !/^ {0,3}(?:[-*+>|]|\d{1,9}[.)])/.test(line) ? line.trim() : undefined;
}

/** The words of the heading that a chunk starts with, and of those below its other lines: behind indented code it may go on. */
function headingsIn(text: string, first: string | undefined): readonly string[] {
  const headings = first === undefined ? none : [first];
  if (!(text.includes("\n#") || text.includes("\r#")) || /```|~~~|</.test(text)) return headings;
  const below = [...text.matchAll(/(?<=[\r\n])#{1,6}[ \t][^\r\n]*/g)];
  return [...headings, ...below.flatMap(([line]) => headingOf([line]) ?? [])];
}

const none: readonly string[] = [];

/** A fence or HTML: what stands in it is nobody's. */
const isVerbatim = /^ {0,3}(?:```|~~~|<)/;

/** What a line or bullet starts with in bold, or before a colon; or all of it, if that is but a few words. */
function labelOf(line: string): string | undefined {
  const words = withoutMarker(line.trimStart());
  const isMarked = words.startsWith("*") || words.startsWith("_");
  const bold = isMarked ? /^(?:\*\*|__)([^*_]{2,60})(?:\*\*|__)/.exec(words.slice(0, longestName))?.[1] : undefined;
  if (bold !== undefined || isMarked) return bold;
  const plain = /^[^:：*_|]{2,60}/.exec(words)?.[0] ?? "";
  const next = words[plain.length];
  if (next === ":" || next === "：") return plain;
  // Most lines go on behind the longest label.
  if (next !== undefined && next !== " " && next !== "\t") return undefined;
  const whole = trimEnd(words, " \t");
  return plain.length >= whole.length ? whole : undefined;
}

function withoutMarker(words: string): string {
  return !startsWithAsciiLetter(words) && /^[-*+][ \t]/.test(words) ? words.slice(2).trimStart() : words;
}

const boldName = /^(?:[-*+] )?\*\*([^*:\r\n]{2,40})(?::\*\*|\*\*(?=[ \t]{0,9}(?:[:\r\n]|$|\[\d|[-–—][ \t])))/;

/** Below it, a list of people is no heading. */
const lineOfDashes = /^-{3,80}[ \t]{0,9}\r?\n/;

const lexicon = new Lexicon();

function isName(words: string): boolean {
  return lexicon.looksLikeName(words, false);
}

const namesBeforeColon: PageFact<Chunk, ReadonlyMap<string, number>> = (chunks) => {
  const counts = new Map<string, number>();
  for (const { text } of chunks) {
    if (isVerbatim.test(text) || !text.includes(": ")) continue;
    for (const line of text.split(/[\r\n]/)) {
      const name = nameBeforeColon(line);
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
};

function nameBeforeColon(line: string): string | undefined {
  const name = /^(?:[-*+] )?(\p{L}[^:\r\n]{1,30}): /u.exec(line.trimStart())?.[1];
  const isName = name !== undefined && (lexicon.looksLikeName(name, true) || lexicon.looksLikeHandle(name));
  return isName ? name : undefined;
}

function countRecurring(pages: readonly ReadonlyMap<string, number>[], orHandle: boolean): number {
  const counts = new Map<string, number>();
  for (const [name, count] of pages.flatMap((page) => [...page])) {
    if (orHandle || !lexicon.looksLikeHandle(name)) counts.set(name, (counts.get(name) ?? 0) + count);
  }
  const recurring = [...counts.values()].filter((count) => count > 1);
  return recurring.length < 2 ? 0 : recurring.reduce((sum, count) => sum + count, 0);
}

const commentsOfPage: PageFact<Chunk, readonly string[]> = (chunks) => {
  return chunks.flatMap((chunk) => {
    if (!chunk.text.includes("notewright:")) return [];
    return chunk.blocks.flatMap(({ kind, span }) => {
      const source = kind === "html" ? chunk.text.slice(span.start, span.end) : "";
      return /<!--\s*notewright:\s*(note|ignore|profile\s+[\w-]+)\s*-->/.exec(source)?.[1] ?? [];
    });
  });
};
