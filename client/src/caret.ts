import type { TextEditor } from "vscode";
import type { CaretMessage } from "../../server/src/lsp/protocol";
import type { Session } from "./session";

/** Tells the server on which line of a note the user is at work: what is wrong there can wait until it is left. */
export class Caret {
  #told: CaretMessage | undefined;

  constructor(private readonly session: Pick<Session, "verdictOf" | "tellCaret">) {}

  /** Looks where the caret of the active editor is; says nothing while that is on the same line of the same note. */
  update(editor: Pick<TextEditor, "document" | "selection"> | undefined): void {
    const [place, told] = [this.#placeOf(editor), this.#told];
    if (place?.uri === told?.uri && place?.line === told?.line) return;
    this.#told = place;
    if (told && told.uri !== place?.uri) this.session.tellCaret({ uri: told.uri, line: null });
    if (place) this.session.tellCaret(place);
  }

  #placeOf(editor: Pick<TextEditor, "document" | "selection"> | undefined): CaretMessage | undefined {
    const uri = editor?.document.uri.toString();
    if (!editor || uri === undefined || !this.session.verdictOf(uri)?.isNote) return undefined;
    return { uri, line: editor.selection.active.line };
  }
}
