import { readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { LineIndex } from "../text/lines";
import type { Analysis } from "../workspace/analysis";
import { analyse } from "../workspace/analysis";
import { fixSafely } from "../workspace/fixAll";
import { defaultSettings } from "../workspace/settings";

/** A file with what was found in it. */
export interface LintedFile {
  /** As given, or `-` for standard input. */
  readonly path: string;
  /** The lines of the text, fixes applied, without a byte order mark. */
  readonly lines: LineIndex;
  readonly analysis: Analysis;
  /** How many fixes were applied. */
  readonly fixes: number;
}

/** A file that could not be found, read or written, and why, in a few words. */
export interface FileFailure {
  readonly path: string;
  readonly reason: string;
}

const byteOrderMark = "\uFEFF";

/** Lints each file, one after the other; with `fix`, writes back what safe fixes change. */
export async function* lintFiles(paths: readonly string[], fix: boolean): AsyncGenerator<LintedFile | FileFailure> {
  const reads = readAhead(paths);
  for (const path of paths) {
    try {
      yield await lintFile(path, await reads.next().value, fix);
    } catch (error) {
      yield { path, reason: reasonOf(error) };
    }
  }
}

/** How many files are being read while one is linted. */
const mostAhead = 16;

/** The bytes of each file in turn, some of them asked for before their turn comes. */
function* readAhead(paths: readonly string[]): Generator<Promise<Uint8Array>, never> {
  const reads: Promise<Uint8Array>[] = [];
  for (let index = 0; ; index++) {
    while (reads.length < Math.min(paths.length, index + mostAhead)) {
      const path = paths[reads.length] ?? "";
      const read: Promise<Uint8Array> = path === "-" ? buffer(process.stdin) : readFile(path);
      // A failure is told in the file's turn.
      read.catch(() => undefined);
      reads.push(read);
    }
    yield reads[index] ?? Promise.reject(new Error("unreachable"));
    delete reads[index];
  }
}

/** Why a file could not be handled, in a few words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return "no such file or folder";
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  if (code === "EISDIR") return "is a folder";
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "is not UTF-8 text";
  return message.split("\n", 1)[0] ?? "unknown error";
}

async function lintFile(path: string, bytes: Uint8Array, fix: boolean): Promise<LintedFile> {
  const whole = decode(bytes);
  const mark = whole.startsWith(byteOrderMark) ? byteOrderMark : "";
  const text = whole.slice(mark.length);
  if (!fix) return { path, lines: new LineIndex(text), analysis: analyse(path, text, defaultSettings), fixes: 0 };
  const fixed = fixSafely(path, text, defaultSettings);
  if (fixed.text !== text) await replaceFile(path, mark + fixed.text);
  return { path, lines: new LineIndex(fixed.text), analysis: fixed.analysis, fixes: fixed.fixes };
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
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
