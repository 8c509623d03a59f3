import type { Diagnostic, DocumentDiagnosticReport } from "vscode-languageserver";

/**
 * Answers a client that asks for diagnostics again with each key: those that it has already are not sent again. Ids of
 * one object say nothing to another, as that of a server that was started anew.
 */
export class DiagnosticReports {
  readonly #ids = new WeakMap<readonly Diagnostic[], string>();
  readonly #mark = Math.random().toString(36).slice(2);
  #count = 0;

  /** The report on diagnostics, of which the same list is always the same, to a client that last heard of `previous`. */
  of(items: Diagnostic[], previous: unknown): DocumentDiagnosticReport {
    const resultId = this.#idOf(items);
    if (resultId === previous) return { kind: "unchanged", resultId };
    return { kind: "full", resultId, items };
  }

  #idOf(items: readonly Diagnostic[]): string {
    const id = this.#ids.get(items) ?? `${this.#mark}-${++this.#count}`;
    this.#ids.set(items, id);
    return id;
  }
}
