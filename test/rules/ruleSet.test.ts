import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json";
import { rules } from "../../server/src/rules/index";
import { severities } from "../../server/src/rules/rule";
import { listPages, pagesFolder, readRulePage } from "../support/rulePages";

const ids: string[] = rules.map(({ id }) => id);

describe("the rule set", () => {
  test("has an id in kebab-case for each rule, and no id twice", () => {
    for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("has a page for each rule, and no other page", () => {
    expect(listPages().sort()).toEqual([...ids].sort());
  });

  test.each(rules)("says the same of $id in its page as in the registry", ({ id, summary, severity }) => {
    const page = readRulePage(id);
    expect(page).toMatchObject({ title: id, summary, severity });
    const fixed = page.fixed.length > 0 ? ["Fixed"] : [];
    expect(page.headings).toEqual(["Why it matters", "Accepted", "Reported", ...fixed]);
    expect(Math.min(page.accepted.length, page.reported.length)).toBeGreaterThan(0);
  });

  test("sums each rule up in one sentence", () => {
    for (const { summary } of rules) expect(summary).toMatch(/^[A-Z][^.]*\.$/);
  });

  test("is what the setting notewright.rules offers", () => {
    const setting = manifest.contributes.configuration.properties["notewright.rules"];
    const offered = Object.entries(setting.properties).map(([id, value]) => [id, value.description, value.default]);
    expect(offered).toEqual(rules.map(({ id, summary, severity }) => [id, summary, severity]));
    for (const value of Object.values(setting.properties)) expect(value.enum).toEqual([...severities, "off"]);
  });

  test("is what the index page lists", () => {
    const index = readFileSync(join(pagesFolder, "README.md"), "utf8");
    const rows = rules.map(({ id, severity, summary }) => {
      const hasFix = readRulePage(id).fixed.length > 0 ? "yes" : "";
      return `| [\`${id}\`](${id}.md) | ${severity} | ${summary} | ${hasFix} |`;
    });
    expect(index.split("\n").filter((line) => line.startsWith("| ["))).toEqual(rows);
  });
});
