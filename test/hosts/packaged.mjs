// @ts-check
// The packaged extension, and a VS Code's profile that holds it.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { installExtension } from "./nodeHost.mjs";
import { folders, runQuietly, say } from "./process.mjs";

/** What makes the embedded VS Code show the notes and nothing else. */
const userSettings = {
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "remote.autoForwardPorts": false,
  "security.workspace.trust.enabled": false,
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
};

/**
 * Packages the extension as it is built.
 * @returns {Promise<string>} the path of the .vsix
 */
export async function packageExtension() {
  await mkdir(folders.cache, { recursive: true });
  const vsix = fileURLToPath(new URL("notewright.vsix", folders.cache));
  say("Packaging Notewright …");
  await runQuietly("npm", ["run", "--silent", "package", "--", "--out", vsix]);
  return vsix;
}

/**
 * Makes a profile of the embedded VS Code, with the packaged extension if one is given.
 * @param {string} name
 * @param {string} [vsix]
 * @param {Record<string, unknown>} [settings] more of the user's settings
 * @returns {Promise<string>} the path of the profile's folder
 */
export async function prepareProfile(name, vsix, settings = {}) {
  const folder = new URL(`${name}/`, folders.cache);
  const data = fileURLToPath(folder);
  await rm(folder, { recursive: true, force: true });
  await mkdir(new URL("data/User/", folder), { recursive: true });
  await writeFile(
    new URL("data/User/settings.json", folder),
    JSON.stringify({ ...userSettings, ...settings }, null, 2),
  );
  if (vsix) {
    say("Installing Notewright into the embedded VS Code …");
    await installExtension({ data, vsix });
  }
  return data;
}
