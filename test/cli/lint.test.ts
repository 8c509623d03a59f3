import { spawn } from "node:child_process";
import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import type { JsonReport } from "../../server/src/node/reportJson";
import { bundlePath, folderWith, type Outcome, runBundle } from "../support/commandLine";
import { noteWith } from "../support/world";

const turns = "* Ana: all is well\n* Bo: two boats\n* Carla: one more\n* Max: the last one\n";
const good = noteWith(`## Updates\n\n${turns}\n## Agenda\n\n* Harbour lights\n\n## Action Items\n\n* Bo: paint\n`);
const empty = good.replace(/Attending .*/, "Attending |");
// Whoever speaks twice is a person, listed or not.
const stranger = good.replace("* Ana: all", "* Zoe: hello\n* Zoe: all");
const readme = "# Harbour Group\n\nWe look after the harbour.\n";

async function lint(
  files: Readonly<Record<string, string | Uint8Array>>,
  words: readonly string[],
  input?: string,
): Promise<Outcome & { folder: string }> {
  const folder = await folderWith(files);
  const outcome = await runBundle("cli.js", ["lint", ...words], { folder, ...(input !== undefined && { input }) });
  return { ...outcome, folder };
}

function reportOf({ output }: Outcome): JsonReport {
  return JSON.parse(output) as JsonReport;
}

function pathsOf(outcome: Outcome): string[] {
  return reportOf(outcome).files.map((file) => file.path);
}

describe("notewright lint, comments in notes", () => {
  it("keeps quiet what a comment says, and tells of a comment that keeps nothing quiet", async () => {
    const comment = "<!-- notewright-disable attendees-empty -->\n";
    const files = { "quiet.md": comment + empty, "idle.md": comment + good };
    const { code, output } = await lint(files, ["--fail-on", "warning", "--rule", "section-missing=off", "."]);
    expect(code).toBe(0);
    expect(output).not.toContain("[attendees-empty]");
    expect(output).toMatch(/^idle\.md:1:\d+: hint: .* \[suppression-unused\]$/m);
    expect(output).not.toMatch(/^quiet\.md:.*suppression-unused/m);
  });
});

describe("notewright lint, text", () => {
  it("prints place, severity, message, rule and carets, and counts at the end", async () => {
    const { code, output, errors } = await lint({ "may.md": empty }, ["--fail-on", "warning", "may.md"]);
    const lines = output.trimEnd().split("\n");
    expect(lines.slice(0, 3)).toEqual([
      "may.md:5:3: warning: Unexpected empty attendee list, expected the names of those who were there [attendees-empty]",
      "    | Attending |",
      "      ^^^^^^^^^",
    ]);
    expect(lines.at(-1)).toMatch(/^1 warning(?:, .*)?; 1 note checked$/);
    expect([code, errors]).toEqual([1, []]);
  });

  it("takes the year from the folder in which it is started, too", async () => {
    const folder = await folderWith({ "2023/03-05.md": good });
    const { output } = await runBundle("cli.js", ["lint", "03-05.md"], { folder: join(folder, "2023") });
    expect(output).toMatch(/^03-05\.md:1:\d+: warning: Unexpected year 2024, expected 2023 .* \[title-year\]$/m);
  });

  it("says so when there is nothing to report", async () => {
    const { code, output } = await lint({ "may.md": good, "README.md": readme }, ["."]);
    expect([code, output]).toEqual([0, "no findings; 1 note checked; 1 file left out as no note\n"]);
  });

  it("uses no colours in a pipe", async () => {
    const { output } = await lint({ "may.md": empty }, ["may.md"]);
    expect(output).not.toContain("\u001B");
  });
});

describe("notewright lint --format json", () => {
  it("is the report that other programs rely on", async () => {
    const outcome = await lint({ "may.md": good.replace("* Ana:", "* **Ana:**") }, ["--format", "json", "may.md"]);
    const [file] = reportOf(outcome).files;
    expect(reportOf(outcome)).toEqual({ version: 1, files: [file] });
    expect(file?.note).toEqual({ profile: "attendee-table", reason: expect.stringContaining("Attending") });
    expect(file?.findings).toContainEqual({
      rule: "turn-format",
      severity: "information",
      message: expect.any(String),
      range: { start: { line: 9, character: 2 }, end: { line: 9, character: expect.any(Number) } },
      fixes: [
        {
          title: expect.any(String),
          safe: true,
          edits: [
            {
              range: { start: { line: 9, character: expect.any(Number) }, end: expect.anything() },
              newText: expect.any(String),
            },
          ],
        },
      ],
    });
  });

  it("holds a file that is no note as one, without findings", async () => {
    const outcome = await lint({ "README.md": readme }, ["--format", "json", "README.md"]);
    expect(reportOf(outcome)).toEqual({ version: 1, files: [{ path: "README.md", note: null, findings: [] }] });
    expect(outcome.code).toBe(0);
  });

  it("counts UTF-16 characters, behind a byte order mark", async () => {
    const note = `\uFEFF${good.replace("## March 05", "## 😀 February 30")}`;
    const outcome = await lint({ "may.md": note }, ["--format", "json", "may.md"]);
    const finding = reportOf(outcome).files[0]?.findings.find(({ rule }) => rule === "title-date");
    expect(finding?.range.start).toEqual({ line: 0, character: "## 😀 February ".length });
  });

  it("leaves out fixes that only change an editor's settings", async () => {
    const outcome = await lint({ "may.md": stranger }, ["--format", "json", "may.md"]);
    const fixes = reportOf(outcome).files[0]?.findings.flatMap((finding) => finding.fixes) ?? [];
    expect(fixes.length).toBeGreaterThan(0);
    expect(fixes.filter((fix) => fix.edits.length === 0)).toEqual([]);
  });
});

describe("what notewright lint looks at", () => {
  const files = {
    "b.md": good,
    "a/c.MARKDOWN": good,
    "a/d.txt": good,
    "node_modules/x/e.md": good,
    "a/node_modules/f.md": good,
    ".git/g.md": good,
    "a/.h/i.md": good,
  };

  it("takes the Markdown files below a folder, but none in node_modules or a dot folder", async () => {
    expect(pathsOf(await lint(files, ["--format", "json", "."]))).toEqual(["a/c.MARKDOWN", "b.md"]);
  });

  it("takes whatever file is named, and a dot folder that is named", async () => {
    const outcome = await lint(files, ["--format", "json", "a/d.txt", ".git"]);
    expect(pathsOf(outcome)).toEqual(["a/d.txt", ".git/g.md"]);
  });

  it("takes each file once, in the order of the words", async () => {
    const outcome = await lint(files, ["--format", "json", "b.md", "./b.md", "."]);
    expect(pathsOf(outcome)).toEqual(["b.md", "a/c.MARKDOWN"]);
  });

  it("takes a glob, and a file whose name looks like one", async () => {
    expect(pathsOf(await lint(files, ["--format", "json", "**/*.{md,txt}"]))).toEqual(["a/d.txt", "b.md"]);
    expect(pathsOf(await lint({ "[may].md": good }, ["--format", "json", "[may].md"]))).toEqual(["[may].md"]);
  });

  it("names files from the working folder, wherever they are and however they were named", async () => {
    const folder = await folderWith({ "here/may.md": good, "there/june.md": good });
    const words = ["lint", "--format", "json", join(folder, "here/may.md"), "../there", "./../here/./may.md"];
    const outcome = await runBundle("cli.js", words, { folder: join(folder, "here") });
    expect(pathsOf(outcome)).toEqual(["may.md", "../there/june.md"]);
  });

  it("calls standard input what it is told", async () => {
    const outcome = await lint({}, ["--format", "json", "--stdin-filename", "notes/may.md", "-"], good);
    expect(pathsOf(outcome)).toEqual(["notes/may.md"]);
  });

  it("reads standard input for -", async () => {
    const outcome = await lint({}, ["--format", "json", "-"], good);
    expect(reportOf(outcome).files).toMatchObject([{ path: "-", note: { profile: "attendee-table" } }]);
  });
});

describe("notewright lint --rule", () => {
  it("chooses a severity for each rule that is named, the last one where it is named twice", async () => {
    const names = ["--rule", "attendees-empty=off", "--rule", "section-order=off", "--rule", "attendees-empty=error"];
    const outcome = await lint({ "may.md": empty }, ["--format", "json", ...names, "may.md"]);
    const severities = reportOf(outcome).files[0]?.findings.map(({ rule, severity }) => `${rule} ${severity}`);
    expect(severities).toContain("attendees-empty error");
    const without = await lint({ "may.md": empty }, ["--rule", "attendees-empty=off", "may.md"]);
    expect(without.output).not.toContain("attendees-empty");
    expect(without.code).toBe(0);
  });
});

describe("notewright lint on several threads", () => {
  const names = Array.from({ length: 12 }, (_, index) => `${index % 3}/note ${index}.md`);
  const files = Object.fromEntries(names.map((name, index) => [name, index % 2 === 0 ? empty : stranger]));

  it.each(["text", "json", "github", "sarif", "junit", "markdown"])(
    "prints the same bytes as one: %s",
    async (format) => {
      const folder = await folderWith({ ...files, "latin.md": Uint8Array.of(0xff, 0xfe), "README.md": readme });
      const run = (threads: string) =>
        runBundle("cli.js", ["lint", "--format", format, "--concurrency", threads, "gone.md", "."], { folder });
      const [one, four] = [await run("1"), await run("4")];
      expect(four).toEqual(one);
      expect(one.code).toBe(2);
      for (const name of names) expect(one.output).toContain(format === "sarif" ? encodeURI(name) : name);
    },
  );

  it("fixes what one would fix", async () => {
    const untidy = good.replace("* Bo: two", "* **Bo:** two");
    const { folder, output } = await lint({ "a.md": untidy, "b.md": untidy }, ["--fix", "--concurrency", "2", "."]);
    expect(output).toMatch(/^2 problems fixed;/);
    for (const name of ["a.md", "b.md"]) expect(await readFile(join(folder, name), "utf8")).toBe(good);
  });
});

describe("how notewright lint ends", () => {
  it.each([
    [[], 1],
    [["--fail-on", "error"], 0],
    [["--fail-on", "warning"], 1],
    [["--fail-on", "hint"], 1],
  ])("with %j on a warning: %i", async (words, code) => {
    expect((await lint({ "may.md": empty }, [...words, "may.md"])).code).toBe(code);
  });

  it("counts what is above the severity, and prints no less under --quiet", async () => {
    const unknown = { "may.md": stranger };
    expect(await lint(unknown, ["--quiet", "may.md"])).toMatchObject({ code: 0, output: "" });
    const strict = await lint(unknown, ["--quiet", "--fail-on", "information", "may.md"]);
    expect([strict.code, strict.output.split("\n").length]).toEqual([1, 4]);
    expect(strict.output).toContain("[speaker-unknown]");
    expect(reportOf(await lint(unknown, ["--quiet", "--format", "json", "may.md"])).files[0]?.findings).toEqual([]);
  });

  it.each([
    [["lint"], "notewright: missing required argument 'paths'"],
    [["lint", "--format", "xml", "."], "notewright: option '--format <format>' argument 'xml' is invalid."],
    [["lint", "--fail-on", "loud", "."], "notewright: option '--fail-on <severity>' argument 'loud' is invalid."],
    [["lint", "--loud", "."], "notewright: unknown option '--loud'"],
    [["lint", "--rule", "speaker-lost=off", "."], 'There is no rule "speaker-lost".'],
    [["lint", "--rule", "speaker-unknown=loud", "."], "Expected one of error, warning, information, hint, off"],
    [["lint", "--rule", "speaker-unknown", "."], 'behind "speaker-unknown=".'],
    [["lint", "--concurrency", "0", "."], "Expected a number from 1 to 99."],
    [["lint", "--changed", "--", "-"], "notewright: --changed cannot tell whether standard input was changed"],
    [["lint", "--stdin-filename", "may.md", "."], "notewright: --stdin-filename needs the path -"],
    [["lint", "--write-baseline", "."], "notewright: --write-baseline needs --baseline"],
    [["lint", "--fix", "-"], "notewright: --fix cannot change standard input"],
    [["lend"], "notewright: unknown command 'lend'"],
    [[], "notewright: no command given"],
  ])("with 2 and one clear line after a mistake: %j", async (words, line) => {
    const outcome = await runBundle("cli.js", words);
    expect(outcome).toMatchObject({ code: 2, output: "", errors: [expect.stringContaining(line)] });
  });

  it("with 2 when something cannot be read, after linting the rest", async () => {
    const bytes = Uint8Array.of(0xff, 0xfe, 0x41, 0x00);
    const files = { "may.md": empty, "latin.md": bytes };
    const outcome = await lint(files, ["latin.md", "gone.md", "may.md", "may.md/gone", "nothing*.md"]);
    expect(outcome.code).toBe(2);
    expect(outcome.output).toContain("may.md:5:3: warning:");
    expect(outcome.errors).toEqual([
      "notewright: gone.md: no such file or folder",
      "notewright: may.md/gone: no such file or folder",
      "notewright: nothing*.md: no file matches",
      "notewright: latin.md: is not UTF-8 text",
    ]);
  });

  it("with 2 when there is nothing to check, and says so", async () => {
    const files = { "empty/a.txt": "words\n", "may.md": good };
    const empty = await lint(files, ["empty/"]);
    expect(empty).toMatchObject({
      code: 2,
      output: "no findings; 0 notes checked\n",
      errors: ["notewright: empty/: holds no Markdown file"],
    });
    expect(await lint(files, ["--quiet", "empty", "*.markdown"])).toMatchObject({
      code: 2,
      output: "",
      errors: ["notewright: empty: holds no Markdown file", "notewright: *.markdown: no file matches"],
    });
    expect(await lint(files, ["empty", "may.md"])).toMatchObject({
      code: 2,
      output: "no findings; 1 note checked\n",
      errors: ["notewright: empty: holds no Markdown file"],
    });
    expect(reportOf(await lint(files, ["--format", "json", "empty"]))).toEqual({ version: 1, files: [] });
  });

  it.skipIf(process.getuid?.() === 0)("with 2 when it may not read a file", async () => {
    const folder = await folderWith({ "may.md": good });
    await chmod(join(folder, "may.md"), 0);
    const outcome = await runBundle("cli.js", ["lint", "may.md"], { folder });
    expect(outcome).toMatchObject({ code: 2, errors: ["notewright: may.md: permission denied"] });
  });

  it("quietly when nobody reads on", async () => {
    const folder = await folderWith({ "may.md": empty });
    const child = spawn(process.execPath, [bundlePath("cli.js"), "lint", "--fail-on", "hint", "."], { cwd: folder });
    child.stdout.destroy();
    expect(await text(child.stderr)).toBe("");
  });

  it("with 0 after help and version", async () => {
    const { version } = JSON.parse(await readFile(join(import.meta.dirname, "../../package.json"), "utf8"));
    expect(await runBundle("cli.js", ["--version"])).toMatchObject({ code: 0, output: `${version}\n` });
    expect((await runBundle("cli.js", ["lint", "--help"])).output).toContain("--fail-on <severity>");
  });
});
