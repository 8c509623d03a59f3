import { expect, it } from "vitest";
import { noteAbove, strangerFindings } from "./notes";
import { RawClient } from "./rawClient";

const attendees = Array.from({ length: 100_000 }, (_, index) => `Ana${index} Ruiz${index}`).join(", ");
const nested = Array.from({ length: 1_000 }, (_, depth) => `${"\t".repeat(depth)}* Ana: yes\n`).join("");

it.each([
  ["a line of 5 MB", noteAbove(`* Ana: ${"word ".repeat(1_000_000)}`)],
  ["a line of 5 MB of marks", noteAbove(`* Ana: ${"*_`[<(".repeat(800_000)}`)],
  ["a line of 5 MB without a blank", noteAbove(`* ${"a".repeat(5_000_000)}`)],
  ["100,000 attendees", noteAbove("* Ana: yes", `Ana Ruiz, ${attendees}`)],
  ["10,000 nested bullets", noteAbove(`* Ana: yes\n\n${"* ".repeat(10_000)}Ana: yes\n`)],
  ["1,000 nested lines of half a megabyte", noteAbove(`* Ana: yes\n\n${nested}\n`)],
  ["40,000 turns", noteAbove("* Ana: all is well\n".repeat(40_000))],
])(
  "a note of %s is read as any other",
  async (_, text) => {
    const client = await RawClient.connect();
    const uri = client.newUri();
    client.open(uri, text);
    expect(await client.findings(uri, 1)).toEqual(expect.arrayContaining(strangerFindings));
    const end = { line: Number.MAX_SAFE_INTEGER, character: 0 };
    client.change(uri, 2, { range: { start: end, end }, text: "x" });
    expect(await client.findings(uri, 2)).toEqual(expect.arrayContaining(strangerFindings));
    for (const method of ["documentSymbol", "foldingRange"]) {
      expect(await client.request(`textDocument/${method}`, { textDocument: { uri } })).toHaveProperty("result");
    }
    await client.expectService();
  },
  200_000,
);

it("a text of 20 MB is no note, and costs no more than that", async () => {
  const client = await RawClient.connect();
  const uri = client.newUri();
  client.open(uri, noteAbove("* Ana: all is well\n".repeat(1_000_000)));
  expect(await client.findings(uri, 1)).toEqual([]);
  const verdict = await client.wait("verdict", ({ method }) => method === "notewright/verdict");
  expect(verdict).toMatchObject({
    params: { verdict: { isNote: false, reason: expect.stringMatching(/longer than/) } },
  });
  client.change(uri, 2, { text: noteAbove("* Ana: yes") });
  expect(await client.findings(uri, 2)).toEqual(strangerFindings);
});
