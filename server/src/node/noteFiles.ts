import type { Dirent } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FolderContent, NoteFiles } from "../workspace/store";

/** The files of this machine, by `file:` URIs; links are not followed. */
export const noteFiles: NoteFiles = {
  async list(folder) {
    return contentOf(folder, await readdir(fileURLToPath(folder), { withFileTypes: true }).catch(() => []));
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

/** What the folder at the URI holds, of these entries. */
export function contentOf(folder: string, entries: readonly Dirent[]): FolderContent {
  const urisOf = (chosen: readonly Dirent[]): string[] =>
    chosen.map(({ name }) => `${folder.replace(/\/$/, "")}/${encodeURIComponent(name)}`).sort();
  return {
    files: urisOf(entries.filter((entry) => entry.isFile())),
    folders: urisOf(entries.filter((entry) => entry.isDirectory())),
  };
}
