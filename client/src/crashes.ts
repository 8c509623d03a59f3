/** How often, within the span, a server that died is started again of its own accord. */
export const mostRestarts = 4;

/** The span in which crashes are counted, in milliseconds. */
export const span = 3 * 60_000;

/** Counts the server's crashes, to tell a mishap from a server that cannot live. */
export class Crashes {
  #times: number[] = [];

  /** Notes a crash at the time, in milliseconds; answers how many there were of late, this one among them. */
  add(time: number): number {
    this.#times = [...this.#times.filter((earlier) => time - earlier < span), time];
    return this.#times.length;
  }

  /** Starts to count anew. */
  forget(): void {
    this.#times = [];
  }
}
