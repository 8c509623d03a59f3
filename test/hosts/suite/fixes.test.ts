import * as vscode from "vscode";
import { expectMatch, expectSame, expectTrue } from "./expect";
import { cleanNote, rawNote } from "./fixtures";
import {
  actionsAt,
  apply,
  closeAll,
  eventually,
  findings,
  findingsOf,
  type OpenFile,
  open,
  set,
  textAt,
} from "./support";

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

describe("What can be done about a rule", () => {
  afterEach(async () => {
    await closeAll();
    await set("rules", undefined);
  });

  const raw = cleanNote.replace("* Ines: High", "* Ines:High");

  async function doIt(note: OpenFile, title: RegExp): Promise<void> {
    const [finding] = await findingsOf(note, "turn-format");
    expectTrue(finding !== undefined, "No finding");
    const actions = await actionsAt(note, finding.range, vscode.CodeActionKind.QuickFix);
    const action = actions.find((offered) => title.test(offered.title));
    expectTrue(action !== undefined, `No ${title} among ${actions.map((offered) => offered.title).join(", ")}`);
    await apply(action);
  }

  it("disables it on the line, and the note is read as before", async () => {
    const note = await open(raw);
    await doIt(note, /^Disable rule 'turn-format' for this line$/);
    await eventually("the finding is gone", () => findings(note).length === 0);
    expectMatch(note.document.getText(), /Ines:High .* <!-- notewright-disable-line turn-format -->$/m, "line");
  });

  it("disables it in the file", async () => {
    const note = await open(raw);
    await doIt(note, /^Disable rule 'turn-format' in this file$/);
    await eventually("the finding is gone", () => findings(note).length === 0);
    expectMatch(note.document.getText(), /^<!-- notewright-disable turn-format -->\n## September/, "first line");
  });

  it("disables it in the settings of the workspace, and leaves other rules there", async () => {
    await set("rules", { "turn-gap": "warning" });
    const note = await open(raw);
    await doIt(note, /^Disable rule 'turn-format' in settings$/);
    await eventually("the finding is gone", () => findings(note).length === 0);
    const written = vscode.workspace.getConfiguration("notewright", note.document.uri).inspect("rules");
    const expected = JSON.stringify({ "turn-gap": "warning", "turn-format": "off" });
    expectSame(JSON.stringify(written?.workspaceValue), expected, "setting");
  });

  it("opens its page", async () => {
    const note = await open(raw);
    await doIt(note, /^Explain rule 'turn-format'$/);
    await eventually("the page is shown", () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => /Preview.*turn-format\.md/.test(label))),
    );
  });
});
