import {
  type CodeAction,
  commands,
  type Disposable,
  type LogOutputChannel,
  type TextEditor,
  Uri,
  type WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import {
  addLabelCommand,
  disableRuleCommand,
  type ExplainRuleArguments,
  explainRuleCommand,
} from "../../server/src/lsp/protocol";
import { createConfiguration } from "./createConfiguration";
import { addLabel, chooseForActiveFile, disableRule } from "./overrides";
import type { Session } from "./session";

/** Registers every command that package.json declares, and those that code actions call. */
export function registerCommands(session: Session, output: LogOutputChannel, rulePages: Uri): Disposable[] {
  return [
    commands.registerCommand("notewright.formatTurns", () => formatTurns("note")),
    commands.registerCommand("notewright.formatTurnsInTopic", () => formatTurns("topic")),
    commands.registerCommand("notewright.formatTurnsInSelection", () =>
      formatTurns(window.activeTextEditor?.selection.isEmpty === false ? "selection" : "line"),
    ),
    commands.registerCommand("notewright.fixAll", () =>
      applyCodeAction("source.fixAll.notewright", "There is nothing to fix automatically"),
    ),
    commands.registerCommand("notewright.treatAsNote", () => chooseForActiveFile("note")),
    commands.registerCommand("notewright.ignoreFile", () => chooseForActiveFile("ignore")),
    commands.registerCommand("notewright.createConfiguration", (folder?: Uri) => createConfiguration(session, folder)),
    commands.registerCommand("notewright.restartServer", () => session.restart()),
    commands.registerCommand("notewright.showOutput", () => output.show()),
    commands.registerCommand(addLabelCommand, addLabel),
    commands.registerCommand(disableRuleCommand, disableRule),
    commands.registerCommand(explainRuleCommand, ({ rule }: ExplainRuleArguments) =>
      commands.executeCommand("markdown.showPreview", Uri.joinPath(rulePages, `${rule}.md`)),
    ),
  ];
}

/** Tells the user that the server is not started again, and offers what helps. */
export async function tellStopped(): Promise<void> {
  const offers = [
    { title: "Restart", command: "notewright.restartServer" },
    { title: "Show Output", command: "notewright.showOutput" },
  ];
  const message = "Notewright's server crashed too often and is not started again.";
  const choice = await window.showErrorMessage(message, ...offers);
  if (choice) await commands.executeCommand(choice.command);
}

function formatTurns(scope: "line" | "selection" | "topic" | "note"): Promise<void> {
  return applyCodeAction(`refactor.rewrite.notewright.turns.${scope}`, "There is no speaker turn to format");
}

/** How long a message stays in the status bar, in milliseconds. */
const reading = 5000;

// Not by `editor.action.codeAction`: VS Code forgets it when the lightbulb is due while it waits for the server.
async function applyCodeAction(kind: string, otherwise: string): Promise<void> {
  const editor = window.activeTextEditor;
  // VS Code answers that there is nothing, too, where any extension comes to offer actions while it asks.
  const edit = editor && ((await findEdit(editor, kind)) ?? (await findEdit(editor, kind)));
  if (edit) await workspace.applyEdit(edit);
  else window.setStatusBarMessage(otherwise, reading);
}

async function findEdit({ document, selection }: TextEditor, kind: string): Promise<WorkspaceEdit | undefined> {
  const command = "vscode.executeCodeActionProvider";
  const actions = await commands.executeCommand<CodeAction[] | undefined>(command, document.uri, selection, kind);
  return actions?.find((action) => action.edit)?.edit;
}
