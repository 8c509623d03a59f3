import { type Disposable, type ExtensionContext, type TextDocument, Uri, window, workspace } from "vscode";
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from "vscode-languageclient";
import {
  addLabelCommand,
  disableRuleCommand,
  explainRuleCommand,
  type InitializationOptions,
  listFolderMethod,
  readFileMethod,
} from "../../server/src/lsp/protocol";
import { Caret } from "./caret";
import { registerCommands, tellStopped } from "./commands";
import { hasConfiguration, isServed, needsServer, serverSelector } from "./documents";
import { listFolder, readFile } from "./files";
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
    createServer: (lost) => {
      const server = createServer({
        documentSelector: serverSelector(),
        outputChannel: output,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        initializationOptions: initializationOptions(context),
        initializationFailedHandler: () => false,
        errorHandler: errorHandler(lost),
      });
      server.client.onRequest(listFolderMethod, listFolder);
      server.client.onRequest(readFileMethod, readFile);
      return server;
    },
    changed: () => update(),
    stopped: () => void tellStopped(),
    log: (message) => output.error(message),
    now: Date.now,
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
    ...registerCommands(session, output, rulePages(context)),
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeTextEditorSelection(() => caret.update(window.activeTextEditor)),
    workspace.onDidCloseTextDocument((document) => session.forget(document.uri.toString())),
    startAtFirstNote(session),
  );
  update();
}

/** Leaves it to the session whether a server is started again, and whether the user hears of it. */
function errorHandler(lost: () => void): ErrorHandler {
  return {
    error: (_error, _message, count) => {
      // Without a count it is the transport itself that broke, such as a worker that threw.
      if (count === undefined) lost();
      return { action: ErrorAction.Continue, handled: true };
    },
    closed: () => ({
      action: CloseAction.DoNotRestart,
      handled: true,
      message: "The connection to the server is closed",
    }),
  };
}

/** The folder that holds the rules' pages. */
function rulePages({ extensionUri }: ExtensionContext): Uri {
  return Uri.joinPath(extensionUri, "server/docs/rules");
}

function initializationOptions(context: ExtensionContext): InitializationOptions {
  return {
    commands: [addLabelCommand, disableRuleCommand, explainRuleCommand],
    files: true,
    rulePages: rulePages(context).toString(),
  };
}

function startAtFirstNote(session: Session): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isConfigured = false;
  const look = (document: TextDocument): void => {
    if (session.state !== "idle") return;
    if (needsServer(document) || (isConfigured && isServed(document))) session.start();
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
  void hasConfiguration().then((isFound) => {
    isConfigured = isFound;
    workspace.textDocuments.forEach(look);
  });
  return {
    dispose: () => {
      clearTimeout(timer);
      for (const listener of listeners) listener.dispose();
    },
  };
}
