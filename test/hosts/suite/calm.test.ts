import * as vscode from "vscode";
import { expectSame } from "./expect";
import { cleanNote } from "./fixtures";
import { closeAll, eventually, findings, findingsOf, open, textAt } from "./support";

describe("Calm while typing", () => {
  afterEach(closeAll);

  it("shows what is wrong on a line that was typed on only when the caret has left it", async () => {
    const note = await open(cleanNote.replace("* Ines: High", "* Mira:‸\n* Ines: High"));
    await findingsOf(note, "turn-empty");
    await note.editor.edit((change) => change.insert(note.caret, " "));
    await eventually("the line is left in peace", () => findings(note, "turn-empty").length === 0);
    note.editor.selection = new vscode.Selection(0, 0, 0, 0);
    const [found] = await findingsOf(note, "turn-empty");
    expectSame(found && textAt(note, found.range).includes("Mira"), true, "the line");
  });
});
