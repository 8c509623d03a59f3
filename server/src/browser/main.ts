import { formatISO } from "date-fns";
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { version } from "../../../package.json";
import { startServer } from "../lsp/server";

declare const self: DedicatedWorkerGlobalScope;

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  version,
  today,
  later,
  now,
  giveWay,
});

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

function giveWay(): Promise<void> {
  // The connection asks for its turn to take the next message as soon as this one is dealt with, before microtasks run.
  return new Promise((resolve) => queueMicrotask(() => setTimeout(resolve)));
}
