import type { Disposable, TextDocuments } from "vscode-languageserver";
import type { NoteService } from "../service";
import type { Rosters } from "../workspace/rosters";
import type { DocumentSettings } from "./documentSettings";
import type { EditedLines } from "./editedLines";
import { type GroupFiles, isConfiguration } from "./groupFiles";
import { TextDocumentSaveReason } from "./library";
import type { Link } from "./link";
import type { OpenDocument } from "./openDocument";
import { type CaretMessage, caretMethod } from "./protocol";
import type { Publisher } from "./publisher";

/** The documents that the client has open, and what is kept of each. */
export interface Kept {
  readonly texts: TextDocuments<OpenDocument>;
  readonly settings: DocumentSettings;
  readonly service: NoteService;
  readonly editedLines: EditedLines;
  readonly rosters: Rosters;
  readonly groupFiles: GroupFiles;
  readonly publisher: Publisher;
  /** Shows what is to be said of these documents by now. */
  readonly showAnew: (uris: readonly string[]) => void;
}

/** Goes along with documents as they are opened, changed, saved and closed. */
export function followDocuments(link: Link, kept: Kept): Disposable[] {
  const { texts, settings, service, editedLines, rosters, groupFiles, publisher, showAnew } = kept;
  // A client that opens a document twice starts it anew.
  texts.onDidOpen(({ document: { uri } }) => {
    for (const owner of [service, editedLines]) owner.forget(uri);
    groupFiles.opened(uri);
    // They are asked for before anything else is done: until they come, there is time to read.
    if (!isConfiguration(uri)) link.run("settings", () => settings.load(uri));
  });
  // Before anything is published: which line is being written decides what of it is.
  const caret = link.client.hearsOfLateDiagnostics ? followWriting(link, kept) : [];
  texts.onDidChangeContent(({ document }) => {
    groupFiles.edited(document.uri);
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
  return [texts.listen(link.connection), ...caret];
}

/** Finds out which line of each document is being written. */
function followWriting({ connection }: Link, { texts, editedLines }: Kept): Disposable[] {
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
export function followFiles({ connection }: Link, { texts, rosters, groupFiles }: Kept): Disposable[] {
  const changed = (uris: readonly string[]): void => {
    rosters.filesChanged(uris);
    groupFiles.filesChanged(uris);
  };
  return [
    texts.onDidSave(({ document: { uri } }) => changed([uri])),
    connection.onDidChangeWatchedFiles(({ changes }) => changed(changes.map(({ uri }) => uri))),
  ];
}
