import { resolve } from "node:path";
import { defaultSettings } from "../workspace/settings";
import { readBaseline, withoutKnown, writeBaseline } from "./baseline";
import type { LintRequest } from "./commandLine";
import { describeFailure, type FileFailure } from "./fileFailure";
import { FileSettings } from "./fileSettings";
import { findFiles } from "./findFiles";
import { changedFiles } from "./git";
import type { LintedFile } from "./lintedFile";
import { lintFiles } from "./lintFiles";
import type { Report } from "./report";
import { reporters } from "./reporters";
import { isAtLeast } from "./severity";
import { counted } from "./summary";

/** What a command has to say, and how it ends. */
export interface CommandOutcome {
  readonly output: string;
  /** Lines for standard error. */
  readonly remarks: readonly string[];
  /** 0 nothing found, 1 something found, 2 could not do its work. */
  readonly code: number;
}

/** Lints what was asked for; rejects with a `Complaint` where it cannot begin. */
export async function lint(request: LintRequest, colours: boolean): Promise<CommandOutcome> {
  const found = await filesOf(request);
  const settings = new FileSettings(
    { ...defaultSettings, profile: request.profile, rules: request.rule, series: request.series },
    request.config,
  );
  const results = await lintFiles(found.paths, {
    fix: request.fix,
    settingsOf: (path) => settings.of(path),
    inputName: request.stdinFilename?.replaceAll("\\", "/") ?? "-",
    threads: request.concurrency,
    keep: request.cache,
  });
  const linted = results.filter((result): result is LintedFile => !("reason" in result));
  const unread = results.filter((result): result is FileFailure => "reason" in result);
  const failures = [...found.failures, ...settings.failures(), ...unread];
  const { files, remarks } = await compareWithBaseline(linted, request);
  const report = { files, failures, known: countFindings(linted) - countFindings(files) };
  return {
    output: write(report, request, colours),
    remarks: [...remarks, ...failures.map(describeFailure)],
    code: codeOf(report, request),
  };
}

async function filesOf({ paths, changed }: LintRequest): ReturnType<typeof findFiles> {
  if (!changed) return findFiles(paths);
  const [found, wanted] = await Promise.all([
    findFiles(paths),
    changedFiles(typeof changed === "string" ? changed : undefined),
  ]);
  return { ...found, paths: found.paths.filter((path) => wanted.has(resolve(path))) };
}

/** The files without what the baseline knows; what is recorded now is known from now on. */
async function compareWithBaseline(
  files: readonly LintedFile[],
  request: LintRequest,
): Promise<{ files: readonly LintedFile[]; remarks: string[] }> {
  const path = request.baseline;
  if (path === undefined) return { files, remarks: [] };
  const baseline = await readBaseline(path);
  if (baseline && !request.writeBaseline) return { files: withoutKnown(path, baseline, files), remarks: [] };
  await writeBaseline(path, files, baseline);
  return {
    files: files.map((file) => ({ ...file, findings: [] })),
    remarks: [`${path}: recorded ${counted(countFindings(files), "finding")}`],
  };
}

function countFindings(files: readonly LintedFile[]): number {
  return files.reduce((sum, file) => sum + file.findings.length, 0);
}

function write(report: Report, { format, quiet, failOn, explain }: LintRequest, colours: boolean): string {
  return reporters[format](report, { least: quiet ? failOn : "hint", failOn, summary: !quiet, colours, explain });
}

function codeOf({ files, failures }: Report, { failOn }: LintRequest): number {
  if (failures.length > 0) return 2;
  return files.some((file) => file.findings.some((found) => isAtLeast(found.severity, failOn))) ? 1 : 0;
}
