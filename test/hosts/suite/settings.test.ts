import * as vscode from "vscode";
import { expectSame } from "./expect";
import { rawNote } from "./fixtures";
import { closeAll, eventually, findings, findingsOf, open, ownersNote, set } from "./support";

describe("Settings and the server", () => {
  afterEach(async () => {
    await closeAll();
    for (const setting of ["rules", "enable", "turns.form"]) await set(setting, undefined);
  });

  it("turn a rule off, and on again", async () => {
    const note = await open(ownersNote);
    await findingsOf(note, "speaker-unknown");
    await set("rules", { "speaker-unknown": "off" });
    await eventually("the findings are gone", () => findings(note, "speaker-unknown").length === 0);
    await set("rules", undefined);
    expectSame((await findingsOf(note, "speaker-unknown")).length, 3, "number of findings");
  });

  it("change a rule's severity", async () => {
    const note = await open(ownersNote);
    await set("rules", { "speaker-unknown": "error" });
    await eventually("the findings are errors", () => {
      const found = findings(note, "speaker-unknown");
      return found.length === 3 && found.every(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    });
  });

  it("turn everything off", async () => {
    const note = await open(ownersNote);
    await findingsOf(note, "speaker-unknown");
    await set("enable", false);
    await eventually("the findings are gone", () => findings(note).length === 0);
  });

  it("choose the form of turns", async () => {
    await set("turns.form", "bold");
    const note = await open(rawNote);
    await findingsOf(note, "turn-format");
    await vscode.commands.executeCommand("notewright.formatTurns");
    await eventually("the turns are bold", () => note.document.getText().includes("* **Ines:** High"));
  });

  it("bring the findings back after a restart of the server", async () => {
    const note = await open(ownersNote);
    await findingsOf(note, "speaker-unknown");
    const counts: number[] = [];
    const listening = vscode.languages.onDidChangeDiagnostics(() => counts.push(findings(note).length));
    await vscode.commands.executeCommand("notewright.restartServer");
    await eventually(
      "they went and came back",
      () => counts.includes(0) && findings(note, "speaker-unknown").length === 3,
    );
    listening.dispose();
  });
});
