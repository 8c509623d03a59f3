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
import { openEarly, openFresh } from "./features/openAnalysis";
import type { ClientFacts, NoticedNote, OpenNote } from "./features/openNote";
import { Outline } from "./features/outline";
import { spanOf } from "./features/ranges";
import { SavedNotices } from "./features/savedNotices";
import { ShownDiagnostics } from "./features/shownDiagnostics";
import type { Note } from "./model/note";
import type { Notice } from "./rules/rule";
import { rememberingOf } from "./text/remembering";
import { Analyses } from "./workspace/analyses";
import type { Analysis } from "./workspace/analysis";
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
  const analyses = new Analyses(store, (uri, reason) => log(`${fileNameOf(uri)}: ${reason}`));
  const outlineOf = rememberingOf((note: Note) => new Outline(note));
  const saves = new SavedNotices();
  const shown = new ShownDiagnostics();

  const analysis = (document: NoteDocument): Analysis => analyses.of(document);

  const answer = <Answer>(document: NoteDocument, feature: (open: OpenNote) => Answer, nothing: Answer): Answer => {
    const open = openFresh(document, analysis(document));
    return open ? feature(open) : nothing;
  };
  /** The same for features that are content with a note in which only places have changed since. */
  const answerEarly: typeof answer = (document, feature, nothing) => {
    const open = openEarly(document, analysis(document));
    return open ? feature(open) : nothing;
  };

  return {
    analysis,
    forget: (uri) => {
      for (const owner of [analyses, saves, shown]) owner.forget(uri);
    },
    diagnostics: (document, editedLine) => {
      const known = analysis(document);
      const settings = store.settingsOf(document.uri);
      const line = settings.calm === "onType" ? undefined : editedLine;
      const noticed = (notices: readonly Notice[]): NoticedNote => ({ document, notices, lists: known.lists });
      const make = (notices: readonly Notice[]): Diagnostic[] => diagnosticsOf(noticed(notices), client, line);
      if (settings.calm === "onSave") return make(saves.stillFound(document, known.notices, settings));
      // What is said of the line that is being written is kept back in most cases.
      const isOwnKept = known.own.length === 0 || calmNotices(noticed(known.own), line).length === 0;
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
      const outline = earlier && outlineOf(earlier.note);
      if (outline && !outline.isNamedAfter(earlier.line)) return outline.symbolsIn(document, client, earlier);
      return known.note ? outlineOf(known.note).symbolsIn(document, client) : [];
    },
    completion: (document, position) => {
      const offset = document.lines.offsetAt(position);
      return maybeCompletable(document, offset) ? answerEarly(document, (open) => completionOf(open, offset), []) : [];
    },
    hover: (document, position) => answer(document, (open) => hoverOf(open, document.lines.offsetAt(position)), null),
    foldingRanges: (document) => answer(document, foldingRangesOf, []),
  };
}

/** A log is shown to others: the folders of a path may name its user. */
function fileNameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf("/") + 1);
}
