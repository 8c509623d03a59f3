import { describe, expect, it } from "vitest";
import { ErrorCodes } from "vscode-languageserver/node";
import { strangerNote } from "./notes";
import { frame, RawClient } from "./rawClient";

const symbols = JSON.stringify({ jsonrpc: "2.0", id: "a", method: "textDocument/documentSymbol", params: {} });

describe("a fault in the stream", () => {
  it("leaves the messages behind it as they are", async () => {
    const client = await RawClient.connect();
    for (const fault of [
      "GET / HTTP/1.1\r\n\r\n",
      "Content-Type: application/json\r\n\r\n",
      "Content-Length: -7\r\n\r\n",
      frame(symbols, symbols.length + 40),
      frame(symbols, symbols.length - 40),
      frame(symbols).slice(0, -40),
      frame(symbols.slice(0, -2)),
      "x".repeat(1_000_000),
    ]) {
      client.write(fault);
      await client.expectService();
    }
  });

  it("is answered by the protocol's error", async () => {
    const client = await RawClient.connect();
    for (const [content, code, id] of [
      ["{no}", ErrorCodes.ParseError, null],
      ["[1, 2]", ErrorCodes.InvalidRequest, null],
      ['{"jsonrpc":"2.0","id":"a","method":7}', ErrorCodes.InvalidRequest, "a"],
    ] as const) {
      client.clear();
      client.write(frame(content));
      const answer = await client.wait("refusal", ({ error }) => error !== undefined);
      expect(answer).toMatchObject({ id, error: { code } });
      await client.expectService();
    }
  });
});

describe("a server whose input ends", () => {
  it("has ended by itself with 1, be it in the middle of a message", async () => {
    for (const last of ["", frame(symbols).slice(0, -40)]) {
      const client = await RawClient.connect();
      client.write(last);
      client.end();
      expect(await client.code()).toBe(1);
      expect(client.errors).toBe("");
    }
  });

  it("ends with 0 where it was shut down before", async () => {
    const client = await RawClient.connect();
    await client.request("shutdown");
    client.end();
    expect(await client.code()).toBe(0);
  });
});

describe("the life of the process", () => {
  it("ends with 1 for an exit without a shutdown, before and behind initialize", async () => {
    for (const client of [RawClient.start(), await RawClient.connect()]) {
      client.notify("exit");
      expect(await client.code()).toBe(1);
    }
  });

  it("begins with initialize and ends with shutdown, whatever is asked before and behind", async () => {
    const client = RawClient.start();
    const asked = { textDocument: { uri: client.newUri() } };
    client.open(client.newUri(), strangerNote);
    expect(await client.request("textDocument/documentSymbol", asked)).toMatchObject({
      error: { code: ErrorCodes.ServerNotInitialized },
    });
    await client.initialize();
    await client.expectService();
    expect(await client.request("shutdown")).toMatchObject({ result: null });
    for (const method of ["textDocument/documentSymbol", "initialize", "shutdown", "no/method"]) {
      expect(await client.request(method, { ...asked, capabilities: {} })).toMatchObject({
        error: { code: ErrorCodes.InvalidRequest },
      });
    }
    client.notify("exit");
    expect(await client.code()).toBe(0);
  });

  it("bears an initialize that cannot be read", async () => {
    const client = RawClient.start();
    for (const params of [undefined, {}, { capabilities: null }, [1]]) {
      expect(await client.request("initialize", params)).toHaveProperty("error.code");
    }
    const folders = { workspaceFolders: [{ uri: 7 }, null, "a"], rootUri: 7 };
    await client.request("initialize", { capabilities: { workspace: 7, textDocument: null }, ...folders });
    await client.expectService();
  });
});
