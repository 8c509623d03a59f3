import * as vscode from "vscode";
import { expectMatch, expectSame, expectTrue } from "./expect";
import { closeAll, findings, findingsOf, open, ownersNote, rulePage, textAt } from "./support";

describe("Findings in the owner's note", () => {
  afterEach(closeAll);

  it("report each unknown speaker once, and nobody else", async () => {
    const note = await open(ownersNote);
    const unknown = await findingsOf(note, "speaker-unknown");
    const names = unknown.map(({ range }) => textAt(note, range).replace(/:.*$/, "")).sort();
    expectSame(names, ["Achille", "Luke", "Randy"], "unknown speakers");
  });

  it("hold no warning", async () => {
    const note = await open(ownersNote);
    await findingsOf(note, "speaker-unknown");
    const grave = findings(note).filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
    expectSame(
      grave.map(({ message }) => message),
      [],
      "warnings",
    );
  });

  it("lead to the page of their rule, which is there", async () => {
    const note = await open(ownersNote);
    const [first] = await findingsOf(note, "speaker-unknown");
    const page = first && rulePage(first);
    expectTrue(page !== undefined, "The finding leads nowhere");
    expectMatch(page.path, /\/speaker-unknown\.md$/, "page");
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
    expectMatch(text, /speaker-unknown/, "text of the page");
  });

  it("name all turns of the unknown speaker", async () => {
    const note = await open(ownersNote);
    const unknown = await findingsOf(note, "speaker-unknown");
    const randy = unknown.find(({ range }) => textAt(note, range).startsWith("Randy"));
    const others = (randy?.relatedInformation ?? []).map(({ location }) => textAt(note, location.range));
    expectSame(others, Array(3).fill("Randy"), "related turns");
  });
});
