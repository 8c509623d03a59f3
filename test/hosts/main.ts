// Every test in and around a real VS Code, one suite after the other; arguments choose some of them by name.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { startBrowser } from "./browser";
import { bundleSuite } from "./bundleSuite.mjs";
import { type InHostOutcome, runInHost } from "./inHost";
import { addressOf, remoteUri, startNodeHost } from "./nodeHost.mjs";
import { runOutside } from "./outside/index";
import { prepareSittings } from "./outside/sitting";
import { packageExtension, prepareProfile } from "./packaged.mjs";
import { folders } from "./process.mjs";
import type { Outcome } from "./report";
import { startWebHost } from "./webHost";

interface Suite {
  readonly name: string;
  readonly title: string;
  run(browser: Browser, tests: URL): Promise<Outcome>;
}

const suites: readonly Suite[] = [
  { name: "web", title: "In VS Code for the Web, its extension host a web worker", run: inWebHost },
  { name: "node", title: "In VS Code with a Node extension host", run: inNodeHost },
  { name: "package", title: "The same with the package installed, and what the package holds", run: inPackage },
  { name: "person", title: "A person at the keyboard", run: sitDownToWrite },
];

async function main(chosen: readonly string[]): Promise<void> {
  const tests = await bundleSuite();
  const browser = await startBrowser();
  const total = { passed: 0, failed: 0 };
  for (const { name, title, run } of suites) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    console.log(`\n${title}`);
    const started = Date.now();
    const { passed, failed } = await run(browser, tests);
    console.log(`${passed} passed, ${failed} failed, in ${Math.round((Date.now() - started) / 1000)} s`);
    total.passed += passed;
    total.failed += failed;
  }
  await browser.close();
  await writeFile(new URL("outcome.json", folders.cache), JSON.stringify(total));
  console.log(`\nIn real VS Codes: ${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

async function inWebHost(browser: Browser, tests: URL): Promise<Outcome> {
  const host = await startWebHost({ extension: folders.project, tests });
  try {
    return await runInHost(browser, host.address, "web-host");
  } finally {
    await host.close();
  }
}

async function inNodeHost(browser: Browser, tests: URL): Promise<Outcome> {
  await prepareProfile("node-host");
  return runInNodeHost(browser, tests, "node-host", folders.project);
}

async function inPackage(browser: Browser, tests: URL): Promise<Outcome> {
  await prepareProfile("package-host", await packageExtension());
  const { extension, passed, failed } = await runInNodeHost(browser, tests, "package-host", tests);
  const isPackage = extension.includes("/package-host/extensions/");
  console.log(`${isPackage ? "✓" : "✗"} The extension under test is the packaged one: ${extension}`);
  const content = await runOutside("package");
  const own = isPackage ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return { passed: passed + own.passed + content.passed, failed: failed + own.failed + content.failed };
}

async function sitDownToWrite(): Promise<Outcome> {
  await prepareSittings();
  return runOutside("person", "crash", "bigNote");
}

/** Runs the suite in the Node host with the profile given; `development` is the extension folder to load beside it. */
async function runInNodeHost(browser: Browser, tests: URL, profile: string, development: URL): Promise<InHostOutcome> {
  const notes = new URL(`${profile}/notes/`, folders.cache);
  await mkdir(notes, { recursive: true });
  const host = await startNodeHost({ data: fileURLToPath(new URL(`${profile}/`, folders.cache)), testing: true });
  try {
    const address = addressOf(host, fileURLToPath(notes), [
      ["skipWelcome", "true"],
      ["extensionDevelopmentPath", remoteUri(host, fileURLToPath(development))],
      ["extensionTestsPath", remoteUri(host, fileURLToPath(new URL("index.js", tests)))],
    ]);
    return await runInHost(browser, address, profile);
  } finally {
    await host.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
