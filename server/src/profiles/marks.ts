import { areAbbreviated } from "../model/listedPeople";
import { Lexicon } from "../model/notSpeakers";
import { type PageFact, Pages } from "../model/pages";
import { saysCancelled } from "../model/standIns";
import type { Chunk } from "../parse/chunk";
import type { ChunkedText } from "../parse/chunkedText";
import { comparable, comparableName } from "../text/compare";
import { rememberingOf } from "../text/remembering";
import { trimEnd } from "../text/trim";
import { attendeeTable } from "./attendeeTable";
import { builtInProfiles } from "./builtIn";
import type { Mark } from "./profile";

/** What the lines of a text show of a note, whatever its form; nothing of it needs a parse. */
export interface MarksOfText {
  /** The words of the first heading; empty where there is none. */
  readonly title: string;
  readonly boldTurns: number;
  /** Whether it says little more than that the meeting was cancelled. */
  readonly isCancelled: boolean;
  /** Whether it has a heading, label, column or row that some signature asks for. */
  has(mark: string): boolean;
  /** Paragraphs or bullets that start with the name (or the handle) of somebody who does so more than once. */
  turns(orHandle: boolean): number;
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

  constructor(private readonly pages: Pages<Chunk>) {}

  get title(): string {
    return this.#lines.title;
  }

  get boldTurns(): number {
    return this.#lines.boldTurns;
  }

  get isCancelled(): boolean {
    return this.#lines.isCancelled;
  }

  has(mark: string): boolean {
    this.#inTables ??= new Set(this.pages.derive(tablesOfPage).flatMap(({ value }) => [...value]));
    return this.#inTables.has(mark) || this.#lines.found.has(mark);
  }

  turns(orHandle: boolean): number {
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

/** What of a line may decide whether a text is a note, to compare two versions of it. */
export function signOf(line: string): string {
  const chunks = [{ text: line.trimStart() }];
  const { found, boldTurns, isCancelled } = marksOfPage(chunks);
  return [...tablesOfPage(chunks), ...found, boldTurns, isCancelled].join("|");
}

/** How a mark that is found by a name stands for {@link MarksOfText.has}. */
function foundAs(kind: NamedKind, comparableWords: string): string {
  return `${kind} ${comparableWords}`;
}

/** The sign of a paragraph of people with abbreviations for {@link MarksOfText.has}. */
export const abbreviatedAttendees = "abbreviated attendees";

/** The sign of a row of a two-row table, or of what was to be one. */
export const attendeeRow = "attendee row";

/** The names that are a mark, each as what it may stand in a text, and how it stands for {@link MarksOfText.has}. */
export const wantedNames = rememberingOf((mark: Mark) => {
  const names = "names" in mark ? mark.names.map((name) => ({ name, words: comparableName(name) })) : [];
  return kindsOf(mark.kind).flatMap((kind) =>
    names.map(({ name, words }) => ({ kind, name, key: foundAs(kind, words) })),
  );
});

const wanted: ReadonlySet<string> = new Set(
  builtInProfiles.flatMap(({ signatures }) =>
    signatures
      .flat()
      .flatMap(wantedNames)
      .map(({ key }) => key),
  ),
);

function kindsOf(kind: Mark["kind"]): readonly NamedKind[] {
  if (kind === "heading" || kind === "label" || kind === "column") return [kind];
  if (kind === "without heading") return ["heading"];
  if (kind === "item") return ["heading", "item"];
  return kind === "section" ? ["heading", "label"] : ["heading", "label", "column"];
}

/** What may have a name that tells of a note. */
export type NamedKind = "heading" | "label" | "item" | "column";

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
    for (const words of [...(heading === undefined ? [] : [heading]), ...headingsFurtherDown(text)]) {
      if (title === "") title = words;
      for (const name of [words, words.split(/[:：(]/, 1)[0] ?? ""]) addName(found, "heading", name);
    }
    if (!isVerbatim.test(text) && areAbbreviated(text.replace(lineOfDashes, ""))) found.add(abbreviatedAttendees);
    if (heading === undefined && !isVerbatim.test(text)) {
      for (const line of lines) {
        addName(found, "label", labelOf(line) ?? "");
        const item = /^\d{1,3}[.)][ \t]+([^(\r\n]{4,80})/.exec(line)?.[1];
        if (item !== undefined) addName(found, "item", item);
      }
      if (isName(boldName.exec(text)?.[1] ?? "")) boldTurns++;
      isCancelled ||= saysCancelled(text);
    }
  }
  return { title, found, boldTurns, isCancelled };
};

const tablesOfPage: PageFact<Pick<Chunk, "text">, ReadonlySet<string>> = (chunks) => {
  const found = new Set<string>();
  for (const { text } of chunks) if (text.includes("|")) addTable(found, linesOf(text));
  return found;
};

function linesOf(text: string): string[] {
  return text.split(/\r\n|[\r\n]/);
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

const attendingLabels = new Set(attendeeTable.format.attendees.attending.map(comparable));

/** In UTF-16 units; with room for accents and dots. */
const longestName = 80;

function addName(found: Set<string>, kind: NamedKind, name: string): void {
  if (name.length > longestName) return;
  const mark = foundAs(kind, comparable(trimEnd(name.trim().replace(/^[*_]+/, ""), "*_: ：")));
  if (wanted.has(mark)) found.add(mark);
}

/** The words of the heading that the lines start with. */
function headingOf([first = "", second = ""]: readonly string[]): string | undefined {
  const line = first.replace(/^\uFEFF/, "");
  if (/^#{1,6}[ \t]/.test(line))
    return trimEnd(trimEnd(line, " \t"), "#")
      .replace(/^#{1,6}[ \t]/, "")
      .trim();
  const isSetext = line.trim() !== "" && /^ {0,3}(?:=|--)/.test(second) && /^(?:=+|-+)$/.test(second.trim());
  return isSetext && !/^ {0,3}(?:[-*+>|]|\d{1,9}[.)])/.test(line) ? line.trim() : undefined;
}

/** The words of headings below other lines of a chunk: behind indented code it may go on. */
function headingsFurtherDown(text: string): string[] {
  if (!/[\r\n]#/.test(text) || /```|~~~|</.test(text)) return [];
  return [...text.matchAll(/(?<=[\r\n])#{1,6}[ \t][^\r\n]*/g)].flatMap(([line]) => headingOf([line]) ?? []);
}

/** A fence or HTML: what stands in it is nobody's. */
const isVerbatim = /^ {0,3}(?:```|~~~|<)/;

/** What a line or bullet starts with in bold, or before a colon; or all of it, if that is but a few words. */
function labelOf(line: string): string | undefined {
  const words = line
    .trimStart()
    .replace(/^[-*+][ \t]/, "")
    .trimStart();
  const bold = /^(?:\*\*|__)([^*_]{2,60})(?:\*\*|__)/.exec(words.slice(0, longestName))?.[1];
  if (bold !== undefined) return bold;
  const plain = /^[^:：*_|]{2,60}/.exec(words)?.[0] ?? "";
  return plain.length === trimEnd(words, " \t").length || /[:：]/.test(words.charAt(plain.length)) ? plain : undefined;
}

const boldName = /^(?:[-*+] )?\*\*([^*:\r\n]{2,40})(?::\*\*|\*\*(?=[ \t]{0,9}(?:[:\r\n]|$|\[\d|[-–—][ \t])))/;

/** Below it, a list of people is no heading. */
const lineOfDashes = /^-{3,80}[ \t]{0,9}\r?\n/;

const lexicon = new Lexicon([]);

function isName(words: string): boolean {
  return lexicon.looksLikeName(words, false);
}

const namesBeforeColon: PageFact<Chunk, ReadonlyMap<string, number>> = (chunks) => {
  const counts = new Map<string, number>();
  for (const { text } of chunks) {
    if (isVerbatim.test(text) || !text.includes(": ")) continue;
    for (const line of text.split(/[\r\n]/)) {
      const [, name = ""] = /^(?:[-*+] )?(\p{L}[^:\r\n]{1,30}): /u.exec(line.trimStart()) ?? [];
      const isSpoken = name !== "" && (lexicon.looksLikeName(name, true) || lexicon.looksLikeHandle(name));
      if (isSpoken) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
};

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
