import type { Block } from "../parse/blocks";
import type { Chunk } from "../parse/chunk";
import type { ChunkedText } from "../parse/chunkedText";
import { shiftBlock } from "../parse/shiftBlocks";
import { shiftSpan } from "../text/shift";
import { contains, type Span } from "../text/span";
import type { Format } from "./format";
import type { AttendeeTable, ListedPeople, Section, Title } from "./note";
import { Pages } from "./pages";
import { type Passage, passagesOf } from "./passage";
import { splitNames } from "./readAttendees";
import type { Where } from "./readingContext";
import { readTable } from "./readTable";
import { readTitle } from "./readTitle";
import { Remembered } from "./remembered";
import { type SectionNames, sectionNamesOf } from "./sectionNames";
import { SectionWalk, Wheres } from "./sectionWalk";

/** A text as a format sees it before anybody knows who speaks in it. */
export interface Draft {
  readonly text: string;
  /** Offset behind the front matter; 0 where there is none. */
  readonly bodyStart: number;
  readonly title?: Title;
  readonly table?: AttendeeTable;
  readonly sections: readonly Section[];
  /** Where people are listed, in order. */
  readonly lists: readonly ListedPeople[];
  readonly passages: readonly Passage[];
  /** The passages, for facts about all of them. */
  readonly pages: Pages<Passage>;
  /** Offset from which the positions in each passage count. */
  readonly starts: readonly number[];
  /** Where each passage stands. */
  readonly wheres: readonly Where[];
}

/** What stands above the first bullet, and the passages that it was read from. */
interface Top {
  readonly title?: Title;
  readonly table?: AttendeeTable;
  /** The people in the table. */
  readonly lists: readonly ListedPeople[];
  readonly passages: readonly Passage[];
  readonly starts: readonly number[];
  /** Whether a passage behind these would have been read too. */
  readonly isOpen: boolean;
}

/** Drafts one version of a text after the other; what an edit did not touch is not read again. */
export class DraftReader {
  readonly #passages: Remembered<Chunk, readonly Passage[]>;
  readonly #wheres = new Wheres();
  #pages = Pages.none<Passage>();
  #top: Top = { lists: [], passages: [], starts: [], isOpen: true };
  #last: { readonly cut: ChunkedText; readonly draft: Draft } | undefined;

  /** The names of the format's sections. */
  readonly names: SectionNames;

  constructor(private readonly format: Format) {
    this.names = sectionNamesOf(format);
    this.#passages = new Remembered((chunk) => passagesOf(chunk, this.names));
  }

  /** The draft of a text; total. */
  read(cut: ChunkedText): Draft {
    if (this.#last?.cut !== cut) this.#last = { cut, draft: this.#draft(cut) };
    return this.#last.draft;
  }

  #draft(cut: ChunkedText): Draft {
    const passages: Passage[] = [];
    const starts: number[] = [];
    this.#passages.of(cut.chunks).forEach((ofChunk, index) => {
      for (const passage of ofChunk) {
        passages.push(passage);
        starts.push(cut.starts[index] ?? 0);
      }
    });
    this.#pages = this.#pages.next(passages);
    this.#top = this.#readTop(cut, passages, starts);
    const { title, table, lists } = this.#top;
    const walk = new SectionWalk(this.#wheres);
    const skipped = [title?.span, table?.span].flatMap((span) => span ?? []);
    const lastSkipped = Math.max(0, ...skipped.map(({ end }) => end));
    const wheres = passages.map((passage, index) => {
      const start = starts[index] ?? 0;
      const isSkipped = start < lastSkipped && isWithin(skipped, shiftSpan(passage.block.span, start));
      return isSkipped ? this.#wheres.skipped : walk.next(passage, start);
    });
    return {
      text: cut.text,
      bodyStart: cut.bodyStart,
      ...(title && { title }),
      ...(table && { table }),
      sections: walk.sections,
      lists: walk.lists.length > 0 ? [...lists, ...walk.lists] : lists,
      passages,
      pages: this.#pages,
      starts,
      wheres,
    };
  }

  #readTop({ text }: ChunkedText, passages: readonly Passage[], starts: readonly number[]): Top {
    if (isTopOf(this.#top, passages, starts)) return this.#top;
    const heading = passages.findIndex(({ block, head }) => block.kind === "heading" && !isContents(head?.key ?? ""));
    const item = passages.findIndex(({ block }) => block.kind === "item");
    const above = item < 0 ? passages.length : item;
    const at = (index: number): Block[] => {
      const passage = passages[index];
      return passage ? [shiftBlock(passage.block, starts[index] ?? 0)] : [];
    };
    // Only what holds a pipe can be of a table, with what stands right below.
    const hasPipe = (index: number): boolean => passages[index]?.text.includes("|") ?? false;
    const maybeTable = passages
      .slice(0, above)
      .flatMap((_, index) => (hasPipe(index) || hasPipe(index - 1) ? at(index) : []));
    const title = readTitle(text, at(heading), this.format);
    const table = readTable(text, maybeTable, this.format);
    const isOpen = heading < 0 || item < 0;
    const read = isOpen ? passages : passages.slice(0, Math.max(item, heading) + 1);
    return {
      lists: listsOf(text, table),
      passages: read,
      starts: starts.slice(0, read.length),
      isOpen,
      ...(title && { title }),
      ...(table && { table }),
    };
  }
}

/** A table of contents may stand above the title. */
function isContents(key: string): boolean {
  return key === "table of contents" || key === "contents";
}

function isTopOf(top: Top, passages: readonly Passage[], starts: readonly number[]): boolean {
  if (top.isOpen && top.passages.length !== passages.length) return false;
  return top.passages.every((passage, index) => passage === passages[index] && top.starts[index] === starts[index]);
}

/** The rows of the attendee table that name people. */
function listsOf(text: string, table: AttendeeTable | undefined): ListedPeople[] {
  return (table?.rows ?? []).flatMap(({ kind, label, value }): ListedPeople[] => {
    if (kind === "other") return [];
    const role = kind === "attending" ? "attendees" : kind;
    const span = { start: label.span.start, end: Math.max(label.span.end, value.span.end) };
    return [{ role, form: "row", label, span, entries: splitNames(text, value.span) }];
  });
}

function isWithin(spans: readonly Span[], inner: Span): boolean {
  return spans.some((span) => contains(span, inner));
}
