import * as vscode from "vscode";
import { expectSame, expectTrue } from "./expect";
import { cleanNote, readme } from "./fixtures";
import { closeAll, eventually, extensionId, findings, findingsOf, open, ownersNote, set } from "./support";

describe("Recognition", () => {
  afterEach(async () => {
    await closeAll();
    await set("files", undefined);
  });

  it("stays asleep until a Markdown document is opened", async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    expectTrue(extension !== undefined, "Notewright is not installed");
    await open("nothing\n", "plain.txt");
    expectTrue(!extension.isActive, "It woke up without a Markdown document");
    await open(ownersNote);
    await eventually("Notewright is active", () => extension.isActive);
  });

  it("is silent in a document that is no note", async () => {
    const other = await open(readme, "README.md");
    const note = await open(ownersNote);
    await findingsOf(note, "speaker-unknown");
    expectSame(findings(other), [], "findings in a README");
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      other.document.uri,
      new vscode.Position(6, 3),
    );
    expectSame(hovers.length, 0, "number of hovers in a README");
  });

  it("leaves the language alone", async () => {
    const note = await open(ownersNote);
    await findingsOf(note, "speaker-unknown");
    expectSame(note.document.languageId, "markdown", "language");
  });

  it("finds nothing in a clean note", async () => {
    const clean = await open(cleanNote);
    const owners = await open(ownersNote);
    await findingsOf(owners, "speaker-unknown");
    expectSame(
      findings(clean).map(({ message }) => message),
      [],
      "findings in a clean note",
    );
  });

  it("treats a file as a note when told so", async () => {
    const other = await open(readme.replace("## License", "##License"), "README.md");
    await vscode.commands.executeCommand("notewright.treatAsNote");
    await findingsOf(other, "heading-lost");
  });

  it("treats a note as ordinary Markdown when told so", async () => {
    const note = await open(ownersNote);
    await findingsOf(note, "speaker-unknown");
    await vscode.commands.executeCommand("notewright.ignoreFile");
    await eventually("the findings are gone", () => findings(note).length === 0);
  });
});
