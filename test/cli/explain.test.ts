import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../server/src/rules/index";
import { folderWith, runBundle } from "../support/commandLine";
import { pagesFolder } from "../support/rulePages";

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
