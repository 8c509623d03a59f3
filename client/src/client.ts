import { type Disposable, type ExtensionContext, type TextDocument, Uri, window, workspace } from "vscode";
import { type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import { addLabelCommand, type InitializationOptions } from "../../server/src/lsp/protocol";
import { Caret } from "./caret";
import { registerCommands } from "./commands";
import { needsServer, noteSelector } from "./documents";
import { type ServerHandle, Session } from "./session";
import { Status } from "./status";

/** How long the user must pause, in milliseconds, before what was typed is looked at for signs of a note. */
const pause = 500;

/** Runs Notewright in a window; desktop and web differ in how they create a server. */
export function activateNotewright(
  context: ExtensionContext,
  createServer: (options: LanguageClientOptions) => ServerHandle,
): void {
  const output = window.createOutputChannel("Notewright", { log: true });
  const status = new Status();
  const session = new Session({
    createServer: () =>
      createServer({
        documentSelector: noteSelector(),
        outputChannel: output,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        initializationOptions: initializationOptions(context),
      }),
    changed: () => update(),
    log: (message) => output.error(message),
  });
  const caret = new Caret(session);
  const update = (): void => {
    status.update(session);
    caret.update(window.activeTextEditor);
  };
  context.subscriptions.push(
    output,
    status,
    session,
    ...registerCommands(session, output),
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeTextEditorSelection(() => caret.update(window.activeTextEditor)),
    workspace.onDidCloseTextDocument((document) => session.forget(document.uri.toString())),
    startAtFirstNote(session),
  );
  update();
}

function initializationOptions(context: ExtensionContext): InitializationOptions {
  return {
    commands: [addLabelCommand],
    rulePages: Uri.joinPath(context.extensionUri, "server/docs/rules").toString(),
  };
}

function startAtFirstNote(session: Session): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (document: TextDocument): void => {
    if (session.state === "idle" && needsServer(document)) void session.start();
  };
  const listeners = [
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (session.state !== "idle" || document.languageId !== "markdown") return;
      clearTimeout(timer);
      timer = setTimeout(() => look(document), pause);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("notewright")) workspace.textDocuments.forEach(look);
    }),
  ];
  workspace.textDocuments.forEach(look);
  return {
    dispose: () => {
      clearTimeout(timer);
      for (const listener of listeners) listener.dispose();
    },
  };
}
