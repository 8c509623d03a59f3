import type { Note } from "../model/note";
import { NoteReader } from "../model/noteReader";
import { ChunkedText } from "../parse/chunkedText";
import { attendeeTable } from "../profiles/attendeeTable";
import { recognise, type Verdict } from "../profiles/recognise";
import { maybeNote } from "../profiles/signature";
import { Linter } from "../rules/lint";
import type { Finding } from "../rules/rule";
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
    if (!this.settings.enable) return ordinary("No meeting note: Notewright is turned off in your settings");
    if (text.length > longestText) return ordinary("No meeting note: it is longer than eight million characters");
    if (this.#choice === undefined && !maybeNote(text))
      return ordinary("No meeting note: it has none of a note's words");
    this.#cut = this.#cut.next(text);
    const verdict = recognise(this.#reader.draft(this.#cut), this.#choice);
    if (!verdict.isNote) return { verdict, note: null, findings: [] };
    const note = this.#reader.read(this.#cut);
    return { verdict, note, findings: this.#linter.lint(note) };
  }
}

function ordinary(reason: string): Analysis {
  return { verdict: { isNote: false, profile: null, reason }, note: null, findings: [] };
}
