import { commands, type Disposable, LanguageStatusSeverity, languages, window } from "vscode";
import { noteSelector } from "./documents";
import type { Session } from "./session";
import { describeStatus } from "./statusText";

/** The status item of Markdown editors and the context key `notewright.isNote`, both of the active editor. */
export class Status implements Disposable {
  readonly #item = languages.createLanguageStatusItem("notewright.verdict", noteSelector());
  #isNote = false;

  constructor() {
    this.#item.name = "Notewright";
  }

  /** Shows what the session knows of the active editor's document now. */
  update(session: Session): void {
    const uri = window.activeTextEditor?.document.uri.toString();
    const verdict = uri === undefined ? undefined : session.verdictOf(uri);
    const { text, detail, isBusy, isError, command } = describeStatus(session.state, verdict);
    this.#item.text = text;
    this.#item.detail = detail;
    this.#item.busy = isBusy;
    this.#item.severity = isError ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    this.#item.command = command;
    this.#setIsNote(verdict?.isNote ?? false);
  }

  dispose(): void {
    this.#item.dispose();
    this.#setIsNote(false);
  }

  #setIsNote(isNote: boolean): void {
    if (isNote === this.#isNote) return;
    this.#isNote = isNote;
    void commands.executeCommand("setContext", "notewright.isNote", isNote);
  }
}
