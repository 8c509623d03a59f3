import * as vscode from "vscode";
import { expectAll, expectMatch, expectSame, expectTrue } from "./expect";
import { cleanNote } from "./fixtures";
import { closeAll, completionsAt, eventually, findingsOf, type OpenFile, open, ownersNote } from "./support";

describe("Writing", () => {
  afterEach(closeAll);

  it("completes attendees at the start of a bullet", async () => {
    const note = await open(ownersNote.replace("* Exceptions\n", "* Exceptions\n    * ‸\n"));
    const labels = (await completions(note)).map(labelOf);
    expectAll(labels, ["Robin", "Calvin", "Joe", "Joel", "Damian", "Brett"], "names");
  });

  it("replaces what is typed of a name, in the note's form", async () => {
    const note = await open(cleanNote.replace("* Tides\n", "* Tides\n    * in‸\n"));
    const item = (await completions(note)).find((found) => labelOf(found) === "Ines");
    expectTrue(item !== undefined, "Ines is not offered");
    const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
    expectSame(range && note.document.getText(range), "in", "replaced text");
    expectSame(item.insertText, "Ines: ", "inserted text");
  });

  it("completes full names in the Note Taker cell", async () => {
    const note = await open(cleanNote.replace("| Note Taker | Mira Solberg", "| Note Taker | ‸"));
    const labels = (await completions(note)).map(labelOf);
    expectSame([...labels].sort(), ["Ines Okafor", "Mira Solberg", "Teodor Banu"], "names");
  });

  it("offers who spoke and is not listed behind a comma in the attendee cell", async () => {
    const note = await open(cleanNote.replace("Ines Okafor", "‸"));
    const labels = (await completions(note)).map(labelOf);
    expectSame(labels, ["Ines"], "names");
  });

  it("offers no name in the midst of a sentence", async () => {
    const note = await open(cleanNote.replace("High water", "High wa‸ter"));
    await outlineIsThere(note);
    const labels = (await completionsAt(note)).map(labelOf);
    expectTrue(!labels.includes("Mira"), `Mira is offered among ${labels.join(", ")}`);
  });

  it("tells who a speaker is, and how that was found out", async () => {
    const note = await open(ownersNote.replace("* Joe: Sub", "* J‸oe: Sub"));
    await findingsOf(note, "speaker-unknown");
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      note.document.uri,
      note.caret,
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map(plain)
      .join("\n");
    expectMatch(text, /Jiaxiao \\?\(Joe\\?\) Zhou/, "hover");
    expectMatch(text, /nickname/i, "hover");
  });
});

function completions(note: OpenFile): Promise<vscode.CompletionItem[]> {
  return eventually("names are offered", async () => {
    const items = await completionsAt(note);
    return items.length > 0 && items;
  });
}

async function outlineIsThere({ document }: OpenFile): Promise<void> {
  await eventually("the note is read", async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    return symbols?.some(({ children }) => children.some(({ name }) => name === "Agenda"));
  });
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === "string" ? label : label.label;
}

function plain(content: vscode.MarkdownString | vscode.MarkedString): string {
  const value = typeof content === "string" ? content : content.value;
  return value.replace(/[*\\]/g, "");
}
