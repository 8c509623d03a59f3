// @ts-check
// Copies of the sample notes, for people and tests to change: the samples themselves are never edited.
import { mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { folders } from "./process.mjs";

/** The note that people meet first. */
export const firstNote = "2023-08-08-sig-guest-languages.md";

/**
 * Copies the sample notes into a new folder among the system's temporary files.
 * @returns {Promise<string>} its path
 */
export async function copyNotes() {
  const parent = join(tmpdir(), "notewright");
  await mkdir(parent, { recursive: true });
  const target = await mkdtemp(join(parent, "notes-"));
  const seeds = fileURLToPath(new URL("seeds/", folders.project));
  for (const name of await readdir(seeds)) {
    // Written anew rather than copied, because a copy would be as read-only as the sample may be.
    await writeFile(join(target, name), await readFile(join(seeds, name)));
  }
  return target;
}
