import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { activateNotewright } from "./client";

/** Called by a VS Code with a Node extension host when the first Markdown document is opened. */
export function activate(context: ExtensionContext): void {
  const run = {
    module: Uri.joinPath(context.extensionUri, "dist/server.js").fsPath,
    transport: TransportKind.ipc,
  };
  const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  activateNotewright(context, (options) => {
    const client = new LoggingClient("notewright", "Notewright", { run, debug }, options);
    return { client, dispose: () => client.dispose() };
  });
}

/** Logs errors and shows none: what the user has to know, the session tells. */
class LoggingClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
