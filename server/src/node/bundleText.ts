import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";

/** The text of a bundle, and the file that it stands in. */
export interface BundleText {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads a bundle in the folder. What the web's server needs as well stands in its file alone, which has to be one, as a
 * module of it: `writeBundles.mjs` tells how. Throws an error of its own, so that nobody takes it for one about a note.
 */
export function readBundle(folder: string, name: string): BundleText {
  const path = join(folder, name);
  const shared = join(folder, "server.worker.js");
  try {
    const text = readModule(shared, name);
    return text === undefined ? { path, text: readFileSync(path, "utf8") } : { path: shared, text };
  } catch (error) {
    throw new Error(`${path} cannot be read: Notewright is to be installed anew`, { cause: error });
  }
}

/** In bytes; its first line is shorter. */
const head = 1024;

/** The module's text where the file has it. */
function readModule(path: string, name: string): string | undefined {
  const file = openSync(path, "r");
  try {
    const read = (start: number, length: number): string => {
      const bytes = Buffer.allocUnsafe(length);
      return bytes.toString("utf8", 0, readSync(file, bytes, 0, length, start));
    };
    const [line = ""] = read(0, head).split("\n", 1);
    const places: Partial<Record<string, [start: number, end: number]>> = JSON.parse(line.replace("//", ""));
    const place = places[name];
    // The places are counted from behind the line and its end.
    return place && read(line.length + 1 + place[0], place[1] - place[0]);
  } finally {
    closeSync(file);
  }
}
