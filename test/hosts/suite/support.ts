// One helper for each kind of thing that the tests do with VS Code.
import * as vscode from "vscode";
import ownersNote from "../../../seeds/2023-08-08-sig-guest-languages.md";
import { readMarks } from "../../support/markedText";

export { ownersNote };

/** Notewright's id. */
export const extensionId = "notewright.notewright";

/** A document in an editor. */
export interface OpenFile {
  readonly document: vscode.TextDocument;
  readonly editor: vscode.TextEditor;
  /** Where the mark `‸` stood, else the start. */
  readonly caret: vscode.Position;
}

/** Tells the runner which extension is under test, by the place that it was loaded from. */
export function announceExtension(): void {
  console.log(`Extension under test: ${vscode.extensions.getExtension(extensionId)?.extensionUri ?? "none"}`);
}

/** A folder that no other test knows. */
function newFolder(): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), crypto.randomUUID());
}

/** Writes files, by name, into a folder; answers the folder. */
export async function write(files: Readonly<Record<string, string>>, folder = newFolder()): Promise<vscode.Uri> {
  for (const [name, text] of Object.entries(files)) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
  }
  return folder;
}

/** Writes a new file and opens it, the caret at the mark `‸`; its folder is its own, so that tests do not meet. */
export async function open(marked: string, name = "note.md", folder = newFolder()): Promise<OpenFile> {
  const { text, carets } = readMarks(marked);
  const uri = vscode.Uri.joinPath(await write({ [name]: text }, folder), name);
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const caret = document.positionAt(carets[0] ?? 0);
  editor.selection = new vscode.Selection(caret, caret);
  return { document, editor, caret };
}

/** Saves what tests changed, without which VS Code would ask, and closes every editor. */
export async function closeAll(): Promise<void> {
  await vscode.workspace.saveAll(false);
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** Asks again and again, until there is an answer; fails after 20 seconds. */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | false | Thenable<T | undefined | false>,
): Promise<T> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The findings shown in a document, of one rule if it is given. */
export function findings({ document }: OpenFile, rule?: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((found) => rulePage(found) !== undefined && (rule === undefined || ruleOf(found) === rule));
}

/** Waits until a document shows findings of a rule, and answers all of that rule. */
export function findingsOf(file: OpenFile, rule: string): Promise<vscode.Diagnostic[]> {
  return eventually(`there is a ${rule}`, () => {
    const found = findings(file, rule);
    return found.length > 0 && found;
  });
}

/** The id of a finding's rule. */
export function ruleOf({ code }: vscode.Diagnostic): string | undefined {
  return typeof code === "object" ? String(code.value) : undefined;
}

/** Where a finding's code leads. */
export function rulePage({ code }: vscode.Diagnostic): vscode.Uri | undefined {
  return typeof code === "object" ? code.target : undefined;
}

/** The text that a finding or a symbol covers. */
export function textAt({ document }: OpenFile, range: vscode.Range): string {
  return document.getText(range);
}

/** Waits until code actions are offered for a range, of one kind and those below it. */
export async function actionsAt(
  { document }: OpenFile,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const command = "vscode.executeCodeActionProvider";
  // VS Code answers that there is nothing, too, where any extension comes to offer actions while it asks.
  return eventually("there are code actions", async () => {
    const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      command,
      document.uri,
      range,
      kind.value,
      100,
    );
    const found = all.filter((action) => action.kind && kind.contains(action.kind));
    return found.length > 0 && found;
  });
}

/** What is offered at the caret, except the words of the document that VS Code itself offers everywhere. */
export async function completionsAt({ document, caret }: OpenFile): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    caret,
  );
  return list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference);
}

/** Applies an action as the user would: its edit, then its command. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit && !(await vscode.workspace.applyEdit(action.edit))) throw new Error(`Not applied: ${action.title}`);
  if (action.command) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}

/** Changes one of Notewright's settings for the workspace; `undefined` takes it back. */
export async function set(setting: string, value: unknown): Promise<void> {
  const target = vscode.ConfigurationTarget.Workspace;
  await vscode.workspace.getConfiguration("notewright", workspaceFolder()).update(setting, value, target);
}

function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("The tests need a folder");
  return folder.uri;
}
