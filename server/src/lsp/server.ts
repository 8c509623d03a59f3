import {
  type Connection,
  DidChangeConfigurationNotification,
  MessageType,
  ShowMessageNotification,
  TextDocuments,
} from "vscode-languageserver";
import { createNoteService } from "../service";
import { capabilitiesFor } from "./capabilities";
import { type Client, readClient } from "./client";
import { DocumentSettings } from "./documentSettings";
import { guard, type Log } from "./guard";
import { OpenDocument } from "./openDocument";
import { verdictMethod } from "./protocol";
import { Publisher } from "./publisher";
import { answerRequests, type Ready } from "./requests";

/** What the server needs of the machine that it runs on. */
export interface Host {
  /** The version of Notewright. */
  readonly version: string;
  /** Runs the task some milliseconds later; answers what calls it off. */
  later(task: () => void, milliseconds: number): () => void;
}

/** Runs a task of which nobody waits for the end; a failure is logged under the name. */
type Run = (name: string, task: () => Promise<void>) => void;

/** Serves one client over the connection until it leaves. */
export function startServer(connection: Connection, host: Host): void {
  connection.onInitialize((params) => {
    const client = readClient(params);
    serve(connection, client, host);
    return { capabilities: capabilitiesFor(client), serverInfo: { name: "Notewright", version: host.version } };
  });
  connection.listen();
}

function serve(connection: Connection, client: Client, host: Host): void {
  const log: Log = (line) => connection.console.error(line);
  const run: Run = (name, task) => void guard(name, undefined, log, task);
  const settings = newSettings(connection, client, log, run);
  const service = createNoteService({
    store: settings,
    log: (line) => connection.console.info(line),
    client: client.facts,
  });
  const documents = new TextDocuments(OpenDocument);
  const ready: Ready = async (uri) => {
    if (documents.get(uri)) await settings.load(uri);
    return documents.get(uri);
  };
  const publisher = new Publisher(service, {
    ready,
    sendVerdict: (message) => connection.sendNotification(verdictMethod, message),
    ...(!client.pullsDiagnostics && { sendDiagnostics: (params) => connection.sendDiagnostics(params) }),
    later: host.later,
    run,
  });
  documents.onDidChangeContent(({ document }) => publisher.changed(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    publisher.forget(uri);
    settings.forget(uri);
    service.forget(uri);
  });
  documents.listen(connection);
  followSettings(connection, client, run, settings, () => {
    for (const uri of documents.keys()) publisher.publish(uri);
    if (client.pullsDiagnostics && client.refreshesDiagnostics) {
      run("refresh", () => connection.languages.diagnostics.refresh());
    }
  });
  answerRequests(connection, service, ready, log);
}

function newSettings(connection: Connection, client: Client, log: Log, run: Run): DocumentSettings {
  const ask = (uri: string): Promise<unknown> =>
    guard("configuration", undefined, log, () =>
      connection.workspace.getConfiguration({ scopeUri: uri, section: "notewright" }),
    );
  const complain = (message: string): void =>
    run("showMessage", () =>
      connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }),
    );
  return new DocumentSettings({ ...(client.answersSettings && { ask }), complain }, client.settings, client.folders);
}

function followSettings(
  connection: Connection,
  client: Client,
  run: Run,
  settings: DocumentSettings,
  changed: () => void,
): void {
  connection.onDidChangeConfiguration((params) => {
    settings.change((params.settings as { notewright?: unknown } | null | undefined)?.notewright);
    changed();
  });
  connection.onInitialized(() => {
    if (client.registersSettings) {
      run("register", async () => {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: "notewright" });
      });
    }
    if (!client.tellsFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const uriOf = (folder: { uri: string }): string => folder.uri;
      settings.changeFolders(added.map(uriOf), removed.map(uriOf));
      changed();
    });
  });
}
