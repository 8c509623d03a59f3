import type { Note } from "../model/note";
import type { Verdict } from "../profiles/recognise";
import type { Finding, Notice } from "../rules/rule";
import type { Span } from "../text/span";
import { listsBehind, noticesBehind, type ReadVersion, type Written } from "./carriedOver";
import { type EarlierNote, earlierNote } from "./earlierNote";

/** Everything known of one version of a document. */
export interface Analysis {
  readonly verdict: Verdict;
  /** Null where the document is no note. */
  readonly note: Note | null;
  /** In the order of their places; empty where the document is no note. */
  readonly findings: readonly Finding[];
  /** The findings without their fixes: what is shown at every key, and known without the note. */
  readonly notices: readonly Notice[];
  /** Where people are listed; known without the note. */
  readonly lists: readonly Span[];
  /**
   * The same for two analyses of a document if their notices and lists are, and on the same lines and characters, but for
   * those in `own`.
   */
  readonly shown: object;
  /** What is said of the line that is being written, as far as that hangs on each word. */
  readonly own: readonly Notice[];
  /** What was read before the last words were written; absent where the note was read for this very version. */
  readonly earlier?: EarlierNote | undefined;
}

/** The analysis of a text that is known from an earlier version; what is not, is found out when somebody asks. */
export class CarriedAnalysis implements Analysis {
  readonly verdict: Verdict;
  readonly shown: object;
  #notices: readonly Notice[] | undefined;
  #earlier: { readonly note: EarlierNote | undefined } | undefined;
  #fresh: ReadVersion | undefined;

  constructor(
    before: Analysis,
    private readonly last: ReadVersion,
    private readonly written: Written,
    private readonly text: string,
    private readonly read: () => ReadVersion,
  ) {
    this.verdict = before.verdict;
    this.shown = written.leavesShown ? before.shown : {};
  }

  get earlier(): EarlierNote | undefined {
    this.#earlier ??= { note: earlierNote(this.last, this.written, this.text) };
    return this.#earlier.note;
  }

  get notices(): readonly Notice[] {
    this.#notices ??= noticesBehind(this.written);
    return this.#notices;
  }

  get own(): readonly Notice[] {
    return this.written.own;
  }

  get lists(): readonly Span[] {
    return listsBehind(this.last, this.written.edit);
  }

  get note(): Note {
    return this.#read().note;
  }

  get findings(): readonly Finding[] {
    return this.#read().findings;
  }

  #read(): ReadVersion {
    this.#fresh ??= this.read();
    return this.#fresh;
  }
}
