import { ConfigurationTarget, type TextDocument, Uri, window, workspace } from "vscode";
import type { AddLabelArguments, DisableRuleArguments } from "../../server/src/lsp/protocol";
import { type FileChoice, settingsPath } from "./documents";

/** Writes the user's choice for the file of the active editor into `notewright.files`. */
export async function chooseForActiveFile(choice: FileChoice): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== "markdown") {
    await window.showInformationMessage("Open the Markdown file that you mean, then try again.");
    return;
  }
  if (document.isUntitled) {
    await window.showInformationMessage("Save the file first: your choice is kept with its path.");
    return;
  }
  await chooseForFile(document, choice);
}

async function chooseForFile(document: TextDocument, choice: FileChoice): Promise<void> {
  await addEntry(document.uri, "files", settingsPath(document), choice);
}

/** Turns a rule off in `notewright.rules`, for the folder that holds the document. */
export async function disableRule({ uri, rule }: DisableRuleArguments): Promise<void> {
  await addEntry(Uri.parse(uri), "rules", rule, "off");
}

/** Sets an entry of a setting that is an object; VS Code merges those of all targets. */
async function addEntry(resource: Uri, setting: "files" | "rules", key: string, value: string): Promise<void> {
  const target = targetFor(resource);
  const settings = workspace.getConfiguration("notewright", resource);
  const written = settings.inspect<Record<string, string>>(setting);
  const entries = {
    [ConfigurationTarget.Global]: written?.globalValue,
    [ConfigurationTarget.Workspace]: written?.workspaceValue,
    [ConfigurationTarget.WorkspaceFolder]: written?.workspaceFolderValue,
  }[target];
  await save(settings.update(setting, { ...entries, [key]: value }, target));
}

/** Adds a label that is no speaker to `notewright.labels`, as it holds for the document. */
export async function addLabel({ uri, label }: AddLabelArguments): Promise<void> {
  const resource = Uri.parse(uri);
  const settings = workspace.getConfiguration("notewright", resource);
  // VS Code does not merge lists: the inner one replaces the outer one, so it starts as a copy.
  const labels = settings.get<string[]>("labels", []);
  if (labels.includes(label)) return;
  await save(settings.update("labels", [...labels, label], targetFor(resource)));
}

/** The settings of the folder that holds the file, of the only folder, or the user's own. */
function targetFor(uri: Uri): ConfigurationTarget {
  if (!workspace.getWorkspaceFolder(uri)) return ConfigurationTarget.Global;
  return workspace.workspaceFile ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace;
}

async function save(update: Thenable<void>): Promise<void> {
  try {
    await update;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await window.showErrorMessage(`Notewright could not write your settings: ${reason}`);
  }
}
