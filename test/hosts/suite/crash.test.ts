import * as vscode from "vscode";
import { expectSame, expectTrue } from "./expect";
import { followServers, type StartedServers } from "./servers";
import { closeAll, eventually, findings, type OpenFile, open, ownersNote } from "./support";

describe("A server that crashes", () => {
  let servers: StartedServers;
  let note: OpenFile;

  beforeEach(async () => {
    servers = followServers();
    note = await open(ownersNote);
    // It gives a server that has all its chances still.
    await vscode.commands.executeCommand("notewright.restartServer");
    await unknownSpeakers(3);
  });

  afterEach(async () => {
    servers.stop();
    await closeAll();
  });

  it("is started again: the findings come back, and follow what is written", async () => {
    await crash();
    await unknownSpeakers(3);
    expectSame(servers.started().length, 2, "number of servers");
    const attendee = note.document.getText().indexOf(", Brett Cannon");
    expectTrue(attendee > 0, "Brett does not attend");
    const [start, end] = [attendee, attendee + ", Brett Cannon".length].map((at) => note.document.positionAt(at));
    if (start && end) await note.editor.edit((change) => change.delete(new vscode.Range(start, end)));
    await unknownSpeakers(4);
  });

  it("stays down after five times, until it is restarted", async () => {
    for (let count = 0; count < 5; count++) {
      await unknownSpeakers(3);
      await crash();
    }
    await vscode.commands.executeCommand("notewright.restartServer");
    await unknownSpeakers(3);
    // The one of the beginning, four that were started after a crash, and the one asked for.
    expectSame(servers.started().length, 6, "number of servers");
  });

  async function crash(): Promise<void> {
    const gone = new Promise<void>((resolve) => {
      const listening = vscode.languages.onDidChangeDiagnostics(() => {
        if (findings(note).length > 0) return;
        listening.dispose();
        resolve();
      });
    });
    servers.started().at(-1)?.crash();
    await gone;
  }

  async function unknownSpeakers(count: number): Promise<void> {
    await eventually(`there are ${count} unknown speakers`, () => findings(note, "speaker-unknown").length === count);
  }
});
