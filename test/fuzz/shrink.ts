import { changeBetween } from "./editor";
import { type Change, changeText, type Session, type Step } from "./session";
import { withoutLetters } from "./withoutLetters";

/** Whether a session still shows what is looked for. */
type Shows = (session: Session) => boolean;

/**
 * A session as small as the shrinker can make it, in which `shows` still holds.
 * Tries at most `budget` sessions.
 */
export function shrinkSession(session: Session, shows: Shows, budget = 4000): Session {
  const shrinker = new Shrinker(session, shows, budget);
  shrinker.run();
  return shrinker.best;
}

class Shrinker {
  #tried = 0;

  constructor(
    public best: Session,
    private readonly shows: Shows,
    private readonly budget: number,
  ) {}

  run(): void {
    this.#startLater();
    for (let before: Session | undefined; before !== this.best && this.#tried < this.budget; ) {
      before = this.best;
      this.#takeFewerSteps();
      this.#takePlainerSteps();
      this.#deleteLess();
      this.#writeLess();
    }
  }

  /** Whether the session will do; if so it is the best from now on. */
  #accept(candidate: Session): boolean {
    if (this.#tried++ >= this.budget || !this.shows(candidate)) return false;
    this.best = candidate;
    return true;
  }

  /** Opens the document with a text that it only came to have, the latest that will do. */
  #startLater(): void {
    const { steps, settings } = this.best;
    for (let first = steps.length - 1; first > 0; first--) {
      const last = steps.slice(0, first).findLast((step) => step.settings)?.settings;
      const later = { text: textAfter(this.best, first), settings: last ?? settings, steps: steps.slice(first) };
      if (this.#accept(later)) return;
    }
  }

  /** Leaves out steps; the next one then leads to the text that it led to before, or stays as it was. */
  #takeFewerSteps(): void {
    removeParts(
      () => this.best.steps.length,
      (start, end) => {
        const { steps } = this.best;
        const [next, ...others] = steps.slice(end);
        if (!next) return false;
        const head = steps.slice(0, start);
        const edit = [changeBetween(textAfter(this.best, start), textAfter(this.best, end + 1))];
        return (
          this.#accept({ ...this.best, steps: [...head, { ...next, edit }, ...others] }) ||
          this.#accept({ ...this.best, steps: [...head, next, ...others] })
        );
      },
    );
  }

  /** Does what is usual where that makes no difference: one change for each step, no settings, always a comparison. */
  #takePlainerSteps(): void {
    if (this.best.settings !== "forced") this.#accept({ ...this.best, settings: "forced" });
    for (const index of this.best.steps.keys()) {
      const { edit, settings, look } = this.best.steps[index] ?? { edit: [] };
      if (settings) this.#accept(this.#withStep(index, { edit, ...(look && { look }) }));
      if (look) this.#accept(this.#withStep(index, { edit, ...(settings && { settings }) }));
      if (edit.length < 2 && edit[0]?.length !== 1) continue;
      const single = changeBetween(textAfter(this.best, index), textAfter(this.best, index + 1));
      if (single.length === 3) this.#accept(this.#withEdit(index, [single]));
    }
  }

  /** Takes less out with each change; what is left stays behind what comes in. */
  #deleteLess(): void {
    for (const [index, { edit }] of this.best.steps.entries()) {
      for (const place of edit.keys()) {
        removeParts(
          () => deletedBy(this.best.steps[index]?.edit[place]),
          (start, end) => {
            const change = this.best.steps[index]?.edit[place];
            if (change?.length !== 3) return false;
            const less: Change = [change[0], change[1] - (end - start), change[2]];
            const changes = this.best.steps[index]?.edit ?? [];
            return this.#accept(this.#withEdit(index, changes.with(place, less)));
          },
        );
      }
    }
  }

  /** Takes letters out of the first text and of what is inserted; what happens elsewhere moves along. */
  #writeLess(): void {
    const texts = () => [this.best.text, ...changesOf(this.best).map((change) => change.at(-1) as string)];
    for (const index of texts().keys()) {
      removeParts(
        () => texts()[index]?.length ?? 0,
        (start, end) => {
          const candidate = withoutLetters(this.best, index, { start, end });
          return candidate !== undefined && this.#accept(candidate);
        },
      );
    }
  }

  #withStep(index: number, step: Step): Session {
    return { ...this.best, steps: this.best.steps.with(index, step) };
  }

  #withEdit(index: number, edit: readonly Change[]): Session {
    return this.#withStep(index, { ...this.best.steps[index], edit });
  }
}

/** Tries to remove parts, ever smaller ones, from the end to the start; `length` is asked anew after each. */
function removeParts(length: () => number, remove: (start: number, end: number) => boolean): void {
  for (let size = length(); size >= 1; size = Math.floor(size / 2)) {
    for (let end = length(); end > 0; end -= size) remove(Math.max(0, end - size), end);
  }
}

function deletedBy(change: Change | undefined): number {
  return change?.length === 3 ? change[1] - change[0] : 0;
}

function changesOf({ steps }: Session): Change[] {
  return steps.flatMap(({ edit }) => edit);
}

function textAfter({ text, steps }: Session, count: number): string {
  return changeText(
    text,
    steps.slice(0, count).flatMap(({ edit }) => edit),
  );
}
