import { comparable } from "../text/compare";
import { wordsOf } from "../text/letters";
import type { Speaker } from "./note";

/** What an action item says, to compare it with others; worked out at the first need, and the same wherever it stands. */
export class TaskWords {
  readonly #task: string;
  readonly #owners: readonly Speaker[];
  #key: string | undefined;
  #telling: ReadonlySet<string> | undefined;
  #ownersKey: string | undefined;

  constructor(task: string, owners: readonly Speaker[]) {
    this.#task = task;
    this.#owners = owners;
  }

  /** The task without the owners in it, marks and case, to tell whether two items are one. */
  get key(): string {
    this.#key ??= this.#keyOf(this.#words());
    return this.#key;
  }

  /** The words of the task that say something, in comparable form: none of up to three letters, no owner's. */
  get telling(): ReadonlySet<string> {
    this.#telling ??= new Set(this.#words().filter((word) => word.length > 3));
    return this.#telling;
  }

  /** The owners in any order; empty where there is none. */
  get ownersKey(): string {
    this.#ownersKey ??= this.#owners
      .map(({ who, label }) => comparable(who.kind === "one" ? who.person.name : label.text))
      .sort()
      .join(", ");
    return this.#ownersKey;
  }

  #keyOf(words: readonly string[]): string {
    const [first, ...others] = words;
    return (first === "to" || first === "will" ? others : words).join(" ");
  }

  #words(): string[] {
    const names = new Set(this.#owners.flatMap(({ label }) => wordsIn(label.text)));
    return wordsIn(this.#task).filter((word) => !names.has(word));
  }
}

function wordsIn(text: string): string[] {
  return wordsOf(comparable(text));
}
