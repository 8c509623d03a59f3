import { appendFile, cp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digest } from "../../server/src/node/identity";
import { bundlePath, folderWith, type Outcome, runBundle, runProgram, writeFiles } from "../support/commandLine";
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

/** Says something else in what is kept, so that whoever takes it is seen to. */
async function forge(folder: string): Promise<void> {
  for (const path of await keptOf(folder)) {
    const [, json = ""] = (await readFile(path, "utf8")).split("\n");
    const other = json.replaceAll("Unexpected", "Kept");
    await writeFile(path, `${digest(other)}\n${other}`);
  }
}

/** A folder that was linted, and something else said in what is kept of it. */
async function forged(): Promise<string> {
  const folder = await folderWith(files);
  await lint(folder);
  await forge(folder);
  return folder;
}

/** The program in a folder of its own, where nothing is kept yet. */
async function installed(): Promise<{ cli: string; kept: string }> {
  const folder = await folderWith({});
  await cp(bundlePath("."), folder, { recursive: true, filter: (path) => !path.endsWith(".cache") });
  return { cli: join(folder, "cli.js"), kept: join(folder, ".cache/notes") };
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
    const folder = await forged();
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
    const folder = await forged();
    expect((await lint(folder, words)).output).not.toContain("Kept");
  });

  it("lints all notes once the group's configuration was changed", async () => {
    const folder = await forged();
    await writeFile(join(folder, ".notewright.json"), '{ "people": [{ "name": "Zoe Ortiz" }] }');
    const again = await lint(folder);
    expect([count(acquaintances, again), count(strangers, again), count(/Kept/g, again)]).toEqual([2, 0, 0]);
  });

  it("lints all notes where what is kept is damaged", async () => {
    const folder = await folderWith(files);
    const first = await lint(folder);
    for (const damage of ["", "null", "[1]", first.output]) {
      for (const path of await keptOf(folder)) {
        const text = await readFile(path, "utf8");
        await writeFile(path, damage === "" ? text.replace("Unexpected", "Kept") : damage);
      }
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

  it.skipIf(process.platform === "win32")("reads what comes through a pipe each time", async () => {
    const folder = await folderWith({ "note.md": note, "README.md": "# Read me\n" });
    const read = async (name: string) => {
      const words = ["-c", 'cat "$0" | "$1" "$2" lint /dev/stdin', name, process.execPath, bundlePath("cli.js")];
      return (await runProgram("sh", words, { cwd: folder })).output.split("\n").at(-2);
    };
    expect(await read("note.md")).toMatch(/; 1 note checked$/);
    expect(await read("note.md")).toMatch(/; 1 note checked$/);
    expect(await read("README.md")).toMatch(/; 0 notes checked; 1 file left out as no note$/);
  });

  it("keeps it where nobody else can read it, until nobody has asked for a month", async () => {
    const { cli, kept } = await installed();
    const folder = await folderWith(files);
    const run = (path: string) => runProgram(process.execPath, [cli, "lint", path], { cwd: folder });
    await run("group");
    const [name = ""] = await readdir(kept);
    if (process.platform !== "win32") {
      expect((await stat(kept)).mode & 0o777).toBe(0o700);
      expect((await stat(join(kept, name))).mode & 0o777).toBe(0o600);
    }
    const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);
    await utimes(join(kept, name), daysAgo(29), daysAgo(29));
    await run("others");
    expect(await readdir(kept)).toContain(name);
    await utimes(join(kept, name), daysAgo(31), daysAgo(31));
    await run("README.md");
    expect(await readdir(kept)).not.toContain(name);
  });

  it("lints where nothing can be kept", async () => {
    const { cli } = await installed();
    const folder = await folderWith(files);
    await writeFile(join(cli, "../.cache"), "a file");
    for (let time = 0; time < 2; time++) {
      const words = [cli, "lint", "--format", "json", "."];
      expect(await runProgram(process.execPath, words, { cwd: folder })).toEqual(await lint(folder));
    }
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
