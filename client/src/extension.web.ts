import { type ExtensionContext, Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { activateNotewright } from "./client";

/** Called by a VS Code in a browser when the first Markdown document is opened. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, "dist/server.worker.js").toString(true);
  activateNotewright(context, (options) => {
    const workers: Worker[] = [];
    const startWorker = async (): Promise<MessageTransports> => {
      const worker = new Worker(script);
      // The client hears of it, and nobody is to take it for an error of the whole extension host.
      worker.addEventListener("error", (event) => event.preventDefault());
      workers.push(worker);
      // Not the worker itself: VS Code's nested workers are no instances of Worker, which the client asks for.
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    const client = new LoggingClient("notewright", "Notewright", startWorker, options);
    const dispose = async (): Promise<void> => {
      try {
        await client.dispose();
      } finally {
        // A worker does not end with its connection.
        for (const worker of workers) worker.terminate();
      }
    };
    return { client, dispose };
  });
}

/** Logs errors and shows none: what the user has to know, the session tells. */
class LoggingClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
