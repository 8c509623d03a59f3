import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, type Outcome, runBundle } from "../support/commandLine";
import { noteWith } from "../support/world";

const turns = "* Ana: one\n* Zoe: two\n* Zoe: three\n* Carla: four\n* Max: five\n";
const note = noteWith(`## Updates\n\n${turns}\n## Agenda\n\n* Harbour lights\n\n## Action Items\n\n* Bo: paint\n`);
const worse = note.replace("* Max: five\n", "* Max: five\n* Bo:\n");

function lint(folder: string, ...words: string[]): Promise<Outcome> {
  return runBundle("cli.js", ["lint", "--fail-on", "hint", "--baseline", "known.json", ...words], { folder });
}

/** A folder of these notes whose findings are recorded. */
async function recorded(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await folderWith(files);
  const outcome = await lint(folder, ".");
  expect(outcome).toMatchObject({ code: 0, errors: [expect.stringMatching(/known\.json: recorded \d+ finding/)] });
  return folder;
}

function rulesIn({ output }: Outcome): string[] {
  return [...output.matchAll(/\[([a-z-]+)\]$/gm)].map(([, rule = ""]) => rule);
}

describe("notewright lint --baseline", () => {
  it("records what it finds the first time, and reports only what is new from then on", async () => {
    const folder = await recorded({ "may.md": note });
    const again = await lint(folder, ".");
    expect(again).toMatchObject({ code: 0, output: "no new findings; 1 finding in the baseline; 1 note checked\n" });
    await writeFile(join(folder, "may.md"), worse);
    const later = await lint(folder, ".");
    expect([later.code, rulesIn(later)]).toEqual([1, ["turn-empty"]]);
  });

  it("knows a finding again when lines moved, white space changed and its turns became more", async () => {
    const folder = await recorded({ "may.md": note });
    const moved = note.replace("* Zoe: two\n", "* Ana: zero\n*   Zoe: two\n* Zoe: and a half\n");
    await writeFile(join(folder, "may.md"), moved);
    expect(rulesIn(await lint(folder, "."))).not.toContain("speaker-unknown");
  });

  it("does not take a second finding of the same kind for the one that it knows", async () => {
    const empty = note.replace("* Max: five\n", "* Max: five\n* Bo:\n");
    const folder = await recorded({ "may.md": empty });
    await writeFile(join(folder, "may.md"), empty.replace("* Bo:\n", "* Bo:\n* Ana: hm\n* Bo:\n"));
    expect(rulesIn(await lint(folder, "."))).toEqual(["turn-empty"]);
  });

  it("knows a finding in its own file alone", async () => {
    const folder = await recorded({ "may.md": note });
    await writeFile(join(folder, "june.md"), note);
    expect((await lint(folder, ".")).output).toMatch(/^june\.md:/);
  });

  it("tells files from its own folder, so that it holds wherever the command runs", async () => {
    const folder = await recorded({ "notes/may.md": note });
    const words = ["lint", "--fail-on", "hint", "--baseline", "../known.json", "may.md"];
    expect(await runBundle("cli.js", words, { folder: join(folder, "notes") })).toMatchObject({ code: 0, errors: [] });
  });

  it("records anew when told to, and keeps what it knows of other files", async () => {
    const folder = await recorded({ "may.md": note, "june.md": note });
    await writeFile(join(folder, "may.md"), worse);
    expect(await lint(folder, "--write-baseline", "may.md")).toMatchObject({
      code: 0,
      errors: ["notewright: known.json: recorded 2 findings"],
    });
    expect(await lint(folder, ".")).toMatchObject({ code: 0 });
    const names = Object.keys(JSON.parse(await readFile(join(folder, "known.json"), "utf8")).files);
    expect(names).toEqual(["june.md", "may.md"]);
  });

  it("records the same bytes for the same findings, and none of the notes' lines", async () => {
    const [one, other] = [await recorded({ "may.md": worse }), await recorded({ "may.md": worse })];
    const text = await readFile(join(one, "known.json"), "utf8");
    expect(await readFile(join(other, "known.json"), "utf8")).toBe(text);
    expect(text).not.toContain("* Zoe");
  });

  it.each(["[]", "{", '{"version":2,"files":{}}', '{"version":1,"files":{"may.md":[{}]}}', "null"])(
    "refuses what is no baseline: %s",
    async (content) => {
      const folder = await folderWith({ "may.md": note, "known.json": content });
      expect(await lint(folder, ".")).toMatchObject({
        code: 2,
        output: "",
        errors: ["notewright: known.json: is no baseline; delete it to record a new one"],
      });
      expect(await readFile(join(folder, "known.json"), "utf8")).toBe(content);
    },
  );

  it("says why it can be neither read nor written", async () => {
    const folder = await folderWith({ "may.md": note });
    await mkdir(join(folder, "known.json"));
    expect(await lint(folder, ".")).toMatchObject({ code: 2, errors: ["notewright: known.json: is a folder"] });
    const words = ["lint", "--baseline", "no/known.json", "may.md"];
    expect(await runBundle("cli.js", words, { folder })).toMatchObject({
      code: 2,
      errors: ["notewright: no/known.json: no such file or folder"],
    });
  });
});
