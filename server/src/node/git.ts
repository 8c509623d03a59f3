import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { Complaint } from "./complaint";

/** The root of the repository that holds the working folder; a {@link Complaint} where there is none. */
export async function repositoryRoot(): Promise<string> {
  try {
    return resolve((await git("rev-parse", "--show-cdup")).trim());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new Complaint("git was not found");
    throw new Complaint("this folder is in no git repository");
  }
}

/**
 * The whole paths of the files that git sees changed, new files included, deleted and ignored ones left out: since the
 * last commit, or since the branch left `base`, committed or not.
 */
export async function changedFiles(base: string | undefined): Promise<Set<string>> {
  const root = await repositoryRoot();
  const start = await startOf(base);
  // Before the first commit every file is new.
  const changed = start
    ? await git("-C", root, "diff", "--no-ext-diff", "--name-only", "-z", "--diff-filter=d", start, "--")
    : await git("-C", root, "ls-files", "-z");
  const added = await git("-C", root, "ls-files", "--others", "--exclude-standard", "-z");
  const names = (changed + added).split("\0").filter((name) => name !== "");
  return new Set(names.map((name) => resolve(root, name)));
}

/** The commit to compare with; undefined where there is none yet. */
async function startOf(base: string | undefined): Promise<string | undefined> {
  const head = await commitOf("HEAD");
  if (base === undefined) return head;
  const commit = await commitOf(base);
  if (commit === undefined) {
    throw new Complaint(`--changed: git knows no commit "${base}" here; in a shallow clone, fetch it first`);
  }
  if (head === undefined) return commit;
  try {
    return (await git("merge-base", commit, head)).trim();
  } catch {
    throw new Complaint(`--changed: "${base}" and HEAD have no commit in common; in a shallow clone, fetch more of it`);
  }
}

async function commitOf(name: string): Promise<string | undefined> {
  try {
    return (await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`)).trim();
  } catch {
    return undefined;
  }
}

async function git(...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)("git", words, { maxBuffer: Number.POSITIVE_INFINITY });
  return stdout;
}
