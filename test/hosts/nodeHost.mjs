// @ts-check
// VS Code with a Node extension host on real files, served on loopback.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { installNodeHost } from "./install.mjs";
import { folders, runQuietly } from "./process.mjs";

/**
 * A running VS Code, and the id of its process.
 * @typedef {{ origin: string, authority: string, process: number, close(): Promise<void> }} Host
 */

/**
 * Starts the embedded VS Code.
 * @param {{ data: string, port?: number, testing?: boolean }} options data: the folder of its profile and extensions;
 *   port: 0 for a free one; testing: let the address name an extension under development and its tests
 * @returns {Promise<Host>} rejects when it ends before it listens
 */
export async function startNodeHost({ data, port = 0, testing = false }) {
  const { node, main } = await installNodeHost();
  const args = [main, "--host", "127.0.0.1", "--port", String(port), ...profile(data), ...consent];
  if (testing) args.push("--enable-smoke-test-driver");
  const child = spawn(node, args, { cwd: folders.project, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  const listening = await portOf(child);
  const authority = `127.0.0.1:${listening}`;
  return {
    origin: `http://${authority}`,
    authority,
    process: child.pid ?? Number.NaN,
    async close() {
      child.kill();
      await ended;
    },
  };
}

/**
 * Installs a packaged extension into the profile of an embedded VS Code that does not run.
 * @param {{ data: string, vsix: string }} options
 */
export async function installExtension({ data, vsix }) {
  const { node, main } = await installNodeHost();
  const args = [main, ...profile(data), ...consent, "--install-extension", vsix, "--force"];
  await runQuietly(node, args);
}

/**
 * The address at which a host shows a folder, with a payload of VS Code's own keys (openFile, extensionTestsPath …).
 * @param {Host} host
 * @param {string} folder
 * @param {readonly (readonly [string, string])[]} payload
 */
export function addressOf(host, folder, payload) {
  const query = payload.length > 0 ? `&payload=${readable(JSON.stringify(payload))}` : "";
  return `${host.origin}/?folder=${readable(folder)}${query}`;
}

/**
 * The URI under which a host knows one of its files.
 * @param {Host} host
 * @param {string} path an absolute one
 */
export function remoteUri(host, path) {
  const slashed = path.replaceAll("\\", "/");
  return `vscode-remote://${host.authority}${slashed.startsWith("/") ? "" : "/"}${encodeURI(slashed)}`;
}

const consent = [
  "--without-connection-token",
  "--accept-server-license-terms",
  "--telemetry-level",
  "off",
  "--disable-workspace-trust",
];

/** @param {string} data */
function profile(data) {
  return ["--server-data-dir", data, "--extensions-dir", join(data, "extensions")];
}

/**
 * @param {import("node:child_process").ChildProcessByStdio<null, import("node:stream").Readable, import("node:stream").Readable>} child
 * @returns {Promise<number>}
 */
function portOf(child) {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (/** @type {Buffer} */ data) => {
      output += data;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port) resolve(Number(port));
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("error", reject);
    child.on("exit", () => reject(new Error(`VS Code did not start:\n${output}`)));
  });
}

/**
 * Encodes a value of a query, except for what needs no encoding there and is easier read without.
 * @param {string} value
 */
function readable(value) {
  return encodeURIComponent(value).replaceAll("%2F", "/").replaceAll("%3A", ":").replaceAll("%2C", ",");
}
