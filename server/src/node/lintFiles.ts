import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { buffer } from "node:stream/consumers";
import { type FileFailure, reasonOf } from "./fileFailure";
import { type LintedFile, type LintOptions, lintFile } from "./lintFile";
import { LintThread } from "./lintThread";
import { SeriesShelf } from "./seriesShelf";

/** How to lint many files. */
export interface LintManyOptions extends LintOptions {
  /** What standard input is called in reports; `-` where it has no name. */
  readonly inputName: string;
  /** How many threads share the work; undefined for what suits the number of files. */
  readonly threads: number | undefined;
}

/** Lints the files, several at a time where they are many; answers in their order, whichever is ready first. */
export async function lintFiles(
  paths: readonly string[],
  { inputName, threads = suitableThreads(paths.length), ...options }: LintManyOptions,
): Promise<(LintedFile | FileFailure)[]> {
  const results: (LintedFile | FileFailure)[] = [];
  const queue = paths.entries();
  const shelf = new SeriesShelf(options.settings);
  const lintInTurn = async (lint: (path: string) => Promise<LintedFile>) => {
    for (const [index, path] of queue) {
      const name = path === "-" ? inputName : path;
      const linted =
        path === "-" ? buffer(process.stdin).then((bytes) => lintFile(name, bytes, options, shelf)) : lint(path);
      results[index] = await linted.catch((error: unknown) => ({ path: name, reason: reasonOf(error) }));
    }
  };
  if (threads < 2) await lintInTurn(here(options, shelf));
  else await Promise.all(Array.from({ length: threads }, () => lintElsewhere(options, lintInTurn)));
  return results;
}

/** Below this many files for each, a thread costs more than it saves. */
const filesForThread = 1_000;

function suitableThreads(files: number): number {
  return Math.min(availableParallelism(), Math.floor(files / filesForThread));
}

function here(options: LintOptions, shelf: SeriesShelf): (path: string) => Promise<LintedFile> {
  // A promise for each file would cost more than the waiting that it spares.
  return async (path) => lintFile(path, readFileSync(path), options, shelf);
}

async function lintElsewhere(
  options: LintOptions,
  lintInTurn: (lint: (path: string) => Promise<LintedFile>) => Promise<void>,
): Promise<void> {
  const thread = new LintThread(options);
  try {
    // Two at a time: while one is linted, the next is read.
    await Promise.all([1, 2].map(() => lintInTurn((path) => thread.lint(path))));
  } finally {
    await thread.end();
  }
}
