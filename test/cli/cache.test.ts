import { appendFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundlePath, folderWith, type Outcome, runBundle, writeFiles } from "../support/commandLine";
import { noteWith } from "../support/world";

const turns = "* Ana: one\n* Bo: two\n* Zoe: three\n* Zoe: four\n";
const rest = `## Updates\n\n${turns}\n## Agenda\n\n* Harbour lights\n\n## Action Items\n\n* Bo: paint\n`;
const note = noteWith(rest);
const earlier = noteWith(rest, "Ana Ruiz, Bo Lindqvist, Zoe Ortiz").replace("March 05", "February 27");
const files = {
  "group/03-05.md": note,
  "group/02-27.md": earlier,
  "others/03-05.md": note,
  "README.md": "# Read me\n",
};

const strangers = /Unexpected speaker [^,]*, expected one of the attendees/g;
const acquaintances = /Unexpected speaker [^,]*, expected \\"Zoe Ortiz\\" among the attendees/g;

function count(pattern: RegExp, { output }: Outcome): number {
  return output.match(pattern)?.length ?? 0;
}

function lint(folder: string, words: readonly string[] = []): Promise<Outcome> {
  return runBundle("cli.js", ["lint", "--format", "json", ...words, "."], { folder });
}

/** The files in which findings in the folder are kept. */
async function keptOf(folder: string): Promise<string[]> {
  const kept = bundlePath(".cache/notes");
  const paths = (await readdir(kept)).map((name) => join(kept, name));
  // Other tests may drop theirs at any time.
  const texts = await Promise.all(paths.map((path) => readFile(path, "utf8").catch(() => "")));
  return paths.filter((_, index) => texts[index]?.includes(JSON.stringify(folder).slice(1, -1)));
}

/** Writes other words into what is kept, so that whoever takes it is seen to. */
async function forge(folder: string, words = (text: string) => text.replaceAll("Unexpected", "Kept")): Promise<void> {
  for (const path of await keptOf(folder)) await writeFile(path, words(await readFile(path, "utf8")));
}

describe("notewright lint, once more", () => {
  it.each(["1", "2"])("takes what it found in notes that have not changed, from %s threads", async (threads) => {
    const folder = await folderWith(files);
    const first = await lint(folder, ["--concurrency", threads]);
    expect(first.output).toContain("Unexpected speaker");
    expect(await lint(folder)).toEqual(first);
    await forge(folder);
    const again = await lint(folder);
    expect(again.output).toBe(first.output.replaceAll("Unexpected", "Kept"));
    expect(await lint(folder, ["--no-cache"])).toEqual(first);
    expect(await lint(folder)).toEqual(again);
  });

  it("lints a note that was changed, and it alone", async () => {
    const folder = await folderWith(files);
    await lint(folder);
    await forge(folder);
    await appendFile(join(folder, "group/03-05.md"), "* Ana: sand\n");
    const again = await lint(folder);
    expect([count(acquaintances, again), count(strangers, again), count(/Kept speaker/g, again)]).toEqual([1, 0, 1]);
  });

  it("lints the notes of a series whose people have changed", async () => {
    const folder = await folderWith(files);
    const first = await lint(folder);
    expect([count(acquaintances, first), count(strangers, first)]).toEqual([1, 1]);
    await forge(folder);
    await writeFile(join(folder, "group/02-27.md"), earlier.replaceAll("Zoe", "Cleo"));
    const again = await lint(folder);
    expect([count(acquaintances, again), count(strangers, again), count(/Kept speaker/g, again)]).toEqual([0, 1, 1]);
  });

  it.each([
    ["another severity", ["--rule", "speaker-unknown=error"]],
    ["another form", ["--profile", "generic"]],
    ["no series", ["--no-series"]],
    ["fixes", ["--fix"]],
  ])("lints all notes for %s", async (_, words) => {
    const folder = await folderWith(files);
    await lint(folder);
    await forge(folder);
    expect((await lint(folder, words)).output).not.toContain("Kept");
  });

  it("lints all notes once the group's configuration was changed", async () => {
    const folder = await folderWith(files);
    await lint(folder);
    await forge(folder);
    await writeFile(join(folder, ".notewright.json"), '{ "people": [{ "name": "Zoe Ortiz" }] }');
    const again = await lint(folder);
    expect([count(acquaintances, again), count(strangers, again), count(/Kept/g, again)]).toEqual([2, 0, 0]);
  });

  it("lints what is kept in no form that it knows", async () => {
    const folder = await folderWith(files);
    const first = await lint(folder);
    for (const broken of ["", "[", "null", "[1]", '"words"', '{ "a": null }']) {
      await forge(folder, () => broken);
      expect(await lint(folder)).toEqual(first);
    }
  });

  it("says of a file that can no longer be read why", async () => {
    const folder = await folderWith(files);
    await lint(folder);
    await writeFile(join(folder, "others/03-05.md"), new Uint8Array([0x23, 0xff, 0x0a]));
    const { code, errors } = await lint(folder);
    expect(errors).toEqual(["notewright: others/03-05.md: is not UTF-8 text"]);
    expect(code).toBe(2);
  });

  it("keeps nothing of notes that are gone", async () => {
    const folder = await folderWith(files);
    await lint(folder);
    await rm(join(folder, "group/02-27.md"));
    await lint(folder);
    const texts = await Promise.all((await keptOf(folder)).map((path) => readFile(path, "utf8")));
    expect(texts.join()).toContain("group/03-05.md");
    expect(texts.join()).not.toContain("group/02-27.md");
  });

  const place = fc.constantFrom("03-05.md", "2023/03-05.md", "archive/02-27.md", "sub/03-12.md");
  const content = fc.constantFrom(
    note,
    earlier,
    `${note}* Ana: sand\n`,
    earlier.replaceAll("Zoe", "Cleo"),
    "# Read me\n",
  );
  const change = fc.record({ place, content: fc.option(content) });

  it("finds what it would find without anything kept, whatever has changed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 6 }), async (changes) => {
        const folder = await folderWith({ "03-12.md": note, "2023/03-05.md": earlier, "sub/03-05.md": note });
        await lint(folder);
        for (const { place, content } of changes) {
          await rm(join(folder, place), { force: true });
          if (content !== null) await writeFiles(folder, { [place]: content });
          expect(await lint(folder)).toEqual(await lint(folder, ["--no-cache"]));
        }
      }),
      { numRuns: 6 },
    );
  });
});
