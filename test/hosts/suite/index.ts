// The tests that run inside VS Code's extension host, in Node and in a web worker.
import { runMocha } from "./mocha";
import { announceExtension } from "./support";
import "./recognition.test";
import "./findings.test";
import "./fixes.test";
import "./outline.test";
import "./writing.test";
import "./series.test";
import "./settings.test";
import "./configuration.test";
import "./calm.test";
import "./crash.test";

/** What VS Code calls. */
export function run(): Promise<void> {
  announceExtension();
  return runMocha();
}
