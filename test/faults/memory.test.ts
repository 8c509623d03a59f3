import { expect, it } from "vitest";
import { strangerFindings, strangerNote } from "./notes";
import { RawClient } from "./rawClient";

const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Long, so that it shows in the memory where it is kept, and quickly read. */
const text = `${strangerNote}${"\n".repeat(4_000)}`;

async function openEditAndClose(client: RawClient, rounds: number): Promise<void> {
  for (let round = 1; round <= rounds; round++) {
    const uri = client.newUri();
    client.open(uri, text);
    client.change(uri, 2, { range: start, text: "\n" });
    client.notify("textDocument/didClose", { textDocument: { uri } });
    if (round % 100 === 0) await client.expectService();
  }
  client.clear();
}

it("1,000 documents that were opened, edited and closed leave nothing behind", async () => {
  const client = await RawClient.connect({ tellsMemory: true });
  await openEditAndClose(client, 1_000);
  const before = await client.memory();
  await openEditAndClose(client, 1_000);
  const after = await client.memory();
  expect(after - before, `heap before ${before}, after ${after}`).toBeLessThan((1_000 * text.length) / 2);
}, 300_000);

it("1,000 documents that are open at once are all served, and their memory is free when they are closed", async () => {
  const client = await RawClient.connect({ tellsMemory: true });
  await openEditAndClose(client, 100);
  const before = await client.memory();
  const uris = Array.from({ length: 1_000 }, () => client.newUri());
  for (const uri of uris) client.open(uri, strangerNote);
  for (const uri of uris) expect(await client.findings(uri, 1)).toEqual(strangerFindings);
  const open = await client.memory();
  for (const uri of uris) client.notify("textDocument/didClose", { textDocument: { uri } });
  await client.expectService();
  const after = await client.memory();
  expect(after - before, `heap before ${before}, with all open ${open}, after ${after}`).toBeLessThan(
    (open - before) / 10,
  );
}, 300_000);
