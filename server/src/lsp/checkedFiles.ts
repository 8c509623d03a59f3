import type { PublishDiagnosticsParams } from "vscode-languageserver";
import { LineIndex } from "../text/lines";
import type { CheckedFile } from "../workspace/repository";
import { DiagnosticSeverity } from "./library";

/** Tells the client what is wrong with the files that say how notes are written, open or not, as long as anybody uses them. */
export class CheckedFiles {
  readonly #byUser = new Map<string, readonly CheckedFile[]>();
  readonly #sent = new Map<string, string>();
  /** Those of all users, by their URIs. */
  #files: ReadonlyMap<string, CheckedFile> = new Map();

  constructor(private readonly send: (params: PublishDiagnosticsParams) => void) {}

  /** Takes note of the files that hold for the document at the URI. */
  set(user: string, files: readonly CheckedFile[]): void {
    this.#byUser.set(user, files);
    this.#tell();
  }

  /** Whether the file at the URI holds for any document. */
  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** Takes note that the document was closed. */
  forget(user: string): void {
    if (this.#byUser.delete(user)) this.#tell();
  }

  #tell(): void {
    this.#files = new Map([...this.#byUser.values()].flat().map((file) => [file.uri, file]));
    for (const uri of [...this.#sent.keys()]) if (!this.has(uri)) this.#publish(uri, []);
    for (const [uri, file] of this.#files) this.#publish(uri, diagnosticsOf(file));
  }

  #publish(uri: string, diagnostics: PublishDiagnosticsParams["diagnostics"]): void {
    const key = JSON.stringify(diagnostics);
    if ((this.#sent.get(uri) ?? "[]") === key) return;
    if (diagnostics.length > 0) this.#sent.set(uri, key);
    else this.#sent.delete(uri);
    this.send({ uri, diagnostics });
  }
}

function diagnosticsOf({ text, mistakes }: CheckedFile): PublishDiagnosticsParams["diagnostics"] {
  const lines = new LineIndex(text);
  return mistakes.map(({ at, message }) => ({
    range: { start: lines.positionAt(at.start), end: lines.positionAt(at.end) },
    severity: DiagnosticSeverity.Error,
    source: "Notewright",
    message,
  }));
}
