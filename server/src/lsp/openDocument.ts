import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Edited, editAt } from "../text/difference";
import { LineIndex, type Lines } from "../text/lines";
import type { NoteDocument } from "../workspace/store";
import { isContentChange } from "./shapes";
import { TextLines } from "./textLines";

/** One version of a document that the client has open. */
export class OpenDocument implements NoteDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly edited: Edited | undefined;
  #lines: Lines | undefined;

  private constructor(
    /** Changes with each version, so that only the newest can rely on it. */
    private readonly source: TextDocument,
    /** What made this version of the one before it, as it was applied; nothing for the document as it was opened. */
    readonly changes: readonly TextDocumentContentChangeEvent[],
    edited?: Edited,
  ) {
    this.uri = source.uri;
    this.version = source.version;
    this.text = source.getText();
    this.edited = edited;
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
    const before = document.text;
    let edited: Edited | undefined;
    const applied = changes.map((change) => {
      const { inside, start, end } = moveInside(change, source);
      if (changes.length === 1) edited = { before, edit: editAt(before, start, end, inside.text) };
      TextDocument.update(source, [inside], version);
      return inside;
    });
    document.#lines = undefined;
    return new OpenDocument(source, applied, edited);
  }

  /** The lines of this version; to be asked for anew after an update. */
  get lines(): Lines {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }
}

/** A change within the text, and what it replaces there. */
interface PlacedChange {
  readonly inside: TextDocumentContentChangeEvent;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** The library counts the lines of a range as they are given: outside the text, its own lines would come to harm. */
function moveInside(change: TextDocumentContentChangeEvent, source: TextDocument): PlacedChange {
  const { text } = change;
  if (!("range" in change)) return { inside: { text }, start: 0, end: source.getText().length };
  const one = source.offsetAt(change.range.start);
  const other = source.offsetAt(change.range.end);
  const [start, end] = one < other ? [one, other] : [other, one];
  const startAt = source.positionAt(start);
  const range = { start: startAt, end: start === end ? startAt : source.positionAt(end) };
  return { inside: { text, range }, start, end };
}
