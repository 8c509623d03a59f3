import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, type Outcome, runBundle } from "../support/commandLine";
import { noteWith } from "../support/world";

const note = noteWith(`## Updates

* Ana: all is well
* Zoe: one more
* Zoe: the last one

## Agenda

* Harbour lights

## Action Items

* Bo: paint
`);

function lint(folder: string, ...words: string[]): Promise<Outcome> {
  return runBundle("cli.js", ["lint", "--quiet", "--fail-on", "hint", ...words], { folder });
}

describe("notewright lint in a repository with a configuration", () => {
  it("goes by the nearest one above each file", async () => {
    const folder = await folderWith({
      ".notewright.json": '{ "rules": { "speaker-unknown": "error" } }',
      "may.md": note,
      "calm/.notewright.json": '{ "rules": { "speaker-unknown": "off" } }',
      "calm/2024/may.md": note,
    });
    const { code, output, errors } = await lint(folder, ".");
    expect(output.match(/^\S+: \w+:/gm)).toEqual(["may.md:11:3: error:"]);
    expect([code, errors]).toEqual([1, []]);
  });

  it("does the same on several threads, and for standard input by its name", async () => {
    const folder = await folderWith({
      "a/.notewright.json": '{ "rules": { "speaker-unknown": "off" } }',
      "a/may.md": note,
      "b/may.md": note,
    });
    const { output } = await lint(folder, "--concurrency", "2", ".");
    expect(output.match(/^\S+: \w+:/gm)).toEqual(["b/may.md:11:3: information:"]);
    const words = ["lint", "--quiet", "--fail-on", "hint", "-", "--stdin-filename"];
    expect(await runBundle("cli.js", [...words, "a/june.md"], { folder, input: note })).toMatchObject({ code: 0 });
    expect(await runBundle("cli.js", [...words, "b/june.md"], { folder, input: note })).toMatchObject({ code: 1 });
  });

  it("lets the words of the command line go before it", async () => {
    const folder = await folderWith({
      ".notewright.json": '{ "rules": { "speaker-unknown": "error" }, "labels": ["Zoe"] }',
      "may.md": note,
      "other/strict.json": '{ "rules": { "speaker-unknown": "warning" }, "files": { "may.md": "ignore" } }',
    });
    expect(await lint(folder, "may.md")).toMatchObject({ code: 0, output: "" });
    expect((await lint(folder, "--no-config", "may.md")).output).toMatch(/^may\.md:11:3: information: /);
    // Globs are seen from the configuration's own folder.
    expect((await lint(folder, "--config", "other/strict.json", "may.md")).output).toMatch(/^may\.md:11:3: warning: /);
    const ruled = await lint(folder, "--config", "other/strict.json", "--rule", "speaker-unknown=off", "may.md");
    expect(ruled).toMatchObject({ code: 0, output: "" });
  });

  it("names what is wrong in it, at its place and once, and uses the rest", async () => {
    const folder = await folderWith({
      ".notewright.json":
        '{\n  "rules": { "speaker-unknown": "loud", "speaker-unkown": "off" },\n  "labels": ["Zoe"]\n}\n',
      "may.md": note,
      "june.md": note,
    });
    expect(await lint(folder, ".")).toEqual({
      code: 2,
      output: "",
      errors: [
        'notewright: .notewright.json:2:33: Unexpected "loud", expected a severity: "error", "warning", "information", "hint" or "off"',
        'notewright: .notewright.json:2:41: Unexpected "speaker-unkown", expected "speaker-unknown"',
      ],
    });
    const github = await lint(folder, "--format", "github", ".");
    expect(github.output.split("\n")[0]).toMatch(/^::error file=\.notewright\.json,line=2,col=33::Unexpected "loud"/);
    const { runs } = JSON.parse((await lint(folder, "--format", "sarif", ".")).output);
    expect(runs[0].invocations[0].toolExecutionNotifications[0].locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: ".notewright.json" },
      region: { startLine: 2, startColumn: 33 },
    });
    expect((await lint(folder, "--format", "junit", ".")).output).toContain('name="2:33"');
  });

  it.each([
    ["a folder", { ".notewright.json/a.md": "" }],
    ["five megabytes of junk", { ".notewright.json": "junk ".repeat(1_000_000) }],
  ])("says so of %s in its place, and checks the notes all the same", async (_, files) => {
    const folder = await folderWith({ ...files, "may.md": note });
    const { code, output, errors } = await lint(folder, "may.md");
    expect(output).toMatch(/^may\.md:11:3: information: /);
    expect([code, errors]).toEqual([
      2,
      [expect.stringMatching(/^notewright: \.notewright\.json: Unexpected file that cannot be read/)],
    ]);
  });

  it("says so of a configuration that was asked for and is not there", async () => {
    const folder = await folderWith({ "may.md": note });
    const { code, errors } = await lint(folder, "--config", join(folder, "none.json"), "may.md");
    expect([code, errors]).toEqual([
      2,
      ["notewright: none.json: Unexpected file that cannot be read, expected a text of at most a million bytes"],
    ]);
  });

  it("goes by a template beside the notes, or above them", async () => {
    const template = "## {month} {day} Harbour call\n\n## Agenda\n\n## Updates\n\n## Actions\n";
    const folder = await folderWith({ "TEMPLATE.md": template, "2024/may.md": note });
    const words = ["2024/may.md", "--rule", "speaker-unknown=off"];
    expect((await lint(folder, ...words)).output).toContain("[section-order]");
    expect(await lint(folder, ...words, "--no-config")).toMatchObject({ code: 0, output: "" });
  });

  it("knows the order of sections from a template in notes of no known form, too", async () => {
    const turns = "* Ana: One boat\n* Bo: Two\n* Ana: Three\n* Bo: Four\n";
    const ours = `# March 4 Harbour call\n\n## Present\n\n* Ana Ruiz\n* Bo Lindqvist\n\n## Promises\n\n* Ana: paint\n\n## Boats\n\n${turns}`;
    const template = "# {month} {day} Harbour call\n\n## Present\n\n* TODO\n\n## Boats\n\n## Promises\n";
    const folder = await folderWith({ "TEMPLATE.md": template, "may.md": ours });
    expect((await lint(folder, "--format", "json", "may.md")).output).toContain('"profile":"generic"');
    expect((await lint(folder, "may.md")).output).toMatch(/^may\.md:12:4: hint: .*"Boats" behind "Promises"/m);
    expect((await lint(folder, "--no-config", "may.md")).output).not.toContain("section-order");
  });

  it("finds what a template has in the place of words, and knows a note that holds nothing else as not filled in", async () => {
    const template = noteWith("## Updates\n\n* [update]\n\n## Agenda\n\n_Describe what was said_\n\n## Action Items\n");
    const left = template.replace("* [update]", "* Ana: One boat\n* Bo: Two\n* Ana: Three\n* [Update]");
    const folder = await folderWith({ "TEMPLATE.md": template, "may.md": left, "june.md": template });
    const { output } = await lint(folder, "--rule", "section-missing=off", ".");
    expect(output.match(/^\S+ .*\[placeholder\]$/gm)).toEqual([
      'may.md:13:3: warning: Unexpected template text "[Update]", expected it filled in or deleted [placeholder]',
      'may.md:17:1: warning: Unexpected template text "_Describe what was said_", expected it filled in or deleted [placeholder]',
    ]);
    expect((await lint(folder, "--no-config", ".")).output).not.toContain("[placeholder]");
    const explained = await runBundle("cli.js", ["lint", "--explain", "june.md"], { folder });
    expect(explained.output).toContain("not filled in yet");
  });

  it("finds what a configuration says that stands in the place of words", async () => {
    const configuration = JSON.stringify({ profile: { placeholders: ["Who said what"] } });
    const left = note.replace("* Harbour lights", "* Who said what");
    const folder = await folderWith({ ".notewright.json": configuration, "may.md": left });
    expect((await lint(folder, ".")).output).toMatch(/^may\.md:\d+:3: warning: .*"Who said what".*\[placeholder\]$/m);
  });

  it("expects a section of a configuration in notes of no known form, too", async () => {
    const ours =
      "# March 4 Harbour call\n\n## Present\n\n* Ana Ruiz\n* Bo Lindqvist\n\n## Boats\n\n* Ana: One\n* Bo: Two\n* Ana: Three\n";
    const sections = [{ name: "Boats" }, { name: "Promises", expected: true }];
    const configuration = JSON.stringify({ extends: "generic", profile: { sections } });
    const folder = await folderWith({ ".notewright.json": configuration, "may.md": ours });
    expect((await lint(folder, "may.md")).output).toMatch(/information: .*without a section "Promises"/);
  });
});
