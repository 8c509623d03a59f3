import type { BenchNote } from "./notes";
import { type Figures, Run } from "./run";
import { type Feature, isMeasured, type ServerId, type ServerSpec } from "./servers";

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

/**
 * Measures servers with one note. All are started by turns; then Notewright and the floor are typed into by turns, so
 * that what else happens on the machine hits both, first with diagnostics that are pushed and then with those that are
 * asked for, and each other server by itself, so that nobody waits long for its turn. A server that does not answer in
 * time has no figures.
 */
export async function measure(
  specs: readonly ServerSpec[],
  note: BenchNote,
  effort: Effort,
): Promise<Map<ServerId, Figures | undefined>> {
  const runs = specs.map((spec) => new Run(spec, note));
  const pulled = specs.filter(isMeasured).map((spec) => {
    return new Run({ ...spec, shows: "pulled diagnostics", features: [] }, note);
  });
  try {
    await byTurns(runs, 0, (run) => run.settle());
    for (let round = 0; round < effort.starts; round++) await byTurns(runs, round, (run) => run.startCold());
    const peers = runs.filter(({ spec }) => !isMeasured(spec));
    const measured = runs.filter(({ spec }) => isMeasured(spec));
    for (const group of [measured, pulled, ...peers.map((run) => [run])]) await typeInto(group, effort);
  } finally {
    for (const run of [...runs, ...pulled]) await run.end();
  }
  return new Map(
    runs.map(({ spec: { id }, figures }) => {
      const pulledKey = pulled.find(({ spec }) => spec.id === id)?.keys;
      return [id, figures && { ...figures, ...(pulledKey && { pulledKey }) }];
    }),
  );
}

async function typeInto(runs: readonly Run[], { keys, warmUp }: Effort): Promise<void> {
  await byTurns(runs, 0, (run) => run.openWarm(warmUp));
  for (let round = 0; round * turn < keys; round++) {
    await byTurns(runs, round, (run) => run.type(Math.min(turn, keys - round * turn)));
  }
  for (const feature of features) {
    for (let round = 0; round * turn * 3 < keys; round++) await byTurns(runs, round, (run) => run.ask(feature, turn));
  }
  await byTurns(runs, 0, (run) => run.finish());
}

/** Takes the step with each, in the other order every second round. */
async function byTurns(runs: readonly Run[], round: number, step: (run: Run) => Promise<void>): Promise<void> {
  for (const run of round % 2 === 0 ? runs : [...runs].reverse()) await run.attempt(() => step(run));
}
