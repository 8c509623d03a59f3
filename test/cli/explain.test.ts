import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../server/src/rules/index";
import { folderWith, runBundle } from "../support/commandLine";
import { pagesFolder } from "../support/rulePages";
import { noteWith } from "../support/world";

describe("notewright explain", () => {
  it("prints a rule's page, wherever it runs", async () => {
    const folder = await folderWith({});
    const page = await readFile(join(pagesFolder, "turn-merged.md"), "utf8");
    expect(await runBundle("cli.js", ["explain", "turn-merged"], { folder })).toEqual({
      code: 0,
      output: page,
      errors: [],
    });
  });

  it.each(["turn-marged", "../../../package", "README"])(
    "names the rules where there is no such one: %s",
    async (id) => {
      const { code, output, errors } = await runBundle("cli.js", ["explain", id]);
      expect([code, output]).toEqual([2, ""]);
      expect(errors).toEqual([
        `notewright: there is no rule "${id}"; the rules are:`,
        ...rules.map((rule) => `  ${rule.id}`),
      ]);
    },
  );
});

describe("notewright lint --explain", () => {
  const files = {
    "notes/may.md": noteWith("## Updates\n\n* Ana: all is well\n* Bo: two boats\n* Ana: one more\n* Bo: three\n"),
    "notes/june.md": noteWith("## Updates\n\n## Agenda\n"),
    "README.md": "# Harbour Group\n\nWe look after the harbour.\n",
  };
  const told = [
    "README.md: No meeting note: it has none of a note's words",
    "notes/june.md: A meeting note: it has a table with the rows Attending and Note Taker (form: attendee-table; not filled in yet)",
    "notes/may.md: A meeting note: it has a table with the rows Attending and Note Taker (form: attendee-table; written up)",
  ];

  it.each([
    ["before a path", ["--explain", "."]],
    ["behind one", [".", "--explain"]],
    ["before an option", ["--explain", "--concurrency", "2", "."]],
  ])("says what each file is taken for, and why: %s", async (_, words) => {
    const { output } = await runBundle("cli.js", ["lint", ...words], { folder: await folderWith(files) });
    expect(output.split("\n").filter((line) => /note: it has/.test(line))).toEqual(told);
  });

  it("prints a rule's page where a rule is named", async () => {
    const explained = await runBundle("cli.js", ["explain", "turn-gap"]);
    expect(await runBundle("cli.js", ["lint", "--explain", "turn-gap"])).toEqual(explained);
  });

  it("refuses a format in which there is no place for it", async () => {
    const { code, errors } = await runBundle("cli.js", ["lint", "--explain", "--format", "junit", "."]);
    expect([code, errors]).toEqual([2, ["notewright: --format junit has no place for --explain"]]);
  });
});
