import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import manifest from "../../package.json";
import { folderWith, type Outcome, runBundle, runProgram } from "../support/commandLine";
import { commitAll } from "../support/git";
import { noteWith } from "../support/world";

const root = join(import.meta.dirname, "../..");
const note = noteWith("## Updates\n\n* Ana: one\n* Bo: two\n* Carla: three\n* Max:\n");
const files = { "may 5.md": note, "june.md": note };

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly run: string; readonly env?: Readonly<Record<string, string>> }[];
  };
}

async function readRoot(name: string): Promise<unknown> {
  return parse(await readFile(join(root, name), "utf8"));
}

/** Runs the action's last step in the folder, as GitHub would with these inputs. */
async function runAction(folder: string, given: Readonly<Record<string, string>>): Promise<Outcome> {
  const { inputs, runs } = (await readRoot("action.yml")) as Action;
  const { run = "", env = {} } = runs.steps.at(-1) ?? {};
  const values = Object.entries(env).map(([name, expression]) => {
    const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)?.[1] ?? "";
    return [name, given[input] ?? inputs[input]?.default];
  });
  const variables = { ...process.env, GITHUB_ACTION_PATH: root, ...Object.fromEntries(values) };
  return runProgram("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], { cwd: folder, env: variables });
}

describe.skipIf(process.platform === "win32")("the GitHub Action", () => {
  it("hands every input on, and to no command line of its own", async () => {
    const { inputs, runs } = (await readRoot("action.yml")) as Action;
    const used = Object.values(runs.steps.at(-1)?.env ?? {}).map((value) => /inputs\.([\w-]+)/.exec(value)?.[1]);
    expect(used.sort()).toEqual(Object.keys(inputs).sort());
    for (const { run } of runs.steps) expect(run).not.toContain("${{");
  });

  it("fails with annotations as it stands", async () => {
    const { code, output, errors } = await runAction(await folderWith(files), {});
    expect([code, errors]).toEqual([1, []]);
    expect(output).toMatch(/^::warning file=june\.md,line=13,.*,title=turn-empty::/m);
    expect(output).toMatch(/^::warning file=may 5\.md,line=13,/m);
  });

  it("takes paths and rules line by line, and other inputs", async () => {
    const folder = await folderWith(files);
    const given = { paths: "may 5.md\n\n$HOME;x\n", rules: "turn-empty=hint\n", "fail-on": "error" };
    const outcome = await runAction(folder, given);
    expect(outcome).toMatchObject({ code: 2, errors: ["notewright: $HOME;x: no such file or folder"] });
    expect(outcome.output).toMatch(/^::notice file=may 5\.md,.*turn-empty/m);
    expect(outcome.output).not.toContain("june.md");
    expect(await runAction(folder, { ...given, paths: "may 5.md" })).toMatchObject({ code: 0 });
  });

  it("knows changed files, a baseline and a report in a file", async () => {
    const folder = await folderWith(files);
    await commitAll(folder);
    const nothing = { code: 0, output: "no findings; 0 notes checked\n" };
    expect(await runAction(folder, { changed: "HEAD" })).toMatchObject(nothing);
    expect(await runAction(folder, { baseline: "known.json" })).toMatchObject({ code: 0 });
    expect((await runAction(folder, { baseline: "known.json" })).output).toMatch(/^no new findings;/);
    expect(await runAction(folder, { format: "sarif", output: "notes.sarif" })).toMatchObject({ code: 1, output: "" });
    expect(JSON.parse(await readFile(join(folder, "notes.sarif"), "utf8"))).toMatchObject({ version: "2.1.0" });
  });
});

describe("the pre-commit hooks", () => {
  it("call a command that the package has, and that takes the files", async () => {
    const hooks = (await readRoot(".pre-commit-hooks.yaml")) as { id: string; entry: string; language: string }[];
    expect(hooks.map(({ id }) => id)).toEqual(["notewright", "notewright-fix"]);
    const folder = await folderWith(files);
    for (const { entry, language } of hooks) {
      const [program = "", ...words] = entry.split(" ");
      expect([Object.keys(manifest.bin), language]).toEqual([expect.arrayContaining([program]), "node"]);
      const { code, output } = await runBundle("cli.js", [...words, "june.md"], { folder });
      expect([code, output]).toEqual([1, expect.stringContaining("[turn-empty]")]);
    }
  });
});
