import * as vscode from "vscode";
import { expectAll, expectMatch, expectSame, expectTrue } from "./expect";
import { closeAll, eventually, type OpenFile, open, ownersNote } from "./support";

describe("Outline of the owner's note", () => {
  afterEach(closeAll);

  it("shows the sections", async () => {
    const meeting = await meetingOf(await open(ownersNote));
    expectSame(namesOf(meeting.children), ["Updates", "Agenda", "Action Item"], "sections");
  });

  it("shows the topics, nested", async () => {
    const meeting = await meetingOf(await open(ownersNote));
    const agenda = child(meeting, "Agenda");
    expectAll(namesOf(agenda.children), ["Threads", "Exceptions", "Preview 2"], "topics");
    expectSame(namesOf(child(agenda, "Threads").children), ["Overview", "Go", "Timeline"], "topics in Threads");
  });

  it("shows who presents a topic", async () => {
    const meeting = await meetingOf(await open(ownersNote));
    expectMatch(child(child(meeting, "Agenda"), "Preview 2").detail, /Joel/, "presenter");
  });

  it("shows the decision, the updates and the action item", async () => {
    const meeting = await meetingOf(await open(ownersNote));
    expectMatch(namesOf(child(meeting, "Agenda").children).join("\n"), /Go Subgroup/, "decision");
    expectSame(child(meeting, "Updates").children.length, 2, "number of updates");
    const [action] = child(meeting, "Action Item").children;
    expectMatch(`${action?.name} ${action?.detail}`, /Merge PR.*Robin|Robin.*Merge PR/, "action item");
  });

  it("has no line for a single turn", async () => {
    const meeting = await meetingOf(await open(ownersNote));
    const go = child(child(child(meeting, "Agenda"), "Threads"), "Go");
    expectSame(namesOf(go.children), [], "children of Go");
  });

  it("nests what lies within", async () => {
    checkNesting(await meetingOf(await open(ownersNote)));
  });

  it("folds sections and topics", async () => {
    const note = await open(ownersNote);
    const lines = note.document.getText().split("\n");
    const starts = await eventually("topics fold", async () => {
      const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        "vscode.executeFoldingRangeProvider",
        note.document.uri,
      );
      const found = ranges.map(({ start }) => lines[start]?.trim());
      return found.includes("* Threads") && found;
    });
    expectAll(starts, ["## Agenda", "* Threads", "* Go", "* Timeline", "* Exceptions"], "folding ranges");
  });
});

/** Notewright's own tree, which stands beside that of VS Code's headings. */
function meetingOf({ document }: OpenFile): Promise<vscode.DocumentSymbol> {
  return eventually("the outline is there", async () => {
    const roots = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    return roots?.find((root) => root.children.some(({ name, children }) => name === "Agenda" && children.length > 0));
  });
}

function child(parent: vscode.DocumentSymbol, name: string): vscode.DocumentSymbol {
  const found = parent.children.find((symbol) => symbol.name === name);
  expectTrue(found !== undefined, `${parent.name} has no ${name}, only: ${namesOf(parent.children).join(", ")}`);
  return found;
}

function namesOf(symbols: readonly vscode.DocumentSymbol[]): string[] {
  return symbols.map(({ name }) => name);
}

function checkNesting(parent: vscode.DocumentSymbol): void {
  expectTrue(parent.range.contains(parent.selectionRange), `${parent.name} does not hold its own name`);
  for (const symbol of parent.children) {
    expectTrue(parent.range.contains(symbol.range), `${symbol.name} reaches beyond ${parent.name}`);
    checkNesting(symbol);
  }
}
