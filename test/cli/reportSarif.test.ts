import { createRequire } from "node:module";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import type { Log, Run } from "sarif";
import { describe, expect, it } from "vitest";
import type { Report } from "../../server/src/node/report";
import { reportSarif } from "../../server/src/node/reportSarif";
import { rules } from "../../server/src/rules/index";
import { folderWith, runBundle } from "../support/commandLine";
import { fileWith, reportOn } from "../support/reports";
import { noteWith } from "../support/world";

const schema = createRequire(import.meta.url)("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
// A pattern of the schema is none for `u`.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

/** The only run of a log; fails where the log is not what the schema of SARIF 2.1.0 asks for. */
function runOf(text: string): Run {
  const log = JSON.parse(text) as Log;
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  expect(log.runs).toHaveLength(1);
  return log.runs[0] as Run;
}

function print(report: Report): Run {
  return runOf(reportSarif(report, { least: "hint", failOn: "warning", summary: true, colours: false }));
}

describe("reportSarif", () => {
  it("is judged by a schema that finds mistakes", () => {
    expect(validate({ version: "2.1.0", runs: [{ tool: {} }] })).toBe(false);
  });

  it("says where, what, how much and by which rule", () => {
    const file = fileWith("one\n* ⟦Ana⟧: hello\n", "hint", { path: "notes/May 5: #1.md" });
    const [result] = print(reportOn([file])).results ?? [];
    expect(result).toMatchObject({
      ruleId: "title-date",
      ruleIndex: rules.findIndex(({ id }) => id === "title-date"),
      level: "note",
      message: { text: "Unexpected X" },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "notes/May%205%3A%20%231.md", uriBaseId: "%SRCROOT%" },
            region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 6 },
          },
        },
      ],
    });
  });

  it("gives a finding the same fingerprint wherever its line moves, and none to two", () => {
    const prints = (marked: string) =>
      print(reportOn([fileWith(marked)])).results?.map((result) => result.partialFingerprints);
    const before = prints("* ⟦Ana⟧: a\n* ⟦Ana⟧: a\n* ⟦Bo⟧: b\n");
    expect(prints("# New\n\n  * ⟦Ana⟧: a\n* ⟦Ana⟧:  a\n\n* ⟦Bo⟧: b\n")).toEqual(before);
    expect(new Set(before?.map((one) => JSON.stringify(one))).size).toBe(3);
  });

  it("names every rule", () => {
    expect(print(reportOn([])).tool.driver.rules?.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  });

  it("tells which files could not be read", () => {
    const run = print({ ...reportOn([]), failures: [{ path: "gone.md", reason: "no such file or folder" }] });
    expect(run.invocations).toMatchObject([
      { executionSuccessful: false, toolExecutionNotifications: [{ message: { text: "no such file or folder" } }] },
    ]);
  });

  it("holds what a real note has: fixes and related places, too", async () => {
    const note = noteWith("## Updates\n\n* Zoe: one\n* **Bo:** two\n* Zoe: three\n* Carla: a\n* Max: b\n");
    const folder = await folderWith({ "may.md": note });
    const { output } = await runBundle("cli.js", ["lint", "--format", "sarif", "may.md"], { folder });
    const results = runOf(output).results ?? [];
    expect(results.find(({ ruleId }) => ruleId === "speaker-unknown")?.relatedLocations).toHaveLength(1);
    const fixes = results.find(({ ruleId }) => ruleId === "turn-format")?.fixes ?? [];
    expect(fixes[0]?.artifactChanges[0]?.replacements[0]?.deletedRegion.startLine).toBeGreaterThan(1);
  });
});
