import type { Format } from "../model/format";
import type { Note } from "../model/note";
import type { Finding, Notice } from "../rules/rule";
import type { Span } from "../text/span";
import type { NoteDocument } from "../workspace/store";

/** One version of a document that is a note, and everything known of it. */
export interface OpenNote {
  readonly document: NoteDocument;
  /** May have been read before the last words were written, where nothing but places has changed since. */
  readonly note: Note;
  /** Where in the note an offset of the document is. */
  toNote(offset: number): number;
  /** Where in the document an offset of the note is. */
  toDocument(offset: number): number;
  /** The findings without their fixes. */
  readonly notices: readonly Notice[];
  /** How the note's group writes. */
  readonly format: Format;
  /** In the order of their places in the document; the note is read anew for them. */
  readonly findings: readonly Finding[];
}

/** One version of a document that is a note, and what is shown of it at every key. */
export interface NoticedNote {
  readonly document: NoteDocument;
  /** In the order of their places. */
  readonly notices: readonly Notice[];
  /** Where people are listed. */
  readonly lists: readonly Span[];
}

/** What answers depend on beside the note: the abilities of the client. */
export interface ClientFacts {
  /** Commands of the client that code actions may call. */
  readonly commands: readonly string[];
  /** Whether it takes snippets in workspace edits. */
  readonly snippetEdits: boolean;
  /** Whether it takes edits that name the version of the document they were made for. */
  readonly documentChanges: boolean;
  /** Whether it takes an outline as a tree. */
  readonly hierarchicalSymbols: boolean;
  /** URI of the folder that holds the rules' pages; without it diagnostics lead to no page. */
  readonly rulePages?: string;
}
