import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { LineIndex, type Lines } from "../text/lines";
import type { NoteDocument } from "../workspace/store";
import { isContentChange } from "./shapes";
import { TextLines } from "./textLines";

/** One version of a document that the client has open. */
export class OpenDocument implements NoteDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  #lines: Lines | undefined;

  private constructor(
    /** Changes with each version, so that only the newest can rely on it. */
    readonly source: TextDocument,
    /** What made this version of the one before it, as it was applied; nothing for the document as it was opened. */
    readonly changes: readonly TextDocumentContentChangeEvent[],
  ) {
    this.uri = source.uri;
    this.version = source.version;
    this.text = source.getText();
    // Of a document as it was opened, the library would count them more slowly.
    if (changes.length > 0) this.#lines = new TextLines(source);
  }

  /** The document as the client opened it; throws for what is no document. */
  static create(uri: string, languageId: string, version: number, text: string): OpenDocument {
    if (typeof uri !== "string" || !Number.isInteger(version) || typeof text !== "string") {
      throw new TypeError("Expected a document with a URI, a version and a text");
    }
    return new OpenDocument(TextDocument.create(uri, languageId, version, text), []);
  }

  /**
   * The next version of a document; a place outside the text is moved to the nearest inside, an end before its start
   * behind it. The earlier version keeps its text and can be updated no more. Throws, with nothing changed, for what
   * cannot be read.
   */
  static update(
    document: OpenDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): OpenDocument {
    if (!Number.isInteger(version) || !changes.every(isContentChange)) {
      throw new TypeError("Expected a version and changes with a text and, where they are of a part, its range");
    }
    const source = TextDocument.update(document.source, [], version);
    const applied = changes.map((change) => {
      const inside = moveInside(change, source);
      TextDocument.update(source, [inside], version);
      return inside;
    });
    document.#lines = undefined;
    return new OpenDocument(source, applied);
  }

  /** The lines of this version; to be asked for anew after an update. */
  get lines(): Lines {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }
}

/** The library counts the lines of a range as they are given: outside the text, its own lines would come to harm. */
function moveInside(change: TextDocumentContentChangeEvent, source: TextDocument): TextDocumentContentChangeEvent {
  if (!("range" in change)) return { text: change.text };
  const one = source.offsetAt(change.range.start);
  const other = source.offsetAt(change.range.end);
  const start = source.positionAt(Math.min(one, other));
  return { text: change.text, range: { start, end: one === other ? start : source.positionAt(Math.max(one, other)) } };
}
