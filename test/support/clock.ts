/** A clock that only goes on when the test says so. */
export class Clock {
  #now = 0;
  readonly #alarms = new Set<{ readonly at: number; readonly task: () => void }>();

  /** What hosts offer as `now`. */
  readonly now = (): number => this.#now;

  /** What hosts offer as `later`. */
  readonly later = (task: () => void, milliseconds: number): (() => void) => {
    const alarm = { at: this.#now + milliseconds, task };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  };

  /** Lets time pass: runs what is due by then, in order. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    const due = [...this.#alarms].filter(({ at }) => at <= this.#now).sort((a, b) => a.at - b.at);
    for (const alarm of due) if (this.#alarms.delete(alarm)) alarm.task();
  }
}
