import type { Attendee, Note, Roster } from "../model/note";
import type { NoteOfReadings } from "../model/noteOfReadings";
import { NoteReader } from "../model/noteReader";
import { nobodyKnown } from "../model/roster";
import { ChunkedText } from "../parse/chunkedText";
import { isoDateOf } from "../parse/date";
import { attendeeTable } from "../profiles/attendeeTable";
import { isRuledOut, noContent, recognise, type Verdict } from "../profiles/recognise";
import { maybeNote } from "../profiles/signature";
import { Linter } from "../rules/lint";
import type { Finding, Notice } from "../rules/rule";
import type { Span } from "../text/span";
import { carryOver, type LastVersion } from "./carriedOver";
import { fileVerdictOf, pathOf } from "./fileVerdict";
import type { NoteSettings } from "./settings";

/**
 * The length (in UTF-16 units) beyond which a text is not read: it would take more memory than a process has. A
 * meeting of a day fills a hundredth of it.
 */
const longestText = 8_000_000;

/** Everything known of one version of a document. */
export interface Analysis {
  readonly verdict: Verdict;
  /** Null where the document is no note. */
  readonly note: Note | null;
  /** In the order of their places; empty where the document is no note. */
  readonly findings: readonly Finding[];
  /** The findings without their fixes: what is shown at every key, and known without the note. */
  readonly notices: readonly Notice[];
  /** Where the attendee table stands; known without the note. */
  readonly table: Span | undefined;
  /** What was read before the last words were written; absent where the note was read for this very version. */
  readonly earlier?: EarlierNote | undefined;
}

/** A note as it was before words were written on one of its lines, which nothing else in it hangs on. */
export interface EarlierNote {
  readonly note: Note;
  /** What was found in it; offsets count in the note. */
  readonly findings: readonly Finding[];
  /** Where in the note an offset of the text is; within the words that were written, their end at most. */
  toNote(offset: number): number;
  /** Where in the text an offset of the note is. */
  toText(offset: number): number;
  /** From the start of that line to the end of its words, in the note. */
  readonly line: Span;
}

type ReadNote = Pick<EarlierNote, "note" | "findings" | "line">;

function asRead(note: Note | undefined, analysis: Analysis, line: Span): ReadNote | undefined {
  return note && { note, findings: analysis.findings, line };
}

/**
 * Undefined where the text ends with the line, and a blank waits behind the words for the next one: the text's end is
 * no longer the words' end then.
 */
function earlierNote(read: ReadNote, written: Span, text: string): EarlierNote | undefined {
  const { note, line } = read;
  const moved = text.length - note.text.length;
  const isLast = line.end === note.text.length || written.end === text.length;
  if (isLast && moved !== written.end - line.end) return undefined;
  return {
    ...read,
    toNote: (offset) => (offset <= written.end ? Math.min(offset, line.end) : Math.max(line.end, offset - moved)),
    toText: (offset) => {
      if (offset < line.end) return offset;
      return offset === line.end ? written.end : offset + moved;
    },
  };
}

/**
 * Recognises, reads and checks the text of the file at `uri` (or a path), in which the roster's people are known; pure,
 * and total for any text.
 */
export function analyse(uri: string, text: string, settings: NoteSettings, roster?: Roster): Analysis {
  return new Analyser(uri, settings).analyse(text, roster);
}

/** Whom a text names as present, and when the meeting was held, as far as its title tells (`yyyy-MM-dd`). */
export interface Presence {
  readonly attendees: readonly Attendee[];
  readonly heldOn: string | undefined;
}

/**
 * Analyses one version of a document after the other. What an edit did not touch is not read again; the answer is
 * the same as {@link analyse} gives. Remembers about as much as one version.
 */
export class Analyser {
  #cut = ChunkedText.of("");
  #last: (LastVersion & { readonly analysis: Analysis; readonly read: ReadNote | undefined }) | undefined;
  readonly #choice: ReturnType<typeof fileVerdictOf>;
  readonly #reader: NoteReader;
  readonly #linter: Linter;
  #roster = nobodyKnown;

  constructor(
    uri: string,
    private readonly settings: NoteSettings,
  ) {
    this.#choice = fileVerdictOf(uri, settings);
    const { format, severities } = attendeeTable;
    this.#reader = new NoteReader(format, { turnForm: settings.turns.form, labels: settings.labels, aliases: {} });
    const place = { today: settings.today, path: pathOf(uri) };
    this.#linter = new Linter(format, { ...severities, ...settings.rules }, place);
  }

  /** Who was at the meeting that the text tells of; undefined where it is no note. Nothing else of it is read. */
  presenceIn(text: string): Presence | undefined {
    const recognised = this.#recognise(text);
    if (!("cut" in recognised)) return undefined;
    const { title } = this.#reader.draft(recognised.cut);
    const { attendees } = this.#reader.people(recognised.cut);
    return { attendees, heldOn: title?.date && isoDateOf(title.date) };
  }

  /** What is known of the text where the roster's people are known. */
  analyse(text: string, roster: Roster = nobodyKnown): Analysis {
    if (roster !== this.#roster) this.#last = undefined;
    this.#roster = roster;
    const carried = this.#carryOver(text);
    if (carried) return carried;
    const { analysis, hidden, note } = this.#read(text);
    this.#last = { text, analysis, notices: analysis.notices, hidden, line: undefined, note, read: undefined };
    return analysis;
  }

  #carryOver(text: string): Analysis | undefined {
    const last = this.#last;
    // Words decide whether a text is a note, unless its attendee table does.
    const isSure = last?.analysis.verdict.isNote && (this.#choice === "note" || last.analysis.table);
    if (!last || !isSure) return undefined;
    const carried = carryOver(last, text, this.#reader.names, (reading) => this.#linter.isSilentOn(reading));
    if (!carried) return undefined;
    const { verdict, table } = last.analysis;
    if (table && table.end > carried.line.span.start) return undefined;
    const read = last.read ?? asRead(last.note, last.analysis, carried.before.span);
    if (!read) return undefined;
    const [statement] = carried.line.reading.statements;
    // The words of a topic or a decision are its name.
    const isUnnamed = statement?.kind === "turn" || statement?.kind === "plain";
    const roster = this.#roster;
    const earlier = isUnnamed ? earlierNote(read, carried.line.span, text) : undefined;
    const analysis = new LateAnalysis(verdict, carried.notices, table, earlier, {
      note: () => this.#reader.read(this.#cutInto(text), roster),
      findings: (note) => this.#linter.lint(note).shown,
    });
    this.#last = { ...carried, analysis, note: undefined, read };
    return analysis;
  }

  #cutInto(text: string): ChunkedText {
    this.#cut = this.#cut.next(text);
    return this.#cut;
  }

  #read(text: string): FreshReading {
    const recognised = this.#recognise(text);
    if (!("cut" in recognised)) return ordinary(recognised.reason);
    const note = this.#reader.read(recognised.cut, this.#roster);
    const { shown, hidden } = this.#linter.lint(note);
    const { verdict } = recognised;
    return { analysis: { verdict, note, findings: shown, notices: shown, table: note.table?.span }, hidden, note };
  }

  /** The text in chunks, where it is a note; else why it is none. */
  #recognise(text: string): { readonly verdict: Verdict; readonly cut: ChunkedText } | { readonly reason: string } {
    if (!this.settings.enable) return { reason: "No meeting note: Notewright is turned off in your settings" };
    if (text.length > longestText) return { reason: "No meeting note: it is longer than eight million characters" };
    if (this.#choice === undefined && !maybeNote(text)) {
      return { reason: "No meeting note: it has none of a note's words" };
    }
    const cut = this.#cutInto(text);
    if (this.#choice === undefined && isRuledOut(cut)) return { reason: `No meeting note: ${noContent}` };
    const verdict = recognise(this.#reader.draft(cut), this.#choice);
    return verdict.isNote ? { verdict, cut } : { reason: verdict.reason };
  }
}

/** An analysis of which only the notices are known; the rest is found out when somebody asks. */
class LateAnalysis implements Analysis {
  #note: Note | undefined;
  #findings: readonly Finding[] | undefined;

  constructor(
    readonly verdict: Verdict,
    readonly notices: readonly Notice[],
    readonly table: Span | undefined,
    readonly earlier: EarlierNote | undefined,
    private readonly read: { note(): Note; findings(note: Note): readonly Finding[] },
  ) {}

  get note(): Note {
    this.#note ??= this.read.note();
    return this.#note;
  }

  get findings(): readonly Finding[] {
    this.#findings ??= this.read.findings(this.note);
    return this.#findings;
  }
}

/** An analysis for which the text was read, if it is a note. */
interface FreshReading {
  readonly analysis: Analysis;
  /** What comments keep from being shown. */
  readonly hidden: readonly Notice[];
  readonly note: NoteOfReadings | undefined;
}

function ordinary(reason: string): FreshReading {
  const verdict: Verdict = { isNote: false, profile: null, reason };
  return {
    analysis: { verdict, note: null, findings: [], notices: [], table: undefined },
    hidden: [],
    note: undefined,
  };
}
