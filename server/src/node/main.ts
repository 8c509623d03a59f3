import { formatISO } from "date-fns";
import type { Connection, ResponseMessage } from "vscode-languageserver/node";
import { version } from "../../../package.json";
import type { Host } from "../lsp/link";
import { startServer } from "../lsp/server";
import { createConnection } from "./library";
import { noteFiles } from "./noteFiles";
import { StdioReader, StdioWriter } from "./stdio";
import { warmUp } from "./warmUp";

const usage = `Usage: notewright-language-server (--stdio | --node-ipc | --socket=PORT | --pipe=NAME)

Serves the Language Server Protocol for meeting notes written in Markdown.

  --version  print the version
  --help     print this help
`;

const words = process.argv.slice(2);
if (words.includes("--version")) {
  process.stdout.write(`${version}\n`);
} else if (words.includes("--help")) {
  process.stdout.write(usage);
} else if (!words.some((word) => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(word))) {
  process.stderr.write("notewright-language-server: no way to talk named, see --help\n");
  process.exitCode = 2;
} else {
  // Behind what loads the bundle, and before the first message: a client opens a note as soon as it is answered.
  queueMicrotask(warmUp);
  const { connection, giveWay } = words.includes("--stdio")
    ? overStdio()
    : { connection: createConnection(), giveWay: goLast };
  startServer(connection, { version, today, later, now, giveWay, files: noteFiles });
}

function today(): string {
  return formatISO(new Date(), { representation: "date" });
}

function later(task: () => void, milliseconds: number): () => void {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
}

function now(): number {
  return performance.now();
}

function goLast(): Promise<void> {
  // The connection asks for its turn to take the next message as soon as this one is dealt with, before microtasks run.
  return Promise.resolve().then(() => new Promise((resolve) => setImmediate(resolve)));
}

function overStdio(): Pick<Host, "giveWay"> & { readonly connection: Connection } {
  const writer = new StdioWriter(process.stdout);
  const refuse = (code: number, message: string, id: ResponseMessage["id"]): void => {
    const refusal: ResponseMessage = { jsonrpc: "2.0", id, error: { code, message } };
    // Where not even a refusal can be written, nobody is left to hear of it.
    void writer.write(refusal).catch(() => undefined);
  };
  const reader = new StdioReader(process.stdin, refuse);
  return {
    connection: createConnection(reader, writer),
    giveWay: () => (reader.isCrowded ? goLast() : undefined),
  };
}
