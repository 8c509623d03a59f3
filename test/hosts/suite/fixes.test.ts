import * as vscode from "vscode";
import { expectMatch, expectSame, expectTrue } from "./expect";
import { cleanNote, rawNote } from "./fixtures";
import { actionsAt, apply, closeAll, eventually, findings, findingsOf, open, textAt } from "./support";

describe("Fixes", () => {
  afterEach(closeAll);

  it("add an unknown speaker to the attendees, and the finding is gone", async () => {
    const note = await open(cleanNote.replaceAll("* Ines:", "* Oskar:"));
    const [finding] = await findingsOf(note, "speaker-unknown");
    expectTrue(finding !== undefined, "No finding");
    const actions = await actionsAt(note, finding.range, vscode.CodeActionKind.QuickFix);
    const action = actions.find(({ title }) => /attendee/i.test(title));
    expectTrue(action !== undefined, `No fix for attendees among ${actions.map(({ title }) => title).join(", ")}`);
    await apply(action);
    expectMatch(note.document.getText(), /^\| Attending .*Oskar/m, "attendees");
    await eventually("the finding is gone", () => findings(note, "speaker-unknown").length === 0);
  });

  it("correct a misspelt name", async () => {
    const note = await open(cleanNote.replace("* Ines: High", "* Inse: High"));
    const [finding] = await findingsOf(note, "speaker-misspelt");
    expectTrue(finding !== undefined, "No finding");
    expectSame(textAt(note, finding.range), "Inse", "range of the finding");
    const actions = await actionsAt(note, finding.range, vscode.CodeActionKind.QuickFix);
    const action = actions.find(({ title }) => title.includes("Ines"));
    expectTrue(action !== undefined, `No fix to Ines among ${actions.map(({ title }) => title).join(", ")}`);
    await apply(action);
    expectSame(note.document.getText(), cleanNote, "corrected note");
  });

  it("put every turn into the note's form by command", async () => {
    const note = await open(rawNote);
    await findingsOf(note, "turn-format");
    await vscode.commands.executeCommand("notewright.formatTurns");
    await eventually("the turns are formatted", () => note.document.getText() === cleanNote);
  });

  it("put the turn on one line into the note's form by command", async () => {
    const note = await open(rawNote.replace("High water", "High‸ water"));
    await findingsOf(note, "turn-format");
    await vscode.commands.executeCommand("notewright.formatTurnsInSelection");
    await eventually("the line is formatted", () => note.document.getText().includes("* Ines: High"));
    expectMatch(note.document.getText(), /\* \*\*Mira\*\*: Then/, "other turn");
  });

  it("are applied all at once by command, and again change nothing", async () => {
    const note = await open(cleanNote.replace("* Ines: High", "* ines:High"));
    await findingsOf(note, "turn-format");
    await vscode.commands.executeCommand("notewright.fixAll");
    await eventually("the turn is formatted", () => note.document.getText() === cleanNote);
    await eventually("no finding is left", () => findings(note).length === 0);
    await vscode.commands.executeCommand("notewright.fixAll");
    expectSame(note.document.getText(), cleanNote, "text after a second run");
  });
});
