import { chmod, lstat, readdir, readFile, stat, symlink, utimes } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, runBundle } from "../support/commandLine";
import { noteWith } from "../support/world";

const turns = "* Ana: one\n* Bo: two\n* Carla: three\n* Max: four\n";
const tidy = noteWith(`## Updates\n\n${turns}\n## Agenda\n\n* Harbour lights\n\n## Action Items\n\n* Bo: paint\n`);
const untidy = tidy.replace("* Bo: two", "* **Bo:** two").replace("* Max: four", "* [Max] four");

async function fix(content: string): Promise<{ folder: string; path: string; output: string; code: number | null }> {
  const folder = await folderWith({ "may.md": content });
  const { output, code } = await runBundle("cli.js", ["lint", "--fix", "may.md"], { folder });
  return { folder, path: join(folder, "may.md"), output, code };
}

describe("notewright lint --fix", () => {
  it("applies the fixes that need no judgement and reports what is left", async () => {
    const { path, output, code } = await fix(untidy.replaceAll("* Carla:", "* Zoe: hello\n* Zoe:"));
    expect(await readFile(path, "utf8")).toBe(tidy.replaceAll("* Carla:", "* Zoe: hello\n* Zoe:"));
    expect(output).toContain("[speaker-unknown]");
    expect(output).toMatch(/\n2 problems fixed; 1 information; 1 note checked\n$/);
    expect(code).toBe(0);
  });

  it("keeps a byte order mark and the line ends", async () => {
    const { path } = await fix(`\uFEFF${untidy.replaceAll("\n", "\r\n")}`);
    expect(await readFile(path, "utf8")).toBe(`\uFEFF${tidy.replaceAll("\n", "\r\n")}`);
  });

  it("changes nothing the second time, and then does not write at all", async () => {
    const { folder, path } = await fix(untidy);
    const longAgo = new Date("2001-02-03T04:05:06Z");
    await utimes(path, longAgo, longAgo);
    const { output } = await runBundle("cli.js", ["lint", "--fix", "may.md"], { folder });
    expect(output).toBe("no findings; 1 note checked\n");
    expect((await stat(path)).mtime).toEqual(longAgo);
  });

  it("leaves a file that is no note as it is", async () => {
    const ordinary = "# Grammar\n\n* **Bo:** two\n* Ana: one\n";
    const { path } = await fix(ordinary);
    expect(await readFile(path, "utf8")).toBe(ordinary);
  });

  it("keeps the file's mode and a link to it, and leaves no other file behind", async () => {
    const folder = await folderWith({ "real/may.md": untidy });
    await chmod(join(folder, "real/may.md"), 0o640);
    await symlink(join("real", "may.md"), join(folder, "link.md"));
    await runBundle("cli.js", ["lint", "--fix", "link.md"], { folder });
    expect(await readFile(join(folder, "real/may.md"), "utf8")).toBe(tidy);
    expect((await stat(join(folder, "real/may.md"))).mode & 0o777).toBe(0o640);
    expect((await lstat(join(folder, "link.md"))).isSymbolicLink()).toBe(true);
    expect(await readdir(join(folder, "real"))).toEqual(["may.md"]);
  });
});
