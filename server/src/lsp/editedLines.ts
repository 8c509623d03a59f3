import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { OpenDocument } from "./openDocument";

/** What the edited lines need of the server. */
export interface EditedLinesPorts {
  /** Runs the task some milliseconds later; answers what calls it off. */
  readonly later: (task: () => void, milliseconds: number) => () => void;
  /** In milliseconds, from any moment on. */
  readonly now: () => number;
  /** The line was left with nothing else changed: what is wrong there may be shown. */
  readonly left: (uri: string) => void;
}

/** How long, in milliseconds, a line waits for the next key in an editor that does not tell where its caret is. */
const pause = 2000;

/**
 * The line of each open document that the user is writing on. It is left by a change elsewhere, by saving, by
 * the caret where the client tells of it, and otherwise by a pause.
 */
export class EditedLines {
  readonly #places = new Map<string, Place>();

  constructor(private readonly ports: EditedLinesPorts) {}

  /** The line (from 0) that is being written; undefined where none is. */
  lineOf(uri: string): number | undefined {
    return this.#places.get(uri)?.edited;
  }

  /** Takes note of a new version; one that was opened, or changed where the caret is not, was not typed. */
  changed({ uri, changes }: OpenDocument): void {
    const place = this.#placeOf(uri);
    const change = onlyChange(changes);
    place.edited = change && wasTyped(change, place.caret) ? change.end : undefined;
    place.changedAt = this.ports.now();
    if (place.edited === undefined) place.stopWaiting();
    else if (!place.isWaiting) this.#wait(uri, place, pause);
  }

  /** Waits for the pause: to begin anew at each key would cost more than to look, at the end, when the last one came. */
  #wait(uri: string, place: Place, milliseconds: number): void {
    place.wait(this.ports.later, milliseconds, () => {
      const rest = place.changedAt + pause - this.ports.now();
      if (rest > 0) this.#wait(uri, place, rest);
      else if (place.caret !== place.edited) this.#leave(uri, place);
    });
  }

  /** Takes note of the line that the caret came to; null where it left the document. */
  caretAt(uri: string, line: number | null): void {
    const place = this.#placeOf(uri);
    place.caret = line;
    if (place.edited !== line) this.#leave(uri, place);
  }

  /** Takes note that the document was saved: nobody saves an unfinished line. */
  saved(uri: string): void {
    this.#leave(uri, this.#placeOf(uri));
  }

  /** Forgets a document that was closed. */
  forget(uri: string): void {
    this.#places.get(uri)?.stopWaiting();
    this.#places.delete(uri);
  }

  #placeOf(uri: string): Place {
    const known = this.#places.get(uri);
    if (known) return known;
    const place = new Place();
    this.#places.set(uri, place);
    return place;
  }

  #leave(uri: string, place: Place): void {
    place.stopWaiting();
    if (place.edited === undefined) return;
    place.edited = undefined;
    this.ports.left(uri);
  }
}

class Place {
  edited: number | undefined;
  /** As the client told; undefined for one that never did. */
  caret: number | null | undefined;
  changedAt = 0;
  #callOff: (() => void) | undefined;

  get isWaiting(): boolean {
    return this.#callOff !== undefined;
  }

  wait(later: EditedLinesPorts["later"], milliseconds: number, done: () => void): void {
    this.#callOff = later(() => {
      this.#callOff = undefined;
      done();
    }, milliseconds);
  }

  stopWaiting(): void {
    this.#callOff?.();
    this.#callOff = undefined;
  }
}

interface LineChange {
  /** The first line and the last one that the change touched, before or after it. */
  readonly first: number;
  readonly last: number;
  /** The line on which the new text ends. */
  readonly end: number;
}

/** What was changed, if it was in one place; a multiple change or a whole new text is no typing. */
function onlyChange(changes: readonly TextDocumentContentChangeEvent[]): LineChange | undefined {
  let only: LineChange | undefined;
  for (const change of changes) {
    const next = lineChangeOf(change);
    if (!next || (only && next.end !== only.end)) return undefined;
    only ??= next;
  }
  return only;
}

function lineChangeOf(change: TextDocumentContentChangeEvent): LineChange | undefined {
  if (!("range" in change)) return undefined;
  const { start, end } = change.range;
  const newEnd = start.line + lineEndsIn(change.text);
  return { first: start.line, last: Math.max(end.line, newEnd), end: newEnd };
}

function lineEndsIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function wasTyped({ first, last }: LineChange, caret: number | null | undefined): boolean {
  return caret === undefined || (caret !== null && first <= caret && caret <= last);
}
