import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { buffer } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { addTo } from "../text/grouping";
import { seriesFolderOf } from "../workspace/seriesFolder";
import type { NoteSettings } from "../workspace/settings";
import { type FileFailure, reasonOf } from "./fileFailure";
import { keptBeside } from "./keptNotes";
import type { LintedFile } from "./lintedFile";
import { type LintOptions, lintFile, lintText, readText, recallFile } from "./lintFile";
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
  /** Whether what is found is kept for later runs, and what they kept is taken. */
  readonly keep: boolean;
}

/** What was found in a file, or why nothing was. */
export type LintOutcome = LintedFile | FileFailure;

/**
 * Lints the files, several at a time where they are many; answers in their order, whichever is ready first. What an earlier
 * run has found and kept is not linted anew.
 */
export async function lintFiles(
  paths: readonly string[],
  { fix, settingsOf, inputName, threads, keep }: LintManyOptions,
): Promise<LintOutcome[]> {
  const shelf = new SeriesShelf(keep ? keptBeside(__dirname) : undefined);
  const results: LintOutcome[] = [];
  const rest: Place[] = [];
  for (const [index, path] of paths.entries()) {
    const name = path === "-" ? inputName : path;
    const place = { index, path, name, options: { fix, settings: await settingsOf(name) } };
    // Why a file cannot be read is found out by linting it.
    const recalled = shelf.kept && (await recallFile(path, place.options, shelf).catch(() => undefined));
    if (recalled) results[index] = recalled;
    else rest.push(place);
  }
  const needed = Math.min(threads ?? suitableThreads(rest.length), rest.length);
  const outcomes = await lintPlaces(rest, needed, shelf);
  for (const [index, outcome] of outcomes) results[index] = outcome;
  shelf.kept?.save();
  return results;
}

async function lintPlaces(
  places: readonly Place[],
  threads: number,
  shelf: SeriesShelf,
): Promise<Map<number, LintOutcome>> {
  const outcomes = new Map<number, LintOutcome>();
  const lintOne = async ({ index, path, name, options }: Place, lint: Lint): Promise<void> => {
    const linted = path === "-" ? lintInput(name, options, shelf) : lint(path, options);
    outcomes.set(index, await linted.catch((error: unknown) => ({ path: name, reason: reasonOf(error) })));
  };
  const shares = sharesOf(places, threads).values();
  const lintHere = async (): Promise<void> => {
    for (const share of shares) {
      for (const place of share) {
        await lintOne(place, (path, options) => lintFile(path, options, shelf));
        // The other threads have something to say now and then.
        if (threads > 1) await setImmediate();
      }
    }
  };
  const lintElsewhere = async (): Promise<void> => {
    const thread = new LintThread(shelf.kept);
    try {
      for (const share of shares) {
        await Promise.all(share.map((place) => lintOne(place, (path, options) => thread.lint(path, options))));
      }
    } finally {
      await thread.end();
    }
  };
  await Promise.all([...Array.from({ length: threads - 1 }, lintElsewhere), lintHere()]);
  return outcomes;
}

/** Below this many files for each, a thread costs more than it saves. */
const filesForThread = 100;

function suitableThreads(files: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(files / filesForThread)));
}

type Lint = (path: string, options: LintOptions) => Promise<LintedFile>;

/** A file that is to be linted. */
interface Place {
  /** Among all files. */
  readonly index: number;
  /** `-` for standard input. */
  readonly path: string;
  /** What it is called in reports. */
  readonly name: string;
  readonly options: LintOptions;
}

/** What one thread lints after the other, the largest first: the notes of a series, which all know the same people. */
function sharesOf(places: readonly Place[], threads: number): Place[][] {
  if (threads < 2) return [[...places]];
  const byFolder = new Map<string, Place[]>();
  for (const place of places) addTo(byFolder, seriesFolderOf(pathToFileURL(place.path).href), place);
  const most = Math.ceil(places.length / threads);
  const shares = [...byFolder.values()].flatMap((share) => {
    return Array.from({ length: Math.ceil(share.length / most) }, (_, part) =>
      share.slice(part * most, (part + 1) * most),
    );
  });
  const sized = shares.map((share) => ({ share, size: share.reduce((sum, { path }) => sum + sizeOf(path), 0) }));
  return sized.sort((one, other) => other.size - one.size).map(({ share }) => share);
}

/** In bytes; 0 for what is no file. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

async function lintInput(name: string, options: LintOptions, shelf: SeriesShelf): Promise<LintedFile> {
  return lintText(name, readText(await buffer(process.stdin)), options, shelf);
}
