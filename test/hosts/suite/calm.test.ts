import * as vscode from "vscode";
import { expectSame } from "./expect";
import { cleanNote } from "./fixtures";
import { closeAll, eventually, findings, findingsOf, open, set, textAt } from "./support";

describe("Calm while typing", () => {
  afterEach(async () => {
    await closeAll();
    await set("calm", undefined);
  });

  it("shows what is wrong on a line that was typed on only when the caret has left it", async () => {
    const note = await open(cleanNote.replace("* Ines: High", "* Mira:‸\n* Ines: High"));
    await findingsOf(note, "turn-empty");
    await note.editor.edit((change) => change.insert(note.caret, " "));
    await eventually("the line is left in peace", () => findings(note, "turn-empty").length === 0);
    note.editor.selection = new vscode.Selection(0, 0, 0, 0);
    const [found] = await findingsOf(note, "turn-empty");
    expectSame(found && textAt(note, found.range).includes("Mira"), true, "the line");
  });

  it("shows what is new only when the note is saved, to a user who wants that", async () => {
    await set("calm", "onSave");
    const note = await open(cleanNote.replace("* Ines: High", "* Mira:\n‸* Ines: High"));
    await findingsOf(note, "turn-empty");
    await note.editor.edit((change) => change.insert(note.caret, "* Teodor:\n"));
    note.editor.selection = new vscode.Selection(0, 0, 0, 0);
    // What has gone shows that the server has answered since.
    await note.editor.edit((change) => change.insert(note.caret.translate(-1, "    * Mira:".length), " Indeed."));
    await eventually("the empty turn is gone", () => findings(note, "turn-empty").length === 0);
    await note.document.save();
    const [found] = await findingsOf(note, "turn-empty");
    expectSame(found && textAt(note, found.range).includes("Teodor"), true, "the line");
  });
});
