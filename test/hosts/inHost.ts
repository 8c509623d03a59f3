// Opens a VS Code whose address names the in-host suite, and listens to what the suite reports.
import { writeFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { folders } from "./process.mjs";
import { count, isReported, type Outcome } from "./report";

/** What came of a run of the in-host suite. */
export interface InHostOutcome extends Outcome {
  /** URI from which VS Code loaded the extension under test. */
  readonly extension: string;
}

const longestRun = 5 * 60_000;

/**
 * Runs the suite that the address names, its report shown; a suite that breaks down counts as one failure.
 * Everything that VS Code logs goes into `.cache/<log>.log`.
 */
export async function runInHost(browser: Browser, address: string, log: string): Promise<InHostOutcome> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const lines: string[] = [];
  // VS Code's smoke-test driver calls these two.
  await page.exposeFunction("codeAutomationLog", (_level: string, values: unknown[]) => {
    for (const line of values.map(String).join(" ").split("\n")) {
      lines.push(line);
      if (isReported(line)) console.log(line);
    }
  });
  const exited = new Promise<number>((resolve) => {
    void page.exposeFunction("codeAutomationExit", (code: number) => resolve(code));
  });
  await page.goto(address);
  const code = await Promise.race([exited, lateness()]);
  await context.close();
  await writeFile(new URL(`${log}.log`, folders.cache), lines.join("\n"));
  const outcome = count(lines);
  const extension = lines.findLast((line) => line.startsWith(announcement))?.slice(announcement.length) ?? "";
  if (code === 0 && outcome.passed > 0) return { ...outcome, extension };
  if (code !== undefined && outcome.failed > 0) return { ...outcome, extension };
  console.log(`✗ The suite did not come to its end (${code ?? "too late"}); VS Code's last words:`);
  for (const line of lines.slice(-20)) console.log(`    ${line.slice(0, 300)}`);
  return { ...outcome, failed: outcome.failed + 1, extension };
}

const announcement = "Extension under test: ";

function lateness(): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), longestRun).unref();
  });
}
