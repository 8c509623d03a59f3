import { languages, RelativePattern, type TextDocument, workspace } from "vscode";
import { maybeNote } from "../../server/src/lsp/protocol";

/** What a user says of a file in the setting `notewright.files`. */
export type FileChoice = "note" | "ignore";

/**
 * Markdown that a user writes: on disk, not saved yet, or in a folder of the workspace, virtual ones too.
 * Versions of the past, outputs, notebook cells and comments have other schemes.
 */
export function noteSelector(): { language: string; scheme: string }[] {
  const folders = workspace.workspaceFolders ?? [];
  const schemes = new Set(["file", "untitled", ...folders.map((folder) => folder.uri.scheme)]);
  return [...schemes].map((scheme) => ({ language: "markdown", scheme }));
}

/** The name of the file in which a repository says how its notes are written. */
export const configurationName = ".notewright.json";

/** What the server is told of: notes, and what says how they are written. */
export function serverSelector(): { language?: string; scheme: string; pattern?: string }[] {
  const notes = noteSelector();
  return [...notes, ...notes.map(({ scheme }) => ({ scheme, pattern: `**/${configurationName}` }))];
}

/** Whether a workspace has files that say how notes are written: what looks like none may be one. */
export async function hasConfiguration(): Promise<boolean> {
  return (await workspace.findFiles(`**/${configurationName}`, "**/node_modules/**", 1)).length > 0;
}

/** Whether the server has something to say of the document once it runs. */
export function isServed(document: TextDocument): boolean {
  return languages.match(serverSelector(), document) > 0;
}

/** Whether the server should be started for the document: it says how notes are written, it looks like a note, or the user says that it is one. */
export function needsServer(document: TextDocument): boolean {
  if (!isServed(document)) return false;
  if (document.uri.path.endsWith(`/${configurationName}`)) return true;
  const settings = workspace.getConfiguration("notewright", document.uri);
  if (!settings.get("enable", true)) return false;
  const choice = choiceFor(document, settings.get<Record<string, FileChoice>>("files", {}));
  return choice === "note" || (choice === undefined && maybeNote(document.getText()));
}

function choiceFor(document: TextDocument, files: Readonly<Record<string, FileChoice>>): FileChoice | undefined {
  const own = files[settingsPath(document)];
  if (own) return own;
  const folder = workspace.getWorkspaceFolder(document.uri);
  const glob = Object.keys(files).findLast(
    (pattern) => languages.match({ pattern: folder ? new RelativePattern(folder, pattern) : pattern }, document) > 0,
  );
  return glob === undefined ? undefined : files[glob];
}

/** The key of a document in `notewright.files`: its path within the workspace folder, or else its whole path. */
export function settingsPath(document: TextDocument): string {
  const isInFolder = workspace.getWorkspaceFolder(document.uri) !== undefined;
  return isInFolder ? workspace.asRelativePath(document.uri, false) : document.uri.path;
}
