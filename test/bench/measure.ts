import { deepStrictEqual } from "node:assert";
import { NoAnswer } from "./client";
import { peakMemoryOf } from "./memory";
import type { BenchNote } from "./notes";
import type { Feature, ServerId, ServerSpec } from "./servers";
import { Session } from "./session";
import { type Spread, spreadOf } from "./statistics";

/** What one server did with one note, in milliseconds and bytes; what it does not offer is left out. */
export interface Figures {
  readonly ready: Spread;
  readonly open: Spread;
  readonly key: Spread;
  readonly outline?: Spread;
  readonly completion?: Spread;
  readonly codeAction?: Spread;
  readonly memory: number;
  /** How many diagnostics, symbols and so on the poorest answer held. */
  readonly answers: Readonly<Record<string, number>>;
}

/** How much is measured. */
export interface Effort {
  /** Keys that are counted. */
  readonly keys: number;
  /** Keys before those, which are not. */
  readonly warmUp: number;
  /** Fresh processes for what is measured cold. */
  readonly starts: number;
}

const features: readonly Feature[] = ["outline", "completion", "codeAction"];

/** How many keys are typed into one server before it is the next one's turn. */
const turn = 10;

/** How long, in milliseconds, one kind of measurement goes on with a slow server; it has fewer of them then. */
const budget = 45_000;

/**
 * Measures servers side by side: started by turns, then each with the note open and typed into by turns, so that what
 * else happens on the machine hits all of them. A server that does not answer in time has no figures.
 */
export async function measure(
  specs: readonly ServerSpec[],
  note: BenchNote,
  effort: Effort,
): Promise<Map<ServerId, Figures | undefined>> {
  const runs = specs.map((spec) => new Run(spec, note));
  const each = async (step: (run: Run) => Promise<void>, round: number): Promise<void> => {
    for (const run of round % 2 === 0 ? runs : [...runs].reverse()) await run.attempt(() => step(run));
  };
  for (let round = 0; round < effort.starts; round++) await each((run) => run.startCold(), round);
  await each((run) => run.openWarm(effort.warmUp), 0);
  for (let round = 0; round * turn < effort.keys; round++) {
    const keys = Math.min(turn, effort.keys - round * turn);
    await each((run) => run.type(keys), round);
  }
  for (const feature of features) {
    for (let round = 0; round * turn * 3 < effort.keys; round++) await each((run) => run.ask(feature, turn), round);
  }
  await each((run) => run.finish(), 0);
  return new Map(runs.map((run) => [run.spec.id, run.figures]));
}

class Run {
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

  /** Takes a step, unless the server failed before; ends it where it fails now. */
  async attempt(step: () => Promise<void>): Promise<void> {
    if (this.#failed) return;
    try {
      await step();
    } catch (error) {
      await this.#session?.end();
      if (!(error instanceof NoAnswer)) throw error;
      this.#failed = true;
    }
  }

  async startCold(): Promise<void> {
    if (isSpent(this.#times.open)) return;
    const session = await this.#start();
    this.#times.open.push((await session.open()).time);
    await session.end();
  }

  async openWarm(warmUp: number): Promise<void> {
    const session = await this.#start();
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
    await session.end();
  }

  async #start(): Promise<Session> {
    const session = new Session(this.spec, this.note);
    this.#session = session;
    this.#times.ready.push(await session.start());
    return session;
  }

  /** Fails unless the findings are those of a fresh server on the same text. */
  async #compare(session: Session): Promise<void> {
    await session.save();
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
