import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { type FileFailure, reasonOf } from "./lintFiles";

/** Paths to lint, with `/` between their parts, each file once; and what could not be found. */
export interface FoundFiles {
  readonly paths: string[];
  readonly failures: FileFailure[];
}

/** Finds the files that the words of a command line mean: a file, a folder, a glob, or `-` for standard input. */
export async function findFiles(words: readonly string[]): Promise<FoundFiles> {
  const paths = new Map<string, string>();
  const failures: FileFailure[] = [];
  for (const word of words) {
    try {
      for (const path of await filesOf(word)) {
        const key = path === "-" ? path : resolve(path);
        if (!paths.has(key)) paths.set(key, path.replaceAll("\\", "/"));
      }
    } catch (error) {
      failures.push({ path: word, reason: reasonOf(error) });
    }
  }
  return { paths: [...paths.values()], failures };
}

async function filesOf(word: string): Promise<string[]> {
  if (word === "-") return [word];
  const found = await stat(word).catch((error: NodeJS.ErrnoException) => error);
  if (!(found instanceof Error)) return found.isDirectory() ? filesBelow(word) : [word];
  if (found.code !== "ENOENT" || !isDynamicPattern(word)) throw found;
  const paths = await search(word.replaceAll("\\", "/"), ".");
  if (paths.length === 0) throw new Error("no file matches");
  return paths;
}

async function filesBelow(folder: string): Promise<string[]> {
  const paths = await search("**/*.{md,markdown}", folder);
  if (paths.length === 0) throw new Error("holds no Markdown file");
  return paths.map((path) => join(folder, path));
}

async function search(pattern: string, folder: string): Promise<string[]> {
  const paths = await glob(pattern, {
    cwd: folder,
    ignore: ["**/node_modules/**"],
    caseSensitiveMatch: false,
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  return paths.sort();
}
