import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** What a command printed and how it ended. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
  /** The lines on standard error. */
  readonly errors: readonly string[];
}

/** The path of a built bundle. */
export function bundlePath(name: string): string {
  return join(import.meta.dirname, "../../dist", name);
}

/** Where and how a program runs. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** What it reads on standard input. */
  readonly input?: string | Uint8Array;
}

/** Runs a built bundle with the words behind it, in the folder, with `input` on standard input. */
export async function runBundle(
  name: string,
  words: readonly string[],
  { folder = process.cwd(), input = "" }: { folder?: string; input?: string | Uint8Array } = {},
): Promise<Outcome> {
  return runProgram(process.execPath, [bundlePath(name), ...words], { cwd: folder, input });
}

/** Runs a program to its end. */
export async function runProgram(
  program: string,
  words: readonly string[],
  { cwd = process.cwd(), env = process.env, input = "" }: RunOptions = {},
): Promise<Outcome> {
  const child = spawn(program, words, { cwd, env });
  // A command that reads no input may be gone before it is written.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, output, errors: errors.split("\n").filter((line) => line !== "") };
}

/** A folder of these files, by path, that goes away with the test. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "notewright-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFiles(folder, files);
  return folder;
}

/** Writes files by their paths in the folder. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}
