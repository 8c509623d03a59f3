import type { Connection } from "vscode-languageserver";
import { pathOfUri } from "../workspace/seriesFolder";
import type { FolderContent, NoteFiles } from "../workspace/store";
import type { Client } from "./client";
import { type FileMessage, listFolderMethod, readFileMethod } from "./protocol";
import { entriesOf } from "./shapes";

/** A document that the client has open. */
interface OpenText {
  readonly uri: string;
  readonly text: string;
}

/** The files beside the open documents: what is open wins over the disk, and the host over the client. */
export function siblingFiles(
  connection: Connection,
  client: Client,
  ofHost: NoteFiles | undefined,
  open: () => readonly OpenText[],
): NoteFiles {
  const ofClient = client.readsFiles ? filesOfClient(connection) : noFiles;
  const filesFor = (uri: string): NoteFiles => (ofHost && /^file:/i.test(uri) ? ofHost : ofClient);
  return {
    list: (folder) => filesFor(folder).list(folder),
    read: async (uri, mostBytes) => {
      const path = pathOfUri(uri);
      const document = open().find((one) => pathOfUri(one.uri) === path);
      return document ? document.text : filesFor(uri).read(uri, mostBytes);
    },
  };
}

const nothing: FolderContent = { files: [], folders: [] };

const noFiles: NoteFiles = { list: async () => nothing, read: async () => undefined };

function filesOfClient(connection: Connection): NoteFiles {
  return {
    list: async (uri) => {
      const { files, folders } = entriesOf(
        await connection.sendRequest(listFolderMethod, { uri } satisfies FileMessage),
      );
      return { files: stringsOf(files), folders: stringsOf(folders) };
    },
    read: async (uri, mostBytes) => {
      const text = await connection.sendRequest(readFileMethod, { uri, mostBytes } satisfies FileMessage);
      return typeof text === "string" ? text : undefined;
    },
  };
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
