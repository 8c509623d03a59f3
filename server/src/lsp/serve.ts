import type { Disposable } from "vscode-languageserver";
import { createNoteService, type NoteService } from "../service";
import { Rosters } from "../workspace/rosters";
import type { NoteStore } from "../workspace/store";
import { followSettings, newSettings } from "./clientSettings";
import type { DocumentSettings } from "./documentSettings";
import { EditedLines } from "./editedLines";
import { followDocuments, followFiles, type Kept } from "./follow";
import { GroupFiles, isConfiguration } from "./groupFiles";
import { TextDocuments } from "./library";
import type { Link } from "./link";
import { OpenDocument } from "./openDocument";
import { verdictMethod } from "./protocol";
import { Publisher } from "./publisher";
import { answerInferring, answerRequests, type OpenDocuments } from "./requests";
import { siblingFiles } from "./siblingFiles";

/** Answers what the client asks and says; the handlers do so until they are disposed of. */
export function serve(link: Link): Disposable[] {
  const { connection, client, host, log, run } = link;
  const texts = new TextDocuments(OpenDocument);
  const files = siblingFiles(connection, client, host.files, () => texts.all());
  const showAnew = (uris: readonly string[]): void => {
    for (const uri of uris) if (!isConfiguration(uri)) publisher.publish(uri);
    if (client.pullsDiagnostics && client.refreshesDiagnostics) {
      run("refresh", () => connection.languages.diagnostics.refresh());
    }
  };
  const showAllAnew = (): void => showAnew(texts.keys());
  const groupFiles = new GroupFiles({
    files,
    send: (params) => run("publish", () => connection.sendDiagnostics(params)),
    changed: () => {
      settings.change();
      showAllAnew();
    },
    later: host.later,
    run,
  });
  const settings = newSettings(link, groupFiles);
  const settingsOf: NoteStore["settingsOf"] = (uri) => settings.settingsOf(uri);
  const editedLines = new EditedLines({ later: host.later, now: host.now, left: (uri) => showAnew([uri]) });
  const rosters = new Rosters({ files, settingsOf, changed: showAnew, later: host.later, run });
  const store: NoteStore = { settingsOf, rosterOf: (uri) => rosters.rosterOf(uri) };
  const service = newService(link, store, editedLines);
  const documents = openDocuments(texts, settings);
  const publisher = newPublisher(link, service, documents, (uri, isNote) => {
    if (isNote && texts.get(uri)) rosters.want(uri);
    else rosters.forget(uri);
  });
  const kept: Kept = { texts, settings, service, editedLines, rosters, groupFiles, publisher, showAnew };
  return [
    ...followDocuments(link, kept),
    ...followFiles(link, kept),
    ...followSettings(link, settings, showAllAnew),
    ...answerRequests(connection, service, documents, log),
    answerInferring(connection, files, log),
  ];
}

function openDocuments(texts: TextDocuments<OpenDocument>, settings: DocumentSettings): OpenDocuments {
  const noteAt = (uri: string): OpenDocument | undefined => (isConfiguration(uri) ? undefined : texts.get(uri));
  const known = (uri: string): OpenDocument | undefined => (settings.isLoaded(uri) ? noteAt(uri) : undefined);
  return {
    newest: (uri) => noteAt(uri),
    early: (uri) => (settings.isFirstAwaited(uri) ? noteAt(uri) : undefined),
    known,
    ready: async (uri) => {
      const document = known(uri);
      if (document || !noteAt(uri)) return document;
      await settings.load(uri);
      return noteAt(uri);
    },
  };
}

/** The service as this client sees it: diagnostics wait until their line is written. */
function newService({ connection, client }: Link, store: NoteStore, editedLines: EditedLines): NoteService {
  const log = (line: string): void => connection.console.info(line);
  const service = createNoteService({ store, log, client: client.facts });
  return { ...service, diagnostics: (document) => service.diagnostics(document, editedLines.lineOf(document.uri)) };
}

/** Publishes what the client does not ask for itself. */
function newPublisher(
  { connection, client, host, run }: Link,
  service: NoteService,
  { known, early, ready }: OpenDocuments,
  judged: (uri: string, isNote: boolean) => void,
): Publisher {
  return new Publisher(service, {
    known,
    early,
    ready,
    sendVerdict: (message) => connection.sendNotification(verdictMethod, message),
    ...(!client.pullsDiagnostics && { sendDiagnostics: (params) => connection.sendDiagnostics(params) }),
    judged,
    later: host.later,
    giveWay: host.giveWay,
    run,
  });
}
