import { commands, type Disposable, type LogOutputChannel, window } from "vscode";
import { addLabelCommand } from "../../server/src/lsp/protocol";
import { addLabel, chooseForActiveFile } from "./overrides";
import type { Session } from "./session";

const turnsKind = "refactor.rewrite.notewright.turns";

/** Registers every command that package.json declares, and those that code actions call. */
export function registerCommands(session: Session, output: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand("notewright.formatTurns", () => applyCodeAction(`${turnsKind}.note`)),
    commands.registerCommand("notewright.formatTurnsInTopic", () => applyCodeAction(`${turnsKind}.topic`)),
    commands.registerCommand("notewright.formatTurnsInSelection", () =>
      applyCodeAction(`${turnsKind}.${window.activeTextEditor?.selection.isEmpty === false ? "selection" : "line"}`),
    ),
    commands.registerCommand("notewright.fixAll", () => applyCodeAction("source.fixAll.notewright")),
    commands.registerCommand("notewright.treatAsNote", () => chooseForActiveFile("note")),
    commands.registerCommand("notewright.ignoreFile", () => chooseForActiveFile("ignore")),
    commands.registerCommand("notewright.restartServer", () => session.restart()),
    commands.registerCommand("notewright.showOutput", () => output.show()),
    commands.registerCommand(addLabelCommand, addLabel),
  ];
}

/** Applies the first code action of the kind in the active editor; where there is none, VS Code says so. */
async function applyCodeAction(kind: string): Promise<void> {
  await commands.executeCommand("editor.action.codeAction", { kind, apply: "first" });
}
