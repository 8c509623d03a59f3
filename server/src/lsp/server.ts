import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  ErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSaveReason,
  TextDocuments,
} from "vscode-languageserver";
import { configurationName } from "../profiles/configuration";
import { createNoteService, type NoteService } from "../service";
import { inferFromFolder } from "../workspace/inferConfiguration";
import type { CheckedFile } from "../workspace/repository";
import { Rosters } from "../workspace/rosters";
import type { NoteFiles, NoteStore } from "../workspace/store";
import { capabilitiesFor } from "./capabilities";
import { type Client, foldersOf, readClient } from "./client";
import { DocumentSettings } from "./documentSettings";
import { EditedLines } from "./editedLines";
import { GroupFiles, isConfiguration } from "./groupFiles";
import { guard, type Log } from "./guard";
import { OpenDocument } from "./openDocument";
import {
  type CaretMessage,
  caretMethod,
  type InferredMessage,
  inferConfigurationMethod,
  verdictMethod,
} from "./protocol";
import { Publisher } from "./publisher";
import { answerRequests, type OpenDocuments } from "./requests";
import { entriesOf } from "./shapes";
import { siblingFiles } from "./siblingFiles";

/** What the server needs of the machine that it runs on. */
export interface Host {
  /** The version of Notewright. */
  readonly version: string;
  /** The day where the user is, `yyyy-MM-dd`. */
  today(): string;
  /** Runs the task some milliseconds later; answers what calls it off. */
  later(task: () => void, milliseconds: number): () => void;
  /** Settles behind the next message that has come in already, if there is one. */
  giveWay(): Promise<void>;
  /** The files that it can reach, by `file:` URIs; absent where it can reach none. */
  readonly files?: NoteFiles;
}

/** Runs a task of which nobody waits for the end; a failure is logged under the name. */
type Run = (name: string, task: () => Promise<void>) => void;

/** Serves one client over the connection, from its `initialize` to its `shutdown`. */
export function startServer(connection: Connection, host: Host): void {
  let phase: Phase = "new";
  let handlers: Disposable[] = [];
  connection.onInitialize((params) => {
    if (phase !== "new") return new ResponseError(ErrorCodes.InvalidRequest, "The server was initialized before");
    const client = readClient(params);
    handlers = serve(connection, client, host);
    phase = "serving";
    return { capabilities: capabilitiesFor(client), serverInfo: { name: "Notewright", version: host.version } };
  });
  connection.onShutdown(() => {
    if (phase !== "serving") return refusalIn(phase, "shutdown");
    for (const handler of handlers) handler.dispose();
    phase = "shut down";
    return undefined;
  });
  connection.onRequest((method) => refusalIn(phase, method));
  connection.listen();
}

type Phase = "new" | "serving" | "shut down";

/** The answer to a request that has no handler in this phase. */
function refusalIn(phase: Phase, method: string): ResponseError<void> {
  switch (phase) {
    case "new":
      return new ResponseError(ErrorCodes.ServerNotInitialized, "The server is not initialized");
    case "serving":
      return new ResponseError(ErrorCodes.MethodNotFound, `There is no method ${method}`);
    case "shut down":
      return new ResponseError(ErrorCodes.InvalidRequest, "The server is shut down");
  }
}

/** Answers what the client asks and says; the handlers do so until they are disposed of. */
function serve(connection: Connection, client: Client, host: Host): Disposable[] {
  const log: Log = (line) => connection.console.error(line);
  // A failure that cannot even be logged is the end of the connection: nobody is left to hear of it.
  const run: Run = (name, task) => void guard(name, undefined, log, task).catch(() => undefined);
  const texts = new TextDocuments(OpenDocument);
  const files = siblingFiles(connection, client, host.files, () => texts.all());
  const groupFiles = new GroupFiles({
    files,
    send: (params) => run("publish", () => connection.sendDiagnostics(params)),
    changed: () => {
      settings.change();
      showAnew(texts.keys());
    },
    later: host.later,
    run,
  });
  const settings = newSettings(connection, client, host, log, run, groupFiles);
  const documents = openDocuments(texts, settings);
  const showAnew = (uris: readonly string[]): void => {
    for (const uri of uris) if (!isConfiguration(uri)) publisher.publish(uri);
    if (client.pullsDiagnostics && client.refreshesDiagnostics) {
      run("refresh", () => connection.languages.diagnostics.refresh());
    }
  };
  const editedLines = new EditedLines({ later: host.later, left: (uri) => showAnew([uri]) });
  const rosters = new Rosters({
    files,
    settingsOf: (uri) => settings.settingsOf(uri),
    changed: showAnew,
    later: host.later,
    run,
  });
  const store: NoteStore = {
    settingsOf: (uri) => settings.settingsOf(uri),
    rosterOf: (uri) => rosters.rosterOf(uri),
  };
  const service = newService(connection, client, store, editedLines);
  const publisher = new Publisher(service, {
    early: documents.early,
    ready: documents.ready,
    sendVerdict: (message) => connection.sendNotification(verdictMethod, message),
    ...(!client.pullsDiagnostics && { sendDiagnostics: (params) => connection.sendDiagnostics(params) }),
    judged: (uri, isNote) => {
      if (isNote && texts.get(uri)) rosters.want(uri);
      else rosters.forget(uri);
    },
    later: host.later,
    giveWay: host.giveWay,
    run,
  });
  // A client that opens a document twice starts it anew.
  texts.onDidOpen(({ document: { uri } }) => {
    for (const owner of [service, editedLines]) owner.forget(uri);
    groupFiles.opened(uri);
    // They are asked for before anything else is done: until they come, there is time to read.
    if (!isConfiguration(uri)) run("settings", () => settings.load(uri));
  });
  const caret = client.hearsOfLateDiagnostics ? followWriting(connection, texts, editedLines) : [];
  texts.onDidChangeContent(({ document }) => {
    groupFiles.filesChanged([document.uri]);
    if (!isConfiguration(document.uri)) publisher.changed(document);
  });
  texts.onDidSave(({ document }) => {
    if (!isConfiguration(document.uri) && service.saved(document)) showAnew([document.uri]);
  });
  texts.onDidClose(({ document: { uri } }) => {
    for (const owner of [settings, service, editedLines, rosters, groupFiles]) owner.forget(uri);
    if (!isConfiguration(uri)) publisher.forget(uri);
    rosters.filesChanged([uri]);
  });
  return [
    texts.listen(connection),
    ...caret,
    ...followFiles(connection, texts, (uris) => {
      rosters.filesChanged(uris);
      groupFiles.filesChanged(uris);
    }),
    ...followSettings(connection, client, run, settings, () => showAnew(texts.keys())),
    ...answerRequests(connection, service, documents, log),
    connection.onRequest(inferConfigurationMethod, (params) =>
      guard<InferredMessage | null>("inferConfiguration", null, log, async () => {
        const { folder } = entriesOf(params);
        return typeof folder === "string" ? ((await inferFromFolder(folder, files)) ?? null) : null;
      }),
    ),
  ];
}

function openDocuments(texts: TextDocuments<OpenDocument>, settings: DocumentSettings): OpenDocuments {
  const noteAt = (uri: string): OpenDocument | undefined => (isConfiguration(uri) ? undefined : texts.get(uri));
  return {
    newest: (uri) => noteAt(uri),
    early: (uri) => (settings.isFirstAwaited(uri) ? noteAt(uri) : undefined),
    ready: async (uri) => {
      if (noteAt(uri)) await settings.load(uri);
      return noteAt(uri);
    },
  };
}

/** The service as this client sees it: diagnostics wait until their line is written. */
function newService(connection: Connection, client: Client, store: NoteStore, editedLines: EditedLines): NoteService {
  const log = (line: string): void => connection.console.info(line);
  const service = createNoteService({ store, log, client: client.facts });
  return { ...service, diagnostics: (document) => service.diagnostics(document, editedLines.lineOf(document.uri)) };
}

/** Finds out which line of each document is being written. */
function followWriting(
  connection: Connection,
  texts: TextDocuments<OpenDocument>,
  editedLines: EditedLines,
): Disposable[] {
  texts.onDidChangeContent(({ document }) => editedLines.changed(document));
  // An editor that saves by itself says nothing of its user.
  const savedByItself = new Set<string>();
  texts.onWillSave(({ document: { uri }, reason }) => {
    if (reason === TextDocumentSaveReason.AfterDelay) savedByItself.add(uri);
    else savedByItself.delete(uri);
  });
  texts.onDidSave(({ document: { uri } }) => {
    if (!savedByItself.delete(uri)) editedLines.saved(uri);
  });
  texts.onDidClose(({ document: { uri } }) => savedByItself.delete(uri));
  return [
    connection.onNotification(caretMethod, ({ uri, line }: CaretMessage) => {
      if (texts.get(uri) && (line === null || Number.isInteger(line))) editedLines.caretAt(uri, line);
    }),
  ];
}

/** Hears of files that are created, changed or deleted, and of documents that are saved. */
function followFiles(
  connection: Connection,
  texts: TextDocuments<OpenDocument>,
  changed: (uris: readonly string[]) => void,
): Disposable[] {
  return [
    texts.onDidSave(({ document: { uri } }) => changed([uri])),
    connection.onDidChangeWatchedFiles(({ changes }) => changed(changes.map(({ uri }) => uri))),
  ];
}

function newSettings(
  connection: Connection,
  client: Client,
  host: Host,
  log: Log,
  run: Run,
  groupFiles: GroupFiles,
): DocumentSettings {
  const ask = (uri: string): Promise<unknown> =>
    guard("configuration", undefined, log, () =>
      connection.workspace.getConfiguration({ scopeUri: uri, section: "notewright" }),
    );
  const complain = (message: string): void =>
    run("showMessage", () =>
      connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }),
    );
  const source = {
    ...(client.answersSettings && { ask }),
    formOf: (uri: string) => groupFiles.formOf(uri),
    checked: (uri: string, files: readonly CheckedFile[]) => groupFiles.setChecked(uri, files),
    complain,
    today: () => host.today(),
  };
  return new DocumentSettings(source, client.settings, client.folders);
}

function followSettings(
  connection: Connection,
  client: Client,
  run: Run,
  settings: DocumentSettings,
  changed: () => void,
): Disposable[] {
  return [
    connection.onDidChangeConfiguration((params) => {
      settings.change(entriesOf(entriesOf(params).settings).notewright);
      changed();
    }),
    connection.onInitialized(() => {
      if (client.registersSettings) {
        run("register", async () => {
          await connection.client.register(DidChangeConfigurationNotification.type, { section: "notewright" });
        });
      }
      if (client.registersFiles) {
        run("register", async () => {
          const watchers = [{ globPattern: "**/*.{md,markdown}" }, { globPattern: `**/${configurationName}` }];
          await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
        });
      }
      if (!client.tellsFolders) return;
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        settings.changeFolders(foldersOf(added), foldersOf(removed));
        changed();
      });
    }),
  ];
}
