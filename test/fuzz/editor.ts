import { type Change, changeText, type SettingsName, type Step } from "./session";

/** A text while it is being edited, and the steps that lead to it. */
export class Editor {
  readonly steps: Step[] = [];
  readonly #undo: string[] = [];
  readonly #redo: string[] = [];
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** Makes the changes, each to what the one before it left, as one version. */
  change(...edit: Change[]): void {
    this.#undo.push(this.#text);
    this.#redo.length = 0;
    this.#take(edit);
  }

  /** Goes back one version; does nothing at the first. */
  undo(): void {
    this.#goBack(this.#undo, this.#redo);
  }

  /** Takes back the last undoing, if nothing was changed since. */
  redo(): void {
    this.#goBack(this.#redo, this.#undo);
  }

  /** Lets other settings hold. */
  set(settings: SettingsName): void {
    this.steps.push({ edit: [], settings });
  }

  #goBack(from: string[], to: string[]): void {
    const text = from.pop();
    if (text === undefined) return;
    to.push(this.#text);
    this.#take([changeBetween(this.#text, text)]);
  }

  #take(edit: readonly Change[]): void {
    this.#text = changeText(this.#text, edit);
    this.steps.push({ edit });
  }
}

/** The smallest single change that makes the one text of the other. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  const change: Change = [start, before.length - same, after.slice(start, after.length - same)];
  // No position can name the place between the halves of a CRLF.
  return changeText(before, [change]) === after ? change : [after];
}
