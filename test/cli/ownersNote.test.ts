import { join } from "node:path";
import { expect, it } from "vitest";
import type { JsonReport } from "../../server/src/node/reportJson";
import { runBundle } from "../support/commandLine";

it("finds in the owner's note the three who spoke and are not listed, and nothing that is wrong to say", async () => {
  const folder = join(import.meta.dirname, "../..");
  const path = "seeds/2023-08-08-sig-guest-languages.md";
  const { code, output } = await runBundle("cli.js", ["lint", "--format", "json", path], { folder });
  const [file] = (JSON.parse(output) as JsonReport).files;
  const unknown = file?.findings.filter((finding) => finding.rule === "speaker-unknown") ?? [];
  expect(unknown.map((finding) => /"(.*?)"/.exec(finding.message)?.[1])).toEqual(["Achille", "Luke", "Randy"]);
  expect(file?.findings).toHaveLength(3);
  expect(code).toBe(0);
});
