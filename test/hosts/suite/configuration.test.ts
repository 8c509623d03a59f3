import * as vscode from "vscode";
import { expectMatch, expectSame, expectTrue } from "./expect";
import { cleanNote } from "./fixtures";
import { closeAll, eventually, findings, findingsOf, open, write } from "./support";

const note = cleanNote.replace("Ines: High", "Juno: High").replace("Ines: I will", "Juno: I will");
const loud = '{\n  // ours\n  "rules": { "speaker-unknown": "loud" }\n}\n';

describe("A repository that says how its notes are written", () => {
  afterEach(closeAll);

  it("by nothing: a note is checked as it looks", async () => {
    const file = await open(note);
    const [found] = await findingsOf(file, "speaker-unknown");
    expectSame(found?.severity, vscode.DiagnosticSeverity.Information, "severity");
  });

  it("by a configuration, which holds at once as it is changed", async () => {
    const folder = await write({ ".notewright.json": '{ "rules": { "speaker-unknown": "error" } }' });
    const file = await open(note, "2023-09-05.md", folder);
    const [found] = await findingsOf(file, "speaker-unknown");
    expectSame(found?.severity, vscode.DiagnosticSeverity.Error, "severity");
    await write({ ".notewright.json": '{ "labels": ["Juno"] }' }, folder);
    await eventually("nothing is found", () => findings(file).length === 0);
  });

  it("by a broken configuration: the mistake is shown at its place, open or not", async () => {
    const folder = await write({ ".notewright.json": loud });
    const uri = vscode.Uri.joinPath(folder, ".notewright.json");
    const file = await open(note, "2023-09-05.md", folder);
    await findingsOf(file, "speaker-unknown");
    const mistake = await mistakeIn(uri);
    expectMatch(mistake.message, /^Unexpected "loud", expected a severity: "error", "warning"/, "message");
    const document = await vscode.workspace.openTextDocument(uri);
    expectSame(document.languageId, "jsonc", "language");
    expectSame(document.getText(mistake.range), '"loud"', "place");
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, mistake.range, '"error"');
    await vscode.workspace.applyEdit(edit);
    await eventually("the note is checked by what stands in the editor", () => {
      return findings(file, "speaker-unknown")[0]?.severity === vscode.DiagnosticSeverity.Error;
    });
    await eventually("the mistake is gone", () => mistakesIn(uri).length === 0);
  });

  it("by a template alone", async () => {
    const template = "## {date} Harbour call\n\n## Action Items\n\n## Agenda\n\n## Updates\n";
    const folder = await write({ "TEMPLATE.md": template });
    const file = await open(cleanNote, "2023-09-05.md", folder);
    await findingsOf(file, "section-order");
  });

  it("by a configuration that is made from its notes", async () => {
    const folder = await write({ "2023-08-01.md": cleanNote, "2023-08-08.md": cleanNote });
    await vscode.commands.executeCommand("notewright.createConfiguration", folder);
    const uri = vscode.Uri.joinPath(folder, ".notewright.json");
    expectSame(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString(), "file shown");
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    expectMatch(text, /^\{\n {2}\/\/ Made from 2 notes.*\n {2}"extends": "attendee-table",/, "content");
    const file = await open(cleanNote, "2023-09-05.md", folder);
    await eventually("it is known as a note without findings", () => findings(file).length === 0);
    expectTrue(mistakesIn(uri).length === 0, "The configuration has mistakes");
  });
});

function mistakesIn(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Notewright");
}

function mistakeIn(uri: vscode.Uri): Promise<vscode.Diagnostic> {
  return eventually("a mistake is shown", () => mistakesIn(uri)[0]);
}
