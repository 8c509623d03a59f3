// The tests that look at VS Code from outside; they run in Node, by Mocha.

import { fileURLToPath } from "node:url";
import Mocha from "mocha";
import { folders } from "../process.mjs";
import { type Outcome, reporter } from "../report";

/** Runs some of them, their report shown. */
export function runOutside(...names: readonly ("package" | "person" | "crash" | "bigNote")[]): Promise<Outcome> {
  const mocha = new Mocha({ ui: "bdd", reporter, timeout: 240_000 });
  for (const name of names) mocha.addFile(fileURLToPath(new URL(`outside/${name}.test.ts`, folders.hosts)));
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed }));
  });
}
