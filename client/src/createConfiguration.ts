import { Range, Uri, WorkspaceEdit, window, workspace } from "vscode";
import { type InferenceMessage, type InferredMessage, inferConfigurationMethod } from "../../server/src/lsp/protocol";
import { configurationName } from "./documents";
import type { Session } from "./session";

/** Writes what a folder's notes have in common into its `.notewright.json`; the folder of the active editor, unless given. */
export async function createConfiguration(session: Pick<Session, "ask">, chosen?: Uri): Promise<void> {
  const folder = chosen ?? activeFolder();
  if (!folder) {
    await window.showInformationMessage("Open a note of the folder that you mean, then try again.");
    return;
  }
  const message: InferenceMessage = { folder: folder.toString() };
  const inferred = await session.ask<InferredMessage | null>(inferConfigurationMethod, message).catch(() => undefined);
  if (!inferred) {
    await window.showInformationMessage(
      inferred === null
        ? "There are no two written-up notes of one form in this folder to make a profile from."
        : "Notewright could not look at the folder's notes.",
    );
    return;
  }
  await write(Uri.joinPath(folder, configurationName), inferred.text);
}

function activeFolder(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document && !document.isUntitled ? Uri.joinPath(document.uri, "..") : undefined;
}

/** A file that is there already is changed in its editor alone, and only if the user says so. */
async function write(uri: Uri, text: string): Promise<void> {
  if (!(await exists(uri))) await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  else if (!(await replace(uri, text))) return;
  await window.showTextDocument(uri);
}

async function replace(uri: Uri, text: string): Promise<boolean> {
  const question = `The folder has a ${configurationName} already.`;
  const detail = "You can look at the new content before you save it.";
  const answer = await window.showWarningMessage(question, { modal: true, detail }, "Replace Its Content");
  if (answer === undefined) return false;
  const document = await workspace.openTextDocument(uri);
  const edit = new WorkspaceEdit();
  edit.replace(uri, new Range(document.positionAt(0), document.positionAt(document.getText().length)), text);
  return workspace.applyEdit(edit);
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
