// @ts-check
// `npm start`: builds Notewright and opens a real VS Code with it on a copy of the sample notes.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onPath } from "./chromium.mjs";
import { installProject } from "./install.mjs";
import { addressOf, remoteUri, startNodeHost } from "./nodeHost.mjs";
import { copyNotes, firstNote } from "./notes.mjs";
import { packageExtension, prepareProfile } from "./packaged.mjs";
import { folders, npm, runCommand, say } from "./process.mjs";

await runCommand(async () => {
  await installProject();
  say("Building Notewright …");
  if ((await npm(["run", "--silent", "build"], folders.project)) !== 0) throw new Error("The build failed");
  const notes = await copyNotes();
  if (!(await openDesktop(notes))) await serveEmbedded(notes);
});

/**
 * Opens the desktop VS Code, with Notewright as it is built here.
 * @param {string} notes the folder to open
 * @returns {Promise<boolean>} whether there is one that starts
 */
async function openDesktop(notes) {
  const code = process.env.VSCODE_EXECUTABLE ?? onPath("code") ?? onPath("code-insiders");
  if (!code) return false;
  const development = `--extensionDevelopmentPath=${fileURLToPath(folders.project)}`;
  const args = ["--new-window", development, notes, join(notes, firstNote)];
  say(`Opening ${code} on ${notes}`);
  return new Promise((resolve) => {
    const child = spawn(code, args, { stdio: "inherit", shell: process.platform === "win32" });
    child.on("error", () => resolve(false));
    // As root, or without a screen, VS Code ends at once.
    child.on("exit", (exit) => resolve(exit === 0));
  });
}

/**
 * Serves the embedded VS Code, with the packaged Notewright installed, until Ctrl+C.
 * @param {string} notes the folder to open
 */
async function serveEmbedded(notes) {
  say("No desktop VS Code here, so the embedded one will be served.");
  const data = await prepareProfile("start", await packageExtension());
  const host = await startNodeHost({ data, port: Number(process.env.PORT ?? 0) });
  const note = remoteUri(host, join(notes, firstNote));
  say(`\nOpen this address in a browser; the notes are in ${notes}. Ctrl+C ends it.\n`);
  say(`  ${addressOf(host, notes, [["openFile", note]])}\n`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, async () => {
      await host.close();
      process.exit(0);
    });
  }
}
