import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { meetingOf } from "./notes";
import type { Programs } from "./programs";
import { type Spread, spreadOf } from "./statistics";

/** Linting a folder against parsing the same files with remark, whole processes, in milliseconds. */
export interface FolderFigures {
  readonly files: number;
  readonly bytes: number;
  readonly findings: number;
  /** Every note. */
  readonly lint: Spread;
  /** Once more, after a note was changed. */
  readonly again: Spread;
  readonly remark: Spread;
}

/** Measures both programs by turns over every Markdown file below the folder. */
export function measureFolder(programs: Programs, source: string, scratch: string, rounds: number): FolderFigures {
  // A copy, since notes are changed.
  const folder = join(scratch, "folder", basename(resolve(source)));
  cpSync(source, folder, { recursive: true });
  const report = run([programs.cli, "lint", "--format", "json", folder]);
  const { files } = JSON.parse(report.stdout) as { files: { path: string; findings: unknown[] }[] };
  const findings = files.reduce((sum, file) => sum + file.findings.length, 0);
  if (findings === 0) throw new Error(`The command line found nothing in ${source}.`);
  const list = join(scratch, "files.json");
  writeFileSync(list, JSON.stringify(files.map(({ path }) => path)));
  const times = { lint: [] as number[], again: [] as number[], remark: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    times.remark.push(timeOf([programs.remarkParser, list]));
    times.lint.push(timeOf([programs.cli, "lint", "--no-cache", folder]));
    const changed = files[Math.floor((files.length * round) / rounds)];
    if (changed) appendFileSync(changed.path, "\nOne more line.\n");
    times.again.push(timeOf([programs.cli, "lint", folder]));
  }
  const { lint, again, remark } = times;
  const bytes = files.reduce((sum, { path }) => sum + statSync(path).size, 0);
  return {
    files: files.length,
    bytes,
    findings,
    lint: spreadOf(lint),
    again: spreadOf(again),
    remark: spreadOf(remark),
  };
}

/** Writes a folder of made-up notes, about a megabyte in all, and answers its path. */
export function writeMeetings(scratch: string): string {
  const folder = join(scratch, "notes");
  mkdirSync(folder);
  for (let seed = 1; seed <= 200; seed++) {
    writeFileSync(join(folder, `${seed}.md`), meetingOf(20 + ((seed * 7) % 120), seed));
  }
  return folder;
}

function timeOf(words: readonly string[]): number {
  const started = performance.now();
  run(words);
  return performance.now() - started;
}

/** Runs one of the programs to its end; the command line ends with 1 where it found something. */
function run(words: readonly string[]): SpawnSyncReturns<string> {
  const options = { encoding: "utf8", maxBuffer: 1 << 30, env: { ...process.env, NODE_ENV: "production" } } as const;
  const ended = spawnSync(process.execPath, words, options);
  if (ended.status !== 0 && ended.status !== 1) throw new Error(`${words[0]} failed: ${ended.stderr}`);
  return ended;
}
