import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JsonReport } from "../../server/src/node/reportJson";
import { bundlePath, folderWith, type Outcome, runBundle, runProgram } from "../support/commandLine";
import { commitAll, git } from "../support/git";

const files = {
  "a.md": "# A\n",
  "b.md": "# B\n",
  "deep/c.md": "# C\n",
  "gone.md": "# Gone\n",
  ".gitignore": "own.md\n",
};

async function repository(): Promise<string> {
  const folder = await folderWith(files);
  await commitAll(folder);
  return folder;
}

function lint(folder: string, ...words: string[]): Promise<Outcome> {
  return runBundle("cli.js", ["lint", "--format", "json", ...words], { folder });
}

function pathsOf({ output, errors }: Outcome): string[] {
  expect(errors).toEqual([]);
  return (JSON.parse(output) as JsonReport).files.map((file) => file.path);
}

describe("notewright lint --changed", () => {
  it("takes what was changed, staged or new since the last commit, and nothing else", async () => {
    const folder = await repository();
    expect(pathsOf(await lint(folder, "--changed"))).toEqual([]);
    await writeFile(join(folder, "a.md"), "# A, changed\n");
    await writeFile(join(folder, "deep/nöw [1].md"), "# New\n");
    await writeFile(join(folder, "own.md"), "# Ignored\n");
    await writeFile(join(folder, "staged.md"), "# Staged\n");
    await git(folder, "add", "staged.md");
    await rm(join(folder, "gone.md"));
    expect(pathsOf(await lint(folder, "--changed"))).toEqual(["a.md", "deep/nöw [1].md", "staged.md"]);
    expect(pathsOf(await lint(folder, "deep", "b.md", "--changed"))).toEqual(["deep/nöw [1].md"]);
    expect(pathsOf(await lint(join(folder, "deep"), "--changed"))).toEqual(["nöw [1].md"]);
    expect(pathsOf(await lint(join(folder, "deep"), "..", "--changed"))).toHaveLength(3);
  });

  it("takes what a branch changed since it left its base, committed or not, and not what the base did", async () => {
    const folder = await repository();
    await git(folder, "switch", "--quiet", "--create", "branch");
    await rename(join(folder, "b.md"), join(folder, "moved.md"));
    await git(folder, "add", "--all");
    await git(folder, "commit", "--quiet", "--message", "Move");
    await git(folder, "switch", "--quiet", "main");
    await writeFile(join(folder, "deep/c.md"), "# Changed on main\n");
    await git(folder, "commit", "--quiet", "--all", "--message", "Change");
    await git(folder, "switch", "--quiet", "branch");
    await writeFile(join(folder, "a.md"), "# Not committed\n");
    expect(pathsOf(await lint(folder, "--changed", "main"))).toEqual(["a.md", "moved.md"]);
    expect(pathsOf(await lint(folder, "--changed=main", "moved.md"))).toEqual(["moved.md"]);
  });

  it("takes every file before the first commit", async () => {
    const folder = await folderWith({ "a.md": "# A\n", "b.md": "# B\n" });
    await git(folder, "init", "--quiet");
    await git(folder, "add", "a.md");
    expect(pathsOf(await lint(folder, "--changed"))).toEqual(["a.md", "b.md"]);
  });

  it("says what is missing: a repository, a commit, a common history, git", async () => {
    const plain = await folderWith({ "a.md": "# A\n" });
    const complaint = (line: string) => ({ code: 2, output: "", errors: [expect.stringContaining(line)] });
    expect(await lint(plain, "--changed")).toEqual(complaint("notewright: this folder is in no git repository"));
    const folder = await repository();
    expect(await lint(folder, "--changed", "mian")).toEqual(complaint('git knows no commit "mian" here'));
    expect(await lint(folder, "--changed=--help")).toEqual(complaint('git knows no commit "--help" here'));
    await git(folder, "switch", "--quiet", "--orphan", "island");
    await git(folder, "commit", "--quiet", "--allow-empty", "--message", "Alone");
    await writeFile(join(folder, "a.md"), "# A\n");
    expect(await lint(folder, "--changed", "main")).toEqual(complaint("have no commit in common"));
    await mkdir(join(folder, "empty"));
    const lonely = { cwd: folder, env: { PATH: join(folder, "empty") } };
    const outcome = await runProgram(process.execPath, [bundlePath("cli.js"), "lint", "--changed"], lonely);
    expect(outcome).toEqual(complaint("notewright: git was not found"));
  });
});
