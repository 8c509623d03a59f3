// @ts-check
// Bundles the in-host suite into one file that both kinds of extension host load.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { folders } from "./process.mjs";

/**
 * Bundles the suite.
 * @returns {Promise<URL>} a folder with `index.js`; it is an (empty) extension too, so that VS Code takes tests from it
 */
export async function bundleSuite() {
  const { build } = await import("esbuild");
  const folder = new URL("suite/", folders.cache);
  // Where the suite writes its notes when it is started from the editor.
  await mkdir(new URL("notes/", folder), { recursive: true });
  const manifest = { name: "suite", publisher: "notewright", version: "0.0.0", engines: { vscode: "*" } };
  await writeFile(new URL("package.json", folder), JSON.stringify(manifest));
  await build({
    entryPoints: [fileURLToPath(new URL("suite/index.ts", folders.hosts))],
    outfile: fileURLToPath(new URL("index.js", folder)),
    bundle: true,
    format: "cjs",
    // Mocha's browser build does without Node; in Node it runs as well.
    platform: "browser",
    external: ["vscode"],
    loader: { ".md": "text" },
    sourcemap: true,
    logLevel: "warning",
  });
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void bundleSuite();
