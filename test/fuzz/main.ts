import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Progress, Task } from "./worker";

const usage = "Usage: npm run fuzz -- [--minutes N] [--seed S] [--folder PATH] [--workers N]";

/** How long, in seconds, a worker may say nothing before it counts as hung. */
const patience = 120;

interface Crew {
  readonly task: Omit<Task, "first">;
  readonly workers: ReadonlyMap<ChildProcess, Tally>;
  readonly started: number;
}

interface Tally {
  edits: number;
  comparisons: number;
  /** What the worker does now, to be named should it hang. */
  doing: string;
  heard: number;
}

/** Lets workers edit documents until the time is over or one finds a difference; answers the exit code. */
async function run(): Promise<number> {
  const { minutes, seed, folder, workers } = readArguments();
  const task = { seed, step: workers, until: Date.now() + minutes * 60_000, ...(folder && { folder }) };
  console.log(`Seed ${seed}, ${minutes} minutes, ${workers} workers${folder ? `, ${folder} too` : ""}`);
  const crew: Crew = { task, workers: startWorkers(workers), started: Date.now() };
  const ticking = setInterval(() => console.log(describe(crew)), 10_000);
  const ends = [...crew.workers].map(([worker, tally], first) => work(worker, tally, { ...task, first }));
  try {
    // The first that fails ends the run.
    await Promise.all(ends);
    console.log(`${describe(crew)}\nNo difference.`);
    return 0;
  } catch (error) {
    console.log(`${describe(crew)}\n\n${error instanceof Error ? error.message : error}`);
    return 1;
  } finally {
    clearInterval(ticking);
    for (const worker of crew.workers.keys()) worker.kill("SIGKILL");
  }
}

function readArguments(): { minutes: number; seed: number; folder: string | undefined; workers: number } {
  const option = { type: "string" } as const;
  const { values } = parseArgs({ options: { minutes: option, seed: option, folder: option, workers: option } });
  const read = (name: "minutes" | "seed" | "workers", otherwise: number): number => {
    const value = Number(values[name] ?? otherwise);
    if (!(value >= 0)) throw new Error(`Unexpected --${name} ${values[name]}, expected a number\n${usage}`);
    return value;
  };
  return {
    minutes: read("minutes", 1),
    seed: Math.floor(read("seed", Date.now() % 1_000_000_000)),
    folder: values.folder,
    workers: Math.max(1, Math.floor(read("workers", availableParallelism()))),
  };
}

function startWorkers(count: number): Map<ChildProcess, Tally> {
  const path = join(import.meta.dirname, "worker.ts");
  const env = { ...process.env, NODE_ENV: "production" };
  return new Map(
    Array.from({ length: count }, () => [
      fork(path, { env }),
      { edits: 0, comparisons: 0, doing: "nothing yet", heard: Date.now() },
    ]),
  );
}

/** Ends when the worker has done its task; fails with a report where it found something, hangs or dies. */
function work(worker: ChildProcess, tally: Tally, task: Task): Promise<void> {
  return new Promise((resolve, reject) => {
    const watching = setInterval(() => {
      if (Date.now() - tally.heard > patience * 1000) reject(new Error(`A worker hangs: ${tally.doing}.`));
    }, 1000);
    watching.unref();
    worker.on("message", (progress: Progress) => {
      tally.heard = Date.now();
      tally.doing = progress.doing;
      tally.edits += progress.edits;
      tally.comparisons += progress.comparisons;
      if (progress.report) reject(new Error(progress.report));
    });
    worker.on("exit", (code, signal) => {
      clearInterval(watching);
      if (code === 0) resolve();
      else reject(new Error(`A worker died with ${signal ?? `code ${code}`}: ${tally.doing}.`));
    });
    worker.send(task);
  });
}

function describe({ workers, started }: Crew): string {
  const tallies = [...workers.values()];
  const sum = (part: "edits" | "comparisons") => tallies.reduce((total, tally) => total + tally[part], 0);
  const seconds = (Date.now() - started) / 1000;
  const rate = Math.round(sum("edits") / seconds);
  return `${Math.round(seconds)} s: ${sum("edits")} edits (${rate} per second), ${sum("comparisons")} comparisons`;
}

run().then((code) => {
  process.exitCode = code;
});
