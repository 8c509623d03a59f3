import { open, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { NoteFiles } from "../workspace/store";

/** The files of this machine, by `file:` URIs; links are not followed. */
export const noteFiles: NoteFiles = {
  async list(folder) {
    const entries = await readdir(fileURLToPath(folder), { withFileTypes: true }).catch(() => []);
    const urisOf = (chosen: typeof entries): string[] =>
      chosen.map(({ name }) => `${folder.replace(/\/$/, "")}/${encodeURIComponent(name)}`).sort();
    return {
      files: urisOf(entries.filter((entry) => entry.isFile())),
      folders: urisOf(entries.filter((entry) => entry.isDirectory())),
    };
  },

  async read(uri, mostBytes) {
    const file = await open(fileURLToPath(uri)).catch(() => undefined);
    if (!file) return undefined;
    try {
      const { size } = await file.stat();
      return size > mostBytes ? undefined : new TextDecoder().decode(await file.readFile());
    } catch {
      return undefined;
    } finally {
      await file.close();
    }
  },
};
