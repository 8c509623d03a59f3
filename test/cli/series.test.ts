import { describe, expect, it } from "vitest";
import type { JsonReport } from "../../server/src/node/reportJson";
import { folderWith, runBundle } from "../support/commandLine";
import { noteWith } from "../support/world";

const turns = "* Ana: all is well\n* Bo: two boats\n* Zoe: one more\n* Zoe: the last one\n";
const rest = `## Updates\n\n${turns}\n## Agenda\n\n* Harbour lights\n\n## Action Items\n\n* Bo: paint\n`;
const files = {
  "group/2024/03-05.md": noteWith(rest, "Ana Ruiz, Bo Lindqvist"),
  "group/2023/03-05.md": noteWith(rest, "Ana Ruiz, Bo Lindqvist, Zoe Ortiz").replace("2024", "2023"),
  "others/03-05.md": noteWith(rest, "Ana Ruiz, Bo Lindqvist"),
};

async function rulesIn(paths: readonly string[], input?: string): Promise<string[][]> {
  const folder = await folderWith(files);
  const words = ["lint", "--format", "json", ...paths];
  const { output } = await runBundle("cli.js", words, { folder, ...(input !== undefined && { input }) });
  return (JSON.parse(output) as JsonReport).files.map(({ path, findings }) => [
    path,
    ...findings.map(({ rule, message }) => (rule.startsWith("speaker") ? message : rule)),
  ]);
}

const known = 'Unexpected speaker "Zoe" (2 turns), expected "Zoe Ortiz" among the attendees';
const stranger = 'Unexpected speaker "Zoe" (2 turns), expected one of the attendees';

describe("notewright lint", () => {
  it("knows the people of each file's series, whichever files are linted", async () => {
    expect(await rulesIn(["group/2024/03-05.md"])).toEqual([["group/2024/03-05.md", known]]);
    expect(await rulesIn(["."])).toEqual([
      ["group/2023/03-05.md"],
      ["group/2024/03-05.md", known],
      ["others/03-05.md", stranger],
    ]);
  });

  it("knows who spoke in other notes without being listed anywhere", async () => {
    const folder = await folderWith({
      "2024-03-05.md": noteWith(rest, "Ana Ruiz, Bo Lindqvist"),
      "2024-02-27.md": noteWith(rest.replace(turns, `${turns}* Zoe: good bye\n`), "Ana Ruiz, Bo Lindqvist").replace(
        "March 05",
        "February 27",
      ),
    });
    const { output } = await runBundle("cli.js", ["lint", "--format", "json", "2024-03-05.md"], { folder });
    const [linted] = (JSON.parse(output) as JsonReport).files;
    expect(linted?.findings.map(({ rule, message }) => [rule, message])).toContainEqual([
      "speaker-unlisted-known",
      'Unexpected speaker "Zoe" (2 turns), expected "Zoe", who spoke in other notes, among the attendees',
    ]);
  });

  it("says the same in several threads", async () => {
    expect(await rulesIn(["--concurrency", "2", "."])).toEqual(await rulesIn(["."]));
  });

  it("leaves the series alone when told so", async () => {
    expect(await rulesIn(["--no-series", "group/2024"])).toEqual([["group/2024/03-05.md", stranger]]);
  });

  it("knows the series of standard input by its name, and none without", async () => {
    const text = noteWith(rest, "Ana Ruiz, Bo Lindqvist");
    expect(await rulesIn(["--stdin-filename", "group/2024/march.md", "-"], text)).toEqual([
      ["group/2024/march.md", known],
    ]);
    expect(await rulesIn(["-"], text)).toEqual([["-", stranger]]);
  });
});
