import { comparable } from "../text/compare";
import { wordsOf } from "../text/letters";
import type { Speaker, TaskWords } from "./note";

/** What an action item says; worked out at the first need. */
export class SaidTask implements TaskWords {
  readonly #task: string;
  readonly #owners: readonly Speaker[];
  #key: string | undefined;
  #telling: ReadonlySet<string> | undefined;
  #ownersKey: string | undefined;

  constructor(task: string, owners: readonly Speaker[]) {
    this.#task = task;
    this.#owners = owners;
  }

  get key(): string {
    if (this.#key === undefined) {
      const words = this.#words();
      const isPromise = words[0] === "to" || words[0] === "will";
      this.#key = words.slice(isPromise ? 1 : 0).join(" ");
    }
    return this.#key;
  }

  get telling(): ReadonlySet<string> {
    this.#telling ??= new Set(this.#words().filter((word) => word.length > 3));
    return this.#telling;
  }

  get ownersKey(): string {
    this.#ownersKey ??= this.#owners
      .map(({ who, label }) => comparable(who.kind === "one" ? who.person.name : label.text))
      .sort()
      .join(", ");
    return this.#ownersKey;
  }

  #words(): string[] {
    const names = new Set(this.#owners.flatMap(({ label }) => wordsIn(label.text)));
    return wordsIn(this.#task).filter((word) => !names.has(word));
  }
}

function wordsIn(text: string): string[] {
  return wordsOf(comparable(text));
}
