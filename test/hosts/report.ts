// One form of report for every suite that runs in or around a VS Code: lines that a person reads and the runner counts.

/** What a suite came to. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const passedMark = "✓";
const failedMark = "✗";
const detailMark = "  │";

/** A Mocha reporter that prints one line for each test, and after a failed one its error. */
export const reporter = report as unknown as Mocha.ReporterConstructor;

function report(runner: Mocha.Runner): void {
  runner.on("pass", (test) => print(`${passedMark} ${test.fullTitle()} (${test.duration ?? 0} ms)`));
  runner.on("fail", (test, error: Error) => {
    print(`${failedMark} ${test.fullTitle()}`);
    for (const line of (error.stack ?? error.message).split("\n")) print(`${detailMark} ${line}`);
  });
}

/** Counts the lines of a report; other lines do not matter. */
export function count(lines: readonly string[]): Outcome {
  const starting = (mark: string) => lines.filter((line) => line.startsWith(`${mark} `)).length;
  return { passed: starting(passedMark), failed: starting(failedMark) };
}

/** Whether a line belongs to a report. */
export function isReported(line: string): boolean {
  return line.startsWith(`${passedMark} `) || line.startsWith(`${failedMark} `) || line.startsWith(`${detailMark} `);
}

function print(line: string): void {
  console.log(line);
}
