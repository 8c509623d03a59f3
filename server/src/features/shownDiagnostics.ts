import type { Diagnostic } from "vscode-languageserver-types";

interface Shown {
  /** The same for two versions in which the same findings are on the same lines and characters. */
  readonly of: object;
  /** The line (from 0) that is being written. */
  readonly line: number | undefined;
  readonly diagnostics: Diagnostic[];
}

/** The diagnostics that were shown last of each document; most keys of somebody who types leave them as they are. */
export class ShownDiagnostics {
  readonly #shown = new Map<string, Shown>();

  /** Those that were made of the same for the same line, else new ones. */
  of(uri: string, of: object, line: number | undefined, make: () => Diagnostic[]): Diagnostic[] {
    const known = this.#shown.get(uri);
    if (known?.of === of && known.line === line) return known.diagnostics;
    const diagnostics = make();
    this.#shown.set(uri, { of, line, diagnostics });
    return diagnostics;
  }

  /** Forgets a document that was closed. */
  forget(uri: string): void {
    this.#shown.delete(uri);
  }
}
