import type { Roster } from "../model/note";
import { Analyser } from "./analyser";
import type { Analysis } from "./analysis";
import type { NoteSettings } from "./settings";
import type { NoteDocument, NoteStore } from "./store";

/** The analysis of each open document: worked out once for a version, and again when its settings changed. */
export class Analyses {
  readonly #known = new Map<string, Known>();

  constructor(
    private readonly store: NoteStore,
    /** Hears why a document is a note, or none, each time the reason changes. */
    private readonly judged: (uri: string, reason: string) => void,
  ) {}

  /** What is known of this version. */
  of({ uri, version, text, edited }: NoteDocument): Analysis {
    const settings = this.store.settingsOf(uri);
    const roster = this.store.rosterOf(uri);
    const known = this.#known.get(uri);
    // A client that counts versions badly may give one to two texts.
    const isSame = known?.version === version && known.text === text;
    if (isSame && known.settings === settings && known.roster === roster) return known.analysis;
    const analyser = known?.settings === settings ? known.analyser : new Analyser(uri, settings);
    const analysis = analyser.analyse(text, roster, edited);
    const { reason } = analysis.verdict;
    if (reason !== known?.analysis.verdict.reason) this.judged(uri, reason);
    this.#known.set(uri, { version, text, settings, roster, analysis, analyser });
    return analysis;
  }

  /** Forgets a document that was closed. */
  forget(uri: string): void {
    this.#known.delete(uri);
  }
}

interface Known {
  readonly version: number;
  readonly text: string;
  readonly settings: NoteSettings;
  readonly roster: Roster;
  readonly analysis: Analysis;
  readonly analyser: Analyser;
}
