import { describe, expect, test } from "vitest";
import { describeStatus } from "../../client/src/statusText";
import packageJson from "../../package.json";

const note = { isNote: true, profile: "attendee-table", reason: "It has a table of attendees" };
const ordinary = { isNote: false, profile: null, reason: "It has no turns." };

describe("the status item", () => {
  test("gives the verdict, its reason, and the command that overrides it", () => {
    expect(describeStatus("running", note)).toMatchObject({
      text: "Meeting note",
      detail: "It has a table of attendees (form: attendee-table)",
      command: { command: "notewright.ignoreFile" },
    });
    expect(describeStatus("running", ordinary)).toMatchObject({
      text: "Ordinary Markdown",
      detail: "It has no turns.",
      command: { command: "notewright.treatAsNote" },
    });
  });

  test("offers to treat the file as a note while no server runs", () => {
    expect(describeStatus("idle", undefined)).toMatchObject({
      isBusy: false,
      command: { command: "notewright.treatAsNote" },
    });
  });

  test("is busy until there is a verdict", () => {
    expect(describeStatus("starting", undefined).isBusy).toBe(true);
    expect(describeStatus("running", undefined).isBusy).toBe(true);
  });

  test("offers a restart and the output once the server is stopped", () => {
    expect(describeStatus("stopped", undefined)).toMatchObject({
      isError: true,
      isBusy: false,
      detail: expect.stringContaining("(command:notewright.showOutput)"),
      command: { command: "notewright.restartServer" },
    });
  });

  test("offers only commands that package.json declares", () => {
    const declared = packageJson.contributes.commands.map(({ command }) => command);
    const states = ["idle", "starting", "running", "stopped"] as const;
    for (const state of states) {
      for (const verdict of [undefined, note, ordinary]) {
        expect(declared).toContain(describeStatus(state, verdict).command.command);
      }
    }
  });
});
