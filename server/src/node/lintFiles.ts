import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { buffer } from "node:stream/consumers";
import type { NoteSettings } from "../workspace/settings";
import { type FileFailure, reasonOf } from "./fileFailure";
import { type LintedFile, type LintOptions, lintFile } from "./lintFile";
import { LintThread } from "./lintThread";
import { SeriesShelf } from "./seriesShelf";

/** How to lint many files. */
export interface LintManyOptions {
  /** Whether safe fixes are written back. */
  readonly fix: boolean;
  /** The settings that hold for the file at a path. */
  readonly settingsOf: (path: string) => Promise<NoteSettings>;
  /** What standard input is called in reports; `-` where it has no name. */
  readonly inputName: string;
  /** How many threads share the work; undefined for what suits the number of files. */
  readonly threads: number | undefined;
}

/** Lints the files, several at a time where they are many; answers in their order, whichever is ready first. */
export async function lintFiles(
  paths: readonly string[],
  { inputName, threads = suitableThreads(paths.length), fix, settingsOf }: LintManyOptions,
): Promise<(LintedFile | FileFailure)[]> {
  const results: (LintedFile | FileFailure)[] = [];
  const queue = paths.entries();
  const shelf = new SeriesShelf();
  const lintInTurn = async (lint: Lint) => {
    for (const [index, path] of queue) {
      const name = path === "-" ? inputName : path;
      const options = { fix, settings: await settingsOf(name) };
      const linted = path === "-" ? lintInput(name, options, shelf) : lint(path, options);
      results[index] = await linted.catch((error: unknown) => ({ path: name, reason: reasonOf(error) }));
    }
  };
  // A promise for each file would cost more than the waiting that it spares.
  const lintHere: Lint = async (path, options) => lintFile(path, readFileSync(path), options, shelf);
  if (threads < 2) await lintInTurn(lintHere);
  else await Promise.all(Array.from({ length: threads }, () => lintElsewhere(lintInTurn)));
  return results;
}

/** Below this many files for each, a thread costs more than it saves. */
const filesForThread = 1_000;

function suitableThreads(files: number): number {
  return Math.min(availableParallelism(), Math.floor(files / filesForThread));
}

type Lint = (path: string, options: LintOptions) => Promise<LintedFile>;

async function lintInput(name: string, options: LintOptions, shelf: SeriesShelf): Promise<LintedFile> {
  return lintFile(name, await buffer(process.stdin), options, shelf);
}

async function lintElsewhere(lintInTurn: (lint: Lint) => Promise<void>): Promise<void> {
  const thread = new LintThread();
  try {
    // Two at a time: while one is linted, the next is read.
    await Promise.all([1, 2].map(() => lintInTurn((path, options) => thread.lint(path, options))));
  } finally {
    await thread.end();
  }
}
