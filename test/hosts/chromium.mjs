// @ts-check
// Finds the Chromium that drives the embedded VS Codes, or installs it where that is allowed.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { folders, run, say } from "./process.mjs";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "msedge",
];

/**
 * Answers the path of a Chromium, Chrome or Edge: the environment variable CHROMIUM, one on PATH, or at its usual
 * place; on Debian and Ubuntu as root it is installed when there is none.
 * @returns {Promise<string>}
 */
export async function findChromium() {
  const found = lookForChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && onPath("apt-get")) {
    say("Installing Chromium by apt-get …");
    await run("apt-get", ["update", "-qq"], { cwd: folders.project });
    const wanted = ["chromium", "fonts-liberation", "fonts-dejavu-core"];
    const quiet = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...wanted], {
      cwd: folders.project,
      env: quiet,
    });
  }
  const installed = lookForChromium();
  if (installed) return installed;
  throw new Error("No Chromium, Chrome or Edge found: install one, or set CHROMIUM to the path of its executable.");
}

function lookForChromium() {
  const chosen = process.env.CHROMIUM;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROMIUM is ${chosen}, where there is no file.`);
  }
  for (const name of names) {
    const path = onPath(name);
    if (path) return path;
  }
  return usualPlaces().find((path) => existsSync(path));
}

/**
 * The path of a program on PATH, if it is there.
 * @param {string} name
 * @returns {string | undefined}
 */
export function onPath(name) {
  const endings = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  return (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => endings.map((ending) => join(folder, name + ending)))
    .find((path) => existsSync(path));
}

function usualPlaces() {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  const roots = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
  return roots
    .filter((root) => root !== undefined)
    .flatMap((root) => [
      join(root, "Google/Chrome/Application/chrome.exe"),
      join(root, "Microsoft/Edge/Application/msedge.exe"),
    ]);
}
