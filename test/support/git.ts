import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Runs git in the folder as somebody who has no settings of their own; answers what it prints. */
export async function git(folder: string, ...words: string[]): Promise<string> {
  const person = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];
  const { stdout } = await promisify(execFile)("git", [...person, ...words], { cwd: folder });
  return stdout.trim();
}

/** Makes the folder a repository on the branch `main` whose first commit holds all its files. */
export async function commitAll(folder: string): Promise<void> {
  await git(folder, "init", "--quiet", "--initial-branch", "main");
  await git(folder, "add", "--all");
  await git(folder, "commit", "--quiet", "--allow-empty", "--message", "First");
}
