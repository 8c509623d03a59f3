// @ts-check
// `npm run test:desktop`: the in-host suite in desktop VS Code, VSCODE_EXECUTABLE's or a downloaded one.
import { mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bundleSuite } from "./bundleSuite.mjs";
import { installProject } from "./install.mjs";
import { folders, npm, say } from "./process.mjs";

await installProject();
if ((await npm(["run", "--silent", "build"], folders.project)) !== 0) process.exit(1);
const tests = await bundleSuite();
const profile = new URL("desktop/", folders.cache);
await rm(profile, { recursive: true, force: true });
await mkdir(new URL("notes/", profile), { recursive: true });
const executable = await findDesktop();
if (executable) process.exitCode = await runSuite(executable);
else process.exitCode = 1;

/** @returns {Promise<string | undefined>} the path of a desktop VS Code; nothing, and it says so, where there is none */
async function findDesktop() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  const { downloadAndUnzipVSCode } = await import("@vscode/test-electron");
  try {
    return await downloadAndUnzipVSCode({ timeout: 60_000 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    say(`No desktop VS Code could be downloaded (${reason}): set VSCODE_EXECUTABLE to one that is installed.`);
    return undefined;
  }
}

/**
 * @param {string} path of the executable
 * @returns {Promise<number>} the exit code
 */
async function runSuite(path) {
  const { runTests } = await import("@vscode/test-electron");
  const options = {
    vscodeExecutablePath: path,
    extensionDevelopmentPath: fileURLToPath(folders.project),
    extensionTestsPath: fileURLToPath(new URL("index.js", tests)),
    launchArgs: [
      fileURLToPath(new URL("notes/", profile)),
      "--disable-extensions",
      `--user-data-dir=${fileURLToPath(new URL("data/", profile))}`,
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  };
  try {
    return await runTests(options);
  } catch (error) {
    say(`The suite failed in ${path}: ${error instanceof Error ? error.message : error}`);
    if (process.platform === "linux" && !process.env.DISPLAY) say("Without a display: xvfb-run npm run test:desktop");
    return 1;
  }
}
