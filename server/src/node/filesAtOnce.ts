import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { NoteFiles } from "../workspace/store";
import { contentOf } from "./noteFiles";

const decoder = new TextDecoder();

/** The files of this machine for the command line, which has nothing else to do while it waits for one. */
export const filesAtOnce: NoteFiles = {
  async list(folder) {
    try {
      return contentOf(folder, readdirSync(fileURLToPath(folder), { withFileTypes: true }));
    } catch {
      return contentOf(folder, []);
    }
  },

  async read(uri, mostBytes) {
    try {
      const path = fileURLToPath(uri);
      return statSync(path).size > mostBytes ? undefined : decoder.decode(readFileSync(path));
    } catch {
      return undefined;
    }
  },
};
