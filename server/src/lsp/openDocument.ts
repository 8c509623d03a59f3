import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { LineIndex } from "../text/lines";
import type { NoteDocument } from "../workspace/store";

/** One version of a document that the client has open; its lines are counted at the first need. */
export class OpenDocument implements NoteDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  #lines: LineIndex | undefined;

  private constructor(
    private readonly source: TextDocument,
    /** What made this version of the one before it; nothing for the document as it was opened. */
    readonly changes: readonly TextDocumentContentChangeEvent[],
  ) {
    this.uri = source.uri;
    this.version = source.version;
    this.text = source.getText();
  }

  /** The document as the client opened it. */
  static create(uri: string, languageId: string, version: number, text: string): OpenDocument {
    return new OpenDocument(TextDocument.create(uri, languageId, version, text), []);
  }

  /** The next version of a document; the earlier one keeps its text but can be updated no more. */
  static update(document: OpenDocument, changes: TextDocumentContentChangeEvent[], version: number): OpenDocument {
    return new OpenDocument(TextDocument.update(document.source, changes, version), changes);
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }
}
