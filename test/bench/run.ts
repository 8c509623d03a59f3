import { deepStrictEqual } from "node:assert";
import { NoAnswer } from "./client";
import { peakMemoryOf } from "./memory";
import type { BenchNote } from "./notes";
import { type Feature, isMeasured, type ServerSpec } from "./servers";
import { Session } from "./session";
import { type Spread, spreadOf } from "./statistics";

/** What one server did with one note, in milliseconds and bytes; what it does not offer is left out. */
export interface Figures {
  readonly ready: Spread;
  readonly open: Spread;
  readonly key: Spread;
  /** The same for a client that asks for diagnostics. */
  readonly pulledKey?: Spread;
  readonly outline?: Spread;
  readonly completion?: Spread;
  readonly codeAction?: Spread;
  readonly memory: number;
  /** How many diagnostics, symbols and so on the poorest answer held. */
  readonly answers: Readonly<Record<string, number>>;
}

/** How long, in milliseconds, one kind of measurement goes on with a slow server; it has fewer of them then. */
const budget = 20_000;

/** Two lines. */
const settlingKeys = 120;

/** One server with one note, measured step by step. */
export class Run {
  readonly #times: Record<"ready" | "open" | "key" | Feature, number[]> = {
    ready: [],
    open: [],
    key: [],
    outline: [],
    completion: [],
    codeAction: [],
  };
  readonly #answers: Record<string, number> = {};
  #memory = 0;
  #session: Session | undefined;
  #failed = false;

  constructor(
    readonly spec: ServerSpec,
    private readonly note: BenchNote,
  ) {}

  get figures(): Figures | undefined {
    if (this.#failed) return undefined;
    const { ready, open, key, ...asked } = this.#times;
    const offered = Object.entries(asked).filter(([, times]) => times.length > 0);
    return {
      ready: spreadOf(ready),
      open: spreadOf(open),
      key: spreadOf(key),
      ...Object.fromEntries(offered.map(([feature, times]) => [feature, spreadOf(times)])),
      memory: this.#memory,
      answers: this.#answers,
    };
  }

  /** How long its keys took. */
  get keys(): Spread {
    return spreadOf(this.#times.key);
  }

  /** Takes a step, unless the server failed before. */
  async attempt(step: () => Promise<void>): Promise<void> {
    if (this.#failed) return;
    try {
      await step();
    } catch (error) {
      if (!(error instanceof NoAnswer) || this.spec.isOurs || !this.spec.isReal) throw error;
      this.#failed = true;
      await this.end();
    }
  }

  /**
   * Starts it once, uses it and lets it leave, so that what it keeps for its next start is there. Nothing is kept by
   * those that are neither Notewright nor the floor.
   */
  async settle(): Promise<void> {
    const session = new Session(this.spec, this.note);
    this.#session = session;
    await session.start();
    await session.open();
    if (isMeasured(this.spec)) {
      for (let key = 0; key < settlingKeys; key++) await session.type();
      for (const feature of this.spec.features) await session.ask(feature);
    }
    await session.leave();
  }

  async startCold(): Promise<void> {
    if (isSpent(this.#times.open)) return;
    const session = new Session(this.spec, this.note);
    this.#session = session;
    this.#times.ready.push(await session.start());
    this.#times.open.push((await session.open()).time);
    await session.end();
  }

  async openWarm(warmUp: number): Promise<void> {
    const session = new Session(this.spec, this.note);
    this.#session = session;
    await session.start();
    await session.open();
    for (let key = 0; key < warmUp; key++) await session.type();
    if (this.spec.isOurs) await session.findFixable();
  }

  async type(keys: number): Promise<void> {
    const session = this.#open();
    for (let key = 0; key < keys && !isSpent(this.#times.key); key++) {
      const { time, answer } = await session.type();
      this.#times.key.push(time);
      this.#count(this.spec.shows, answer);
    }
  }

  async ask(feature: Feature, times: number): Promise<void> {
    const session = this.#open();
    if (!this.spec.features.includes(feature)) return;
    for (let key = 0; key < times && !isSpent(this.#times[feature]); key++) {
      const { time, answer } = await session.ask(feature);
      this.#times[feature].push(time);
      this.#count(feature, answer);
    }
  }

  async finish(): Promise<void> {
    const session = this.#open();
    this.#memory = peakMemoryOf(session.processId ?? 0);
    const mustAnswer = this.spec.isOurs ? Object.keys(this.#answers) : this.spec.isReal ? [this.spec.shows] : [];
    const empty = mustAnswer.filter((what) => this.#answers[what] === 0);
    if (empty.length > 0) throw new Error(`${this.spec.title} gave an empty answer: ${empty.join(", ")}.`);
    if (this.spec.isOurs) await this.#compare(session);
    await this.end();
  }

  /** Ends the server, where one is there. */
  async end(): Promise<void> {
    await this.#session?.end();
  }

  /** Fails unless the findings are those of a fresh server on the same text. */
  async #compare(session: Session): Promise<void> {
    await session.touch();
    const fresh = new Session(this.spec, { ...this.note, text: session.text });
    try {
      await fresh.start();
      await fresh.open();
      deepStrictEqual(session.diagnostics, fresh.diagnostics);
    } finally {
      await fresh.end();
    }
  }

  #count(what: string, answer: unknown): void {
    const count = Array.isArray(answer) ? answer.length : 0;
    this.#answers[what] = Math.min(count, this.#answers[what] ?? count);
  }

  #open(): Session {
    if (!this.#session) throw new Error("The note is not open.");
    return this.#session;
  }
}

function isSpent(times: readonly number[]): boolean {
  return times.reduce((sum, time) => sum + time, 0) > budget;
}
