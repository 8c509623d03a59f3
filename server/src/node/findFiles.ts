import { stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { type FileFailure, reasonOf } from "./fileFailure";

/** Paths to lint, relative to the working folder, `/` between their parts, each file once; and what was not found. */
export interface FoundFiles {
  readonly paths: string[];
  readonly failures: FileFailure[];
}

/** Finds the files that the words of a command line mean: a file, a folder, a glob, or `-` for standard input. */
export async function findFiles(words: readonly string[]): Promise<FoundFiles> {
  const paths = new Set<string>();
  const failures: FileFailure[] = [];
  for (const word of words) {
    try {
      for (const path of await filesOf(word)) {
        paths.add(path === "-" ? path : relative("", path).replaceAll("\\", "/"));
      }
    } catch (error) {
      failures.push({ path: word, reason: reasonOf(error) });
    }
  }
  return { paths: [...paths], failures };
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
