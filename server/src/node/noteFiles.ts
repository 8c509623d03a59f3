import * as fs from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { FolderContent, NoteFiles } from "../workspace/store";

// `node:fs/promises` offers the same, but takes a millisecond of each start to load.
const open = promisify(fs.open);
const readFile = promisify(fs.readFile);
const statOf = promisify<number, fs.Stats>(fs.fstat);
const close = promisify(fs.close);

/** The files of this machine, by `file:` URIs; links are not followed. */
export const noteFiles: NoteFiles = {
  list(folder) {
    return new Promise((resolve) => {
      fs.readdir(fileURLToPath(folder), { withFileTypes: true }, (_error, entries = []) => {
        resolve(contentOf(folder, entries));
      });
    });
  },

  async read(uri, mostBytes) {
    const file = await open(fileURLToPath(uri), "r").catch(() => undefined);
    if (file === undefined) return undefined;
    try {
      const { size } = await statOf(file);
      return size > mostBytes ? undefined : new TextDecoder().decode(await readFile(file));
    } catch {
      return undefined;
    } finally {
      await close(file);
    }
  },
};

/** What the folder at the URI holds, of these entries. */
export function contentOf(folder: string, entries: readonly fs.Dirent[]): FolderContent {
  const start = `${folder.replace(/\/$/, "")}/`;
  const urisOf = (chosen: readonly fs.Dirent[]): string[] =>
    chosen.map(({ name }) => start + encodeURIComponent(name)).sort();
  return {
    files: urisOf(entries.filter((entry) => entry.isFile())),
    folders: urisOf(entries.filter((entry) => entry.isDirectory())),
  };
}
