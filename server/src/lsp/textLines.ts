import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LinePosition, Lines } from "../text/lines";
import type { Span } from "../text/span";

/** The lines of a document that an editor changes; only what a change touches is counted anew. */
export class TextLines implements Lines {
  constructor(private readonly document: TextDocument) {}

  get lineCount(): number {
    return this.document.lineCount;
  }

  lineAt(offset: number): number {
    return this.document.positionAt(offset).line;
  }

  positionAt(offset: number): LinePosition {
    return this.document.positionAt(offset);
  }

  offsetAt(position: LinePosition): number {
    return this.document.offsetAt(position);
  }

  lineSpan(line: number): Span {
    const inside = Math.max(0, Math.min(line, this.lineCount - 1));
    return {
      start: this.document.offsetAt({ line: inside, character: 0 }),
      end: this.document.offsetAt({ line: inside, character: Number.MAX_SAFE_INTEGER }),
    };
  }
}
