import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** Builds every bundle once before the first test, for the tests that run them. */
export async function setup(): Promise<void> {
  const root = join(import.meta.dirname, "../..");
  await promisify(execFile)(process.execPath, ["esbuild.mjs"], { cwd: root });
}
