import { renameSync, rmSync, writeFileSync } from "node:fs";

/**
 * Writes a file beside its place and puts it there, whole: two processes may write it at the same time, and a third read.
 * `mode` is that of a new file. Throws where nothing can be written there, and leaves what was there.
 */
export function putFile(path: string, data: string | Buffer, mode = 0o666): void {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, data, { mode });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
