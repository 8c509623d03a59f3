import { isatty } from "node:tty";
import { type LintRequest, readCommandLine } from "./commandLine";
import { findFiles } from "./findFiles";
import { type FileFailure, type LintedFile, lintFiles } from "./lintFiles";
import { reportJson } from "./reportJson";
import { reportText } from "./reportText";
import { isAtLeast } from "./severity";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // The reader of a pipe, such as `head`, may leave early.
  if (error.code === "EPIPE") process.exit();
  throw error;
});

const request = readCommandLine(process.argv.slice(2));
if (typeof request === "number") process.exitCode = request;
else void lint(request).then((code) => (process.exitCode = code));

/** Lints what was asked for; answers the exit code. */
async function lint(request: LintRequest): Promise<number> {
  const { paths, failures } = await findFiles(request.paths);
  const linted: LintedFile[] = [];
  for await (const result of lintFiles(paths, request.fix)) {
    if ("reason" in result) failures.push(result);
    else linted.push(result);
  }
  process.stdout.write(report(linted, request));
  process.stderr.write(failures.map(lineOf).join(""));
  if (failures.length > 0) return 2;
  return linted.some((file) => file.analysis.findings.some((found) => isAtLeast(found.severity, request.failOn)))
    ? 1
    : 0;
}

function report(files: readonly LintedFile[], { format, quiet, failOn }: LintRequest): string {
  const least = quiet ? failOn : "hint";
  if (format === "json") return reportJson(files, least);
  const colours = isatty(1) && !process.env.NO_COLOR && process.env.TERM !== "dumb";
  return reportText(files, { least, summary: !quiet, colours });
}

function lineOf({ path, reason }: FileFailure): string {
  return `notewright: ${path}: ${reason}\n`;
}
