import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { version } from "../../package.json";
import { readConfiguration } from "../../server/src/profiles/readConfiguration";
import { bundlePath, folderWith, type Outcome, runBundle, runProgram } from "../support/commandLine";
import { commitAll, git } from "../support/git";
import { noteWith } from "../support/world";

const turns = "* Ana: one\n* Bo: two\n* Carla: three\n* Max: four\n";
const good = noteWith(`## Updates\n\n${turns}\n## Agenda\n\n* Harbour lights\n\n## Action Items\n\n* Bo: paint\n`);
const defective = good.replace("* Max: four", "* Max:");
const workflow = ".github/workflows/notewright.yml";
const configuration = ".notewright.json";
const hooks = ".pre-commit-config.yaml";

function init(folder: string): Promise<Outcome> {
  return runBundle("cli.js", ["init"], { folder });
}

/** Runs the last step of the workflow that `init` wrote, with this checkout's command in the place of npm's. */
async function runWorkflow(folder: string, base: string): Promise<Outcome> {
  const steps = parse(await readFile(join(folder, workflow), "utf8")).jobs.notewright.steps;
  const { run, env } = steps.at(-1) as { run: string; env: Record<string, string> };
  expect(env.BASE).toContain("github.event.pull_request.base.sha");
  const bin = await folderWith({
    npx: `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${bundlePath("cli.js")}" "$@"\n`,
  });
  await chmod(join(bin, "npx"), 0o755);
  expect(run).toMatch(`npx --yes notewright@${version} lint `);
  const path = `${bin}${delimiter}${process.env.PATH}`;
  return runProgram("bash", ["-e", "-c", run], { cwd: folder, env: { ...process.env, PATH: path, BASE: base } });
}

describe.skipIf(process.platform === "win32")("notewright init", () => {
  it("writes a workflow that fails on a defect in a pull request, and passes when it is fixed", async () => {
    const folder = await folderWith({});
    await git(folder, "init", "--quiet", "--initial-branch", "main");
    expect(await init(folder)).toEqual({
      code: 0,
      output: `wrote ${configuration}\nwrote ${workflow}\nwrote ${hooks}\n`,
      errors: [],
    });
    await writeFile(join(folder, "old.md"), defective);
    await commitAll(folder);
    const base = await git(folder, "rev-parse", "HEAD");
    await mkdir(join(folder, "notes"));
    await writeFile(join(folder, "notes/may.md"), defective);
    await git(folder, "add", "--all");
    await git(folder, "commit", "--quiet", "--message", "May");
    const failed = await runWorkflow(folder, base);
    expect([failed.code, failed.errors]).toEqual([1, []]);
    expect(failed.output.match(/^::(?:error|warning) .*$/gm)).toEqual([
      expect.stringMatching(
        /^::warning file=notes\/may\.md,line=13,endLine=13,col=3,endColumn=7,title=turn-empty::Unexpected/,
      ),
    ]);
    await writeFile(join(folder, "notes/may.md"), good);
    expect(await runWorkflow(folder, base)).toMatchObject({ code: 0, output: "no findings; 1 note checked\n" });
  });

  it("writes a configuration in which nothing is wrong", async () => {
    const folder = await folderWith({});
    await git(folder, "init", "--quiet");
    await init(folder);
    const text = await readFile(join(folder, configuration), "utf8");
    const { value, mistakes } = readConfiguration(text);
    expect([value, mistakes]).toEqual([{ rules: {}, files: {}, labels: [] }, []]);
    // VS Code would look there for its completion, not in the extension, and trusts next to no address.
    expect(text).not.toContain("$schema");
  });

  it("writes a hook that pre-commit can read", async () => {
    const folder = await folderWith({});
    await git(folder, "init", "--quiet");
    await init(folder);
    expect(parse(await readFile(join(folder, hooks), "utf8"))).toEqual({
      repos: [
        {
          repo: "local",
          hooks: [
            {
              id: "notewright",
              name: "notewright",
              entry: "notewright lint",
              language: "node",
              additional_dependencies: [`notewright@${version}`],
              types: ["markdown"],
            },
          ],
        },
      ],
    });
  });

  it("overwrites nothing, and shows what to add", async () => {
    const own = "repos: []\n";
    const folder = await folderWith({ [hooks]: own });
    await git(folder, "init", "--quiet");
    const { code, output } = await init(folder);
    expect(code).toBe(0);
    expect(output).toContain(`wrote ${workflow}\nleft ${hooks} as it is; add to its repos:\n\n    repos:\n`);
    expect(await readFile(join(folder, hooks), "utf8")).toBe(own);
    const written = await readFile(join(folder, workflow), "utf8");
    expect((await init(folder)).output).toContain(`left ${workflow} as it is: it has notewright already\n`);
    expect(await readFile(join(folder, workflow), "utf8")).toBe(written);
  });

  it("wants the root of a git repository", async () => {
    const folder = await folderWith({ "deep/a.md": "" });
    expect(await init(folder)).toMatchObject({
      code: 2,
      errors: ["notewright: this folder is in no git repository"],
    });
    await git(folder, "init", "--quiet");
    const { code, errors } = await init(join(folder, "deep"));
    expect([code, errors]).toEqual([2, [expect.stringContaining("init belongs into the root of the repository")]]);
  });
});
