import { PassThrough } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ErrorCodes, type Message } from "vscode-languageserver/node";
import { Frames } from "../../server/src/node/frames";
import { StdioReader, StdioWriter } from "../../server/src/node/stdio";

function notification(method: string, params: object = {}): Message {
  return { jsonrpc: "2.0", method, params } as Message;
}

function frame(content: string, length = Buffer.byteLength(content)): string {
  return `Content-Length: ${length}\r\n\r\n${content}`;
}

function takeAll(chunks: readonly Buffer[]) {
  const refused: [number, unknown][] = [];
  const frames = new Frames((code, _reason, id) => refused.push([code, id]));
  return { messages: chunks.flatMap((chunk) => frames.take(chunk)), refused };
}

function split(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

const places = fc.array(fc.nat(), { maxLength: 6 });

describe("frames", () => {
  it("are read whole, however the stream cuts them", () => {
    const message = fc
      .string({ unit: "grapheme" })
      .map((words) => notification("note", { words, more: "a\r\n\r\nContent-Length: 3" }));
    fc.assert(
      fc.property(fc.array(message, { maxLength: 5 }), places, (messages, places) => {
        const bytes = Buffer.from(messages.map((message) => frame(JSON.stringify(message))).join(""));
        expect(takeAll(split(bytes, places))).toEqual({ messages, refused: [] });
      }),
    );
  });

  const good = notification("good");
  const content = JSON.stringify(good);

  it.each([
    ["rubbish", "what is this\r\n\r\n"],
    ["a length that is none", "Content-Length: many\r\n\r\n"],
    ["a length below zero", "Content-Length: -5\r\n\r\n"],
    ["a length beyond all strings", "Content-Length: 99999999999999\r\n\r\n"],
    ["no JSON", frame("{no}")],
    ["nothing at all", frame("")],
    ["half a message", frame(content).slice(0, -4)],
    ["a length that is too short", frame(content, content.length - 3)],
    ["a length that is too long", frame(content, content.length + 20)],
  ])("are found again after %s, which is refused once", (_, fault) => {
    fc.assert(
      fc.property(places, (places) => {
        const { messages, refused } = takeAll(split(Buffer.from(fault + frame(content).repeat(3)), places));
        expect(messages.slice(-3)).toEqual([good, good, good]);
        expect(refused).toEqual([[ErrorCodes.ParseError, null]]);
      }),
      { numRuns: 30 },
    );
  });

  it("are found behind rubbish that runs into their header", () => {
    expect(takeAll([Buffer.from(`\r\nwhat is this${frame(content)}`)])).toEqual({ messages: [good], refused: [] });
  });

  it.each([
    ["null", null],
    ["[]", null],
    ['[{"jsonrpc":"2.0","method":"good"}]', null],
    ['"words"', null],
    ['{"jsonrpc":"2.0"}', null],
    ['{"jsonrpc":"2.0","id":7}', 7],
    ['{"jsonrpc":"2.0","id":"a","method":7}', "a"],
    ['{"jsonrpc":"2.0","id":{},"method":"good"}', null],
    ['{"jsonrpc":"2.0","id":7,"method":"good","params":"words"}', 7],
  ])("are refused with their id where they hold no message: %s", (bad, id) => {
    const { messages, refused } = takeAll([Buffer.from(frame(bad) + frame(content))]);
    expect(messages).toEqual([good]);
    expect(refused).toEqual([[ErrorCodes.InvalidRequest, id]]);
  });

  it("take other headers and any case", () => {
    const headers = `content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:${content.length} \r\n\r\n`;
    expect(takeAll([Buffer.from(headers + content)])).toEqual({ messages: [good], refused: [] });
  });
});

describe("a client at the standard streams", () => {
  async function readAll(input: string): Promise<Message[]> {
    const stream = new PassThrough();
    const messages: Message[] = [];
    const reader = new StdioReader(stream, () => undefined);
    reader.listen((message) => void messages.push(message));
    const ended = new Promise((resolve) => stream.on("close", resolve));
    stream.end(input);
    await ended;
    return messages;
  }

  const changeOf = (uri: string, version: number, ...texts: string[]): Message =>
    notification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: texts.map((text) => ({ text })),
    });

  it("has left when its stream ends", async () => {
    expect(await readAll(`${frame(JSON.stringify(notification("good")))}Content-Len`)).toEqual([
      notification("good"),
      { jsonrpc: "2.0", method: "exit" },
    ]);
  });

  it("that is faster than the server is read as if it made its changes of one document at once", async () => {
    const messages = [
      changeOf("a", 1, "A"),
      changeOf("a", 2, "B", "C"),
      changeOf("a", 3, "D"),
      changeOf("b", 4, "E"),
      changeOf("a", 5, "F"),
      notification("other"),
      changeOf("a", 6, "G"),
      changeOf("a", 7, 8 as never),
      changeOf("a", 8, "H"),
    ];
    const input = messages.map((message) => frame(JSON.stringify(message))).join("");
    expect((await readAll(input)).slice(0, -1)).toEqual([changeOf("a", 3, "A", "B", "C", "D"), ...messages.slice(3)]);
  });

  it("tells whether others came with a message", async () => {
    const stream = new PassThrough();
    const reader = new StdioReader(stream, () => undefined);
    const crowded: boolean[] = [];
    reader.listen(() => void crowded.push(reader.isCrowded));
    const one = frame(JSON.stringify(notification("one")));
    for (const chunk of [one, one + one, one]) {
      stream.write(chunk);
      await new Promise(setImmediate);
    }
    expect(crowded).toEqual([false, true, true, false]);
  });

  it("is written to in whole messages, of bytes as their header says", async () => {
    const stream = new PassThrough({ highWaterMark: 1 << 20 });
    const messages = ["é😀", "é😀", "é😀".repeat(3000), "a"].map((text) => notification("words", { text }));
    for (const message of messages) await new StdioWriter(stream).write(message);
    expect(takeAll([stream.read()])).toEqual({ messages, refused: [] });
  });

  it("is told the same findings in the same words, wherever else the message differs", async () => {
    const stream = new PassThrough({ highWaterMark: 1 << 20 });
    const writer = new StdioWriter(stream);
    const few = [{ message: 'Unexpected "[]é😀"' }];
    const many = Array.from({ length: 500 }, (_, index) => ({ message: `Unexpected "é😀" ${index}` }));
    const messages = [
      { uri: 'é"[]', version: 1, diagnostics: few },
      { uri: 'é"[]', version: 2, diagnostics: few },
      { uri: "b", diagnostics: few },
      { uri: "b", version: 3, diagnostics: many },
      { uri: "b", version: 4, diagnostics: many },
    ].map((params) => notification("textDocument/publishDiagnostics", params));
    for (const message of messages) await writer.write(message);
    expect(takeAll([stream.read()])).toEqual({ messages, refused: [] });
  });

  it("that cannot be written to fails the write, not the process", async () => {
    const stream = new PassThrough();
    const writer = new StdioWriter(stream);
    stream.destroy(new Error("gone"));
    await expect(writer.write(notification("good"))).rejects.toThrow();
  });
});
