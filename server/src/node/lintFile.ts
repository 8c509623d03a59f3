import { readFileSync, statSync } from "node:fs";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { fixSafely } from "../workspace/fixAll";
import type { NoteSettings } from "../workspace/settings";
import { describe, type LintedFile } from "./lintedFile";
import type { SeriesShelf } from "./seriesShelf";

/** How to lint. */
export interface LintOptions {
  /** Whether safe fixes are written back. */
  readonly fix: boolean;
  readonly settings: NoteSettings;
}

const byteOrderMark = "\uFEFF";
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** What an earlier run has found in the file at the path, if it was kept and the same would be found now. */
export async function recallFile(
  path: string,
  options: LintOptions,
  shelf: SeriesShelf,
): Promise<LintedFile | undefined> {
  if (!isToKeep(path, options)) return undefined;
  const file = await shelf
    .of(options.settings)
    .recall(pathToFileURL(path).href, () => readText(readFileSync(path)).text);
  return file && { path, ...file };
}

/**
 * Lints the file at the path and keeps what was found; rejects where it cannot be read, is not UTF-8 text or cannot be
 * written.
 */
export async function lintFile(path: string, options: LintOptions, shelf: SeriesShelf): Promise<LintedFile> {
  const content = readText(readFileSync(path));
  const linted = await lintText(path, content, options, shelf);
  const { path: _, ...file } = linted;
  if (isToKeep(path, options)) await shelf.of(options.settings).keep(pathToFileURL(path).href, content.text, file);
  return linted;
}

/** Standard input and other pipes can be read only once, and what was fixed is another text behind it. */
function isToKeep(path: string, { fix }: LintOptions): boolean {
  return !fix && statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** Lints the content of the file at the path, which knows the people of its series; rejects where it cannot be written. */
export async function lintText(
  path: string,
  { mark, text }: NoteContent,
  { fix, settings }: LintOptions,
  shelf: SeriesShelf,
): Promise<LintedFile> {
  // The folder that the file lies in may tell the year.
  const uri = pathToFileURL(path).href;
  const series = shelf.of(settings);
  const analyser = series.analyserOf(uri);
  // Nobody needs to know the people around a file that is no note; and `-` is in no folder.
  const roster = analyser.isNote(text) && path !== "-" ? await series.rosterFor(uri) : undefined;
  series.forget(uri);
  if (!fix) return describe(path, text, analyser.analyse(text, roster), 0);
  const fixed = fixSafely(uri, text, settings, roster);
  if (fixed.text !== text) await replaceFile(path, mark + fixed.text);
  return describe(path, fixed.text, fixed.analysis, fixed.fixes);
}

/** What a file has in it. */
export interface NoteContent {
  /** A byte order mark, or nothing. */
  readonly mark: string;
  /** What stands behind it. */
  readonly text: string;
}

/** Reads what a file has in it; throws where that is not UTF-8. */
export function readText(bytes: Uint8Array): NoteContent {
  const whole = decoder.decode(bytes);
  const mark = whole.startsWith(byteOrderMark) ? byteOrderMark : "";
  return { mark, text: whole.slice(mark.length) };
}

/** Writes beside the file, then takes its place, so that nobody ever sees half a note. */
async function replaceFile(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    await writeFile(draft, text, { mode, flag: "wx" });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
