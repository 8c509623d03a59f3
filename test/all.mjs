// @ts-check
// `npm test`: installs what is missing, builds, checks, runs every test, and closes with how many passed and failed.
import { mkdir, readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { installProject } from "./hosts/install.mjs";
import { folders, npm, run, runCommand, say } from "./hosts/process.mjs";

/** @typedef {{ passed: number, failed: number }} Outcome */

/** @type {readonly { title: string, run: () => Promise<Outcome> }[]} */
const steps = [
  { title: "Build", run: () => script("build") },
  { title: "Types", run: () => script("check:types") },
  { title: "Lint and format", run: () => script("check:lint") },
  { title: "Unit, rule page, wire and worker tests", run: testUnits },
  { title: "Tests in real VS Codes", run: testInHosts },
];

const started = Date.now();
await runCommand(async () => {
  await mkdir(folders.cache, { recursive: true });
  await installProject();
  const total = { passed: 0, failed: 0 };
  for (const [index, { title, run }] of steps.entries()) {
    const place = `[${index + 1}/${steps.length}] ${title}`;
    say(`\n${place} …`);
    const { passed, failed } = await run();
    say(`${place}: ${failed === 0 ? "passed" : `${failed} failed`}, ${seconds()} s so far`);
    total.passed += passed;
    total.failed += failed;
  }
  say(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
});

/**
 * @param {string} name of a script in package.json
 * @returns {Promise<Outcome>} one step, passed or failed
 */
async function script(name) {
  return (await npm(["run", "--silent", name], folders.project)) === 0
    ? { passed: 1, failed: 0 }
    : { passed: 0, failed: 1 };
}

/** @returns {Promise<Outcome>} */
async function testUnits() {
  const report = new URL("unit.json", folders.cache);
  await rm(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${fileURLToPath(report)}`];
  const code = await npm(["run", "--silent", "test:unit", "--", ...reporters], folders.project);
  return outcomeOf(report, code, ({ numPassedTests, numFailedTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
  }));
}

/** @returns {Promise<Outcome>} */
async function testInHosts() {
  const report = new URL("outcome.json", folders.cache);
  await rm(report, { force: true });
  const code = await run(process.execPath, ["test/hosts/run.mjs"], { cwd: folders.project });
  return outcomeOf(report, code, (outcome) => outcome);
}

/**
 * What a report says; a run that failed and reports no failed test, or nothing at all, counts as one failure.
 * @param {URL} report
 * @param {number} code the run's exit code
 * @param {(content: any) => Outcome} read
 * @returns {Promise<Outcome>}
 */
async function outcomeOf(report, code, read) {
  const text = await readFile(report, "utf8").catch(() => undefined);
  const { passed, failed } = text === undefined ? { passed: 0, failed: 1 } : read(JSON.parse(text));
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

function seconds() {
  return Math.round((Date.now() - started) / 1000);
}
