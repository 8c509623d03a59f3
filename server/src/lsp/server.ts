import {
  type Connection,
  DidChangeConfigurationNotification,
  MessageType,
  ShowMessageNotification,
  TextDocumentSaveReason,
  TextDocuments,
} from "vscode-languageserver";
import { createNoteService, type NoteService } from "../service";
import type { NoteStore } from "../workspace/store";
import { capabilitiesFor } from "./capabilities";
import { type Client, readClient } from "./client";
import { DocumentSettings } from "./documentSettings";
import { EditedLines } from "./editedLines";
import { guard, type Log } from "./guard";
import { OpenDocument } from "./openDocument";
import { type CaretMessage, caretMethod, verdictMethod } from "./protocol";
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
  // A failure that cannot even be logged is the end of the connection: nobody is left to hear of it.
  const run: Run = (name, task) => void guard(name, undefined, log, task).catch(() => undefined);
  const settings = newSettings(connection, client, log, run);
  const documents = new TextDocuments(OpenDocument);
  const ready: Ready = async (uri) => {
    if (documents.get(uri)) await settings.load(uri);
    return documents.get(uri);
  };
  const showAnew = (uris: readonly string[]): void => {
    for (const uri of uris) publisher.publish(uri);
    if (client.pullsDiagnostics && client.refreshesDiagnostics) {
      run("refresh", () => connection.languages.diagnostics.refresh());
    }
  };
  const editedLines = new EditedLines({ later: host.later, left: (uri) => showAnew([uri]) });
  const service = newService(connection, client, settings, editedLines);
  const publisher = new Publisher(service, {
    ready,
    sendVerdict: (message) => connection.sendNotification(verdictMethod, message),
    ...(!client.pullsDiagnostics && { sendDiagnostics: (params) => connection.sendDiagnostics(params) }),
    later: host.later,
    run,
  });
  if (client.hearsOfLateDiagnostics) followWriting(connection, documents, editedLines);
  documents.onDidChangeContent(({ document }) => publisher.changed(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    for (const owner of [publisher, settings, service, editedLines]) owner.forget(uri);
  });
  documents.listen(connection);
  followSettings(connection, client, run, settings, () => showAnew(documents.keys()));
  answerRequests(connection, service, ready, log);
}

/** The service as this client sees it: diagnostics wait until their line is written. */
function newService(connection: Connection, client: Client, store: NoteStore, editedLines: EditedLines): NoteService {
  const log = (line: string): void => connection.console.info(line);
  const service = createNoteService({ store, log, client: client.facts });
  return { ...service, diagnostics: (document) => service.diagnostics(document, editedLines.lineOf(document.uri)) };
}

/** Finds out which line of each document is being written. */
function followWriting(connection: Connection, documents: TextDocuments<OpenDocument>, editedLines: EditedLines): void {
  documents.onDidChangeContent(({ document }) => editedLines.changed(document));
  // An editor that saves by itself says nothing of its user.
  const savedByItself = new Set<string>();
  documents.onWillSave(({ document: { uri }, reason }) => {
    if (reason === TextDocumentSaveReason.AfterDelay) savedByItself.add(uri);
    else savedByItself.delete(uri);
  });
  documents.onDidSave(({ document: { uri } }) => {
    if (!savedByItself.delete(uri)) editedLines.saved(uri);
  });
  connection.onNotification(caretMethod, ({ uri, line }: CaretMessage) => {
    if (documents.get(uri)) editedLines.caretAt(uri, line);
  });
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
