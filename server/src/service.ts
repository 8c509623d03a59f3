import type {
  CodeAction,
  CodeActionContext,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Position,
  Range,
  SymbolInformation,
} from "vscode-languageserver-types";
import { calmNotices } from "./features/calm";
import { codeActionsOf } from "./features/codeActions";
import { completionOf } from "./features/completion";
import { maybeCompletable } from "./features/completionPlace";
import { diagnosticsOf } from "./features/diagnostics";
import { foldingRangesOf } from "./features/folding";
import { hoverOf } from "./features/hover";
import { moveFinding } from "./features/moveFinding";
import type { ClientFacts, NoticedNote, OpenNote } from "./features/openNote";
import { Outline } from "./features/outline";
import { spanOf } from "./features/ranges";
import { SavedNotices } from "./features/savedNotices";
import { ShownDiagnostics } from "./features/shownDiagnostics";
import type { Note, Roster } from "./model/note";
import type { Fix, Notice } from "./rules/rule";
import { touches } from "./text/span";
import { Analyser } from "./workspace/analyser";
import type { Analysis } from "./workspace/analysis";
import { inOrder } from "./workspace/carriedOver";
import type { EarlierNote } from "./workspace/earlierNote";
import type { NoteSettings } from "./workspace/settings";
import type { NoteDocument, NoteStore } from "./workspace/store";

/** What the service needs of its host. */
export interface NoteServiceParts {
  readonly store: NoteStore;
  /** Takes a line for the log; never given names or text of a note. */
  readonly log: (line: string) => void;
  readonly client: ClientFacts;
}

/**
 * Answers an editor's questions about documents; every answer about a document that is no note is empty.
 * Positions outside the text are moved to its nearest place inside.
 */
export interface NoteService {
  /** Read once for each version of a document and its settings. */
  analysis(document: NoteDocument): Analysis;
  /**
   * The complete set for this version, less what the setting `calm` has wait: until `editedLine` (from 0) is written,
   * or until the document is saved.
   */
  diagnostics(document: NoteDocument, editedLine?: number): Diagnostic[];
  /** Takes note that this version was saved; answers whether more may be shown of it now. */
  saved(document: NoteDocument): boolean;
  /** Fixes, formatting of turns, and "fix all" where the context asks for it. */
  codeActions(document: NoteDocument, range: Range, context: CodeActionContext): CodeAction[];
  /** A tree, or a flat list for a client that takes no tree. */
  outline(document: NoteDocument): DocumentSymbol[] | SymbolInformation[];
  /** Names, likeliest first, where one is expected. */
  completion(document: NoteDocument, position: Position): CompletionItem[];
  /** Who the label at the position means; null where there is none. */
  hover(document: NoteDocument, position: Position): Hover | null;
  /** Sections and topics. */
  foldingRanges(document: NoteDocument): FoldingRange[];
  /** Drops what is remembered of a document, for one that was closed. */
  forget(uri: string): void;
}

/** Wires the features together; pure but for what it remembers of each document. */
export function createNoteService({ store, log, client }: NoteServiceParts): NoteService {
  const { analysis, forget } = rememberAnalyses(store, log);
  const outlines = new Outlines();
  const saves = new SavedNotices();
  const shown = new ShownDiagnostics();

  const answer = <Answer>(document: NoteDocument, feature: (open: OpenNote) => Answer, nothing: Answer): Answer => {
    const open = openNote(document, analysis(document));
    return open ? feature(open) : nothing;
  };
  /** The same for features that are content with a note in which only places have changed since. */
  const answerEarly = <Answer>(
    document: NoteDocument,
    feature: (open: OpenNote) => Answer,
    nothing: Answer,
  ): Answer => {
    const known = analysis(document);
    const open = known.earlier ? openEarlier(document, known, known.earlier) : openNote(document, known);
    return open ? feature(open) : nothing;
  };

  return {
    analysis,
    forget: (uri) => {
      forget(uri);
      saves.forget(uri);
      shown.forget(uri);
    },
    diagnostics: (document, editedLine) => {
      const known = analysis(document);
      const settings = store.settingsOf(document.uri);
      const line = settings.calm === "onType" ? undefined : editedLine;
      const noticed = (notices: readonly Notice[]): NoticedNote => ({ document, notices, lists: known.lists });
      const make = (notices: readonly Notice[]): Diagnostic[] => diagnosticsOf(noticed(notices), client, line);
      if (settings.calm === "onSave") return make(saves.stillFound(document, known.notices, settings));
      // What is said of the line that is being written is kept back in most cases.
      const isOwnKept = calmNotices(noticed(known.own), line).length === 0;
      return shown.of(document.uri, isOwnKept ? known.shown : known, line, () => make(known.notices));
    },
    saved: (document) => {
      saves.forget(document.uri);
      const settings = store.settingsOf(document.uri);
      if (settings.calm !== "onSave") return false;
      saves.stillFound(document, analysis(document).notices, settings);
      return true;
    },
    codeActions: (document, range, context) =>
      answerEarly(document, (open) => codeActionsOf(open, spanOf(document.lines, range), context, client), []),
    outline: (document) => {
      const known = analysis(document);
      const { earlier } = known;
      const outline = earlier && outlines.of(earlier.note);
      if (outline && !outline.isNamedAfter(earlier.line)) return outline.symbolsIn(document, client, earlier);
      return known.note ? outlines.of(known.note).symbolsIn(document, client) : [];
    },
    completion: (document, position) => {
      const offset = document.lines.offsetAt(position);
      return maybeCompletable(document, offset) ? answerEarly(document, (open) => completionOf(open, offset), []) : [];
    },
    hover: (document, position) => answer(document, (open) => hoverOf(open, document.lines.offsetAt(position)), null),
    foldingRanges: (document) => answer(document, foldingRangesOf, []),
  };
}

function openNote(document: NoteDocument, known: Analysis): OpenNote | undefined {
  const { verdict, note, notices } = known;
  if (!verdict.isNote || !note) return undefined;
  return {
    document,
    note,
    toNote: (offset) => offset,
    toDocument: (offset) => offset,
    notices,
    // Not every feature needs them.
    get findings() {
      return known.findings;
    },
    format: verdict.profile.format,
  };
}

function openEarlier(document: NoteDocument, known: Analysis, earlier: EarlierNote): OpenNote | undefined {
  const { verdict, notices } = known;
  if (!verdict.isNote) return undefined;
  const { note, findings, own, toNote, toText, line } = earlier;
  return {
    document,
    note,
    toNote,
    toDocument: toText,
    notices,
    get findings() {
      // A fix that takes the line elsewhere has its words as they were.
      const isStale = ({ edits }: Fix): boolean => edits.some(({ span }) => touches(span, line));
      const renew = (moved: Notice): readonly Fix[] =>
        known.findings.find((fresh) => isSame(fresh, moved))?.fixes ?? [];
      return inOrder([...findings.map((finding) => moveFinding(finding, toText, isStale, renew)), ...own]);
    },
    format: verdict.profile.format,
  };
}

function isSame(one: Notice, other: Notice): boolean {
  // At one place a rule may miss several things.
  const isAlike = one.rule === other.rule && one.message === other.message;
  return isAlike && one.at.start === other.at.start && one.at.end === other.at.end;
}

/** The outline of each note, worked out once; gone with the note. */
class Outlines {
  readonly #known = new WeakMap<Note, Outline>();

  of(note: Note): Outline {
    const outline = this.#known.get(note) ?? new Outline(note);
    this.#known.set(note, outline);
    return outline;
  }
}

/** Analyses each version of a document once, and again when its settings changed. */
function rememberAnalyses(store: NoteStore, log: (line: string) => void): Pick<NoteService, "analysis" | "forget"> {
  const remembered = new Map<string, Remembered>();
  return {
    analysis({ uri, version, text }) {
      const settings = store.settingsOf(uri);
      const roster = store.rosterOf(uri);
      const known = remembered.get(uri);
      // A client that counts versions badly may give one to two texts.
      const isSame = known?.version === version && known.text === text;
      if (isSame && known.settings === settings && known.roster === roster) return known.analysis;
      const analyser = known?.settings === settings ? known.analyser : new Analyser(uri, settings);
      const fresh = analyser.analyse(text, roster);
      if (fresh.verdict.reason !== known?.analysis.verdict.reason) log(`${fileNameOf(uri)}: ${fresh.verdict.reason}`);
      remembered.set(uri, { version, text, settings, roster, analysis: fresh, analyser });
      return fresh;
    },
    forget(uri) {
      remembered.delete(uri);
    },
  };
}

/** A log is shown to others: the folders of a path may name its user. */
function fileNameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf("/") + 1);
}

interface Remembered {
  readonly version: number;
  readonly text: string;
  readonly settings: NoteSettings;
  readonly roster: Roster;
  readonly analysis: Analysis;
  readonly analyser: Analyser;
}
