import { FileType, Uri, workspace } from "vscode";
import type { FileMessage, FolderMessage } from "../../server/src/lsp/protocol";

/** What a folder holds, for a server that cannot look itself; nothing where it cannot be read. */
export async function listFolder({ uri }: FileMessage): Promise<FolderMessage> {
  const folder = Uri.parse(uri);
  try {
    const entries = await workspace.fs.readDirectory(folder);
    const urisOf = (type: FileType): string[] =>
      entries
        .filter(([, own]) => own === type)
        .map(([name]) => Uri.joinPath(folder, name).toString())
        .sort();
    return { files: urisOf(FileType.File), folders: urisOf(FileType.Directory) };
  } catch {
    return { files: [], folders: [] };
  }
}

/** The text of a file, for a server that cannot read it itself; null where that is not possible, or it is too long. */
export async function readFile({ uri, mostBytes = Number.POSITIVE_INFINITY }: FileMessage): Promise<string | null> {
  const file = Uri.parse(uri);
  try {
    const { size } = await workspace.fs.stat(file);
    return size > mostBytes ? null : new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return null;
  }
}
