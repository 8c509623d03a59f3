import type { Note } from "../model/note";
import type { NoteOfReadings } from "../model/noteOfReadings";
import { NoteReader } from "../model/noteReader";
import { ChunkedText } from "../parse/chunkedText";
import { attendeeTable } from "../profiles/attendeeTable";
import { isRuledOut, noContent, recognise, type Verdict } from "../profiles/recognise";
import { maybeNote } from "../profiles/signature";
import { Linter } from "../rules/lint";
import type { Finding, Notice } from "../rules/rule";
import type { Span } from "../text/span";
import { carryOver, type LastVersion } from "./carriedOver";
import { fileVerdictOf } from "./fileVerdict";
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
}

/** Recognises, reads and checks the text of the file at `uri` (or a path); pure, and total for any text. */
export function analyse(uri: string, text: string, settings: NoteSettings): Analysis {
  return new Analyser(uri, settings).analyse(text);
}

/**
 * Analyses one version of a document after the other. What an edit did not touch is not read again; the answer is
 * the same as {@link analyse} gives. Remembers about as much as one version.
 */
export class Analyser {
  #cut = ChunkedText.of("");
  #last: (LastVersion & { readonly analysis: Analysis }) | undefined;
  readonly #choice: ReturnType<typeof fileVerdictOf>;
  readonly #reader: NoteReader;
  readonly #linter: Linter;

  constructor(
    uri: string,
    private readonly settings: NoteSettings,
  ) {
    this.#choice = fileVerdictOf(uri, settings);
    const { format, severities } = attendeeTable;
    this.#reader = new NoteReader(format, { turnForm: settings.turns.form, labels: settings.labels, aliases: {} });
    this.#linter = new Linter(format, { ...severities, ...settings.rules });
  }

  /** What is known of the text. */
  analyse(text: string): Analysis {
    const carried = this.#carryOver(text);
    if (carried) return carried;
    const { analysis, note } = this.#read(text);
    this.#last = { text, analysis, notices: analysis.notices, line: undefined, note };
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
    const analysis = new LateAnalysis(verdict, carried.notices, table, {
      note: () => this.#reader.read(this.#cutInto(text)),
      findings: (note) => this.#linter.lint(note),
    });
    this.#last = { ...carried, analysis, note: undefined };
    return analysis;
  }

  #cutInto(text: string): ChunkedText {
    this.#cut = this.#cut.next(text);
    return this.#cut;
  }

  #read(text: string): { analysis: Analysis; note: NoteOfReadings | undefined } {
    if (!this.settings.enable) return ordinary("No meeting note: Notewright is turned off in your settings");
    if (text.length > longestText) return ordinary("No meeting note: it is longer than eight million characters");
    if (this.#choice === undefined && !maybeNote(text))
      return ordinary("No meeting note: it has none of a note's words");
    const cut = this.#cutInto(text);
    if (this.#choice === undefined && isRuledOut(cut)) return ordinary(`No meeting note: ${noContent}`);
    const verdict = recognise(this.#reader.draft(cut), this.#choice);
    if (!verdict.isNote) return ordinary(verdict.reason);
    const note = this.#reader.read(cut);
    const findings = this.#linter.lint(note);
    return { analysis: { verdict, note, findings, notices: findings, table: note.table?.span }, note };
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

function ordinary(reason: string): { analysis: Analysis; note: undefined } {
  const verdict: Verdict = { isNote: false, profile: null, reason };
  return { analysis: { verdict, note: null, findings: [], notices: [], table: undefined }, note: undefined };
}
