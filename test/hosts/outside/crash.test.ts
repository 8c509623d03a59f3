import assert from "node:assert/strict";
import { copyNotes, firstNote } from "../notes.mjs";
import { within20Seconds } from "./patience";
import { type Sitting, sitDown } from "./sitting";

// One sitting: each test goes on where the one before it ended.
(process.platform === "win32" ? describe.skip : describe)("A person whose server crashes", () => {
  let sitting: Sitting;

  before(async () => {
    sitting = await sitDown(await copyNotes(), firstNote);
  });

  afterEach(function () {
    return sitting.pictureFailure(this.currentTest);
  });

  after(() => sitting?.end());

  it("sees the findings come back, and no message", async () => {
    await endFourServers();
    assert.equal(await sitting.window.page.locator(".notification-toast").count(), 0);
  });

  it("is told when the server is not started again, and starts it from there", async () => {
    await endServer();
    const toast = sitting.window.page.locator(".notification-toast").filter({ hasText: "crashed too often" });
    await toast.getByRole("button", { name: "Show Output" }).waitFor();
    await sitting.window.picture("stopped-message", [sitting.window.page.locator(".monaco-workbench")]);
    await toast.getByRole("button", { name: "Restart" }).click();
    await threeProblems();
  });

  it("is told by the status item too, and starts it from there", async () => {
    await endFourServers();
    await endServer();
    assert.match(await sitting.window.statusWith(/Notewright stopped/), /output.*Restart/);
    await sitting.window.picture("stopped-status", [sitting.window.page.locator(".monaco-workbench")]);
    await sitting.window.page.locator(".hover-language-status").getByText("Restart").click();
    await threeProblems();
    await sitting.window.statusWith(/Meeting note/);
  });

  /** Ends the server as often as it is started again. */
  async function endFourServers(): Promise<void> {
    for (let count = 0; count < 4; count++) {
      await threeProblems();
      const ended = await endServer();
      await within20Seconds(new RegExp(`^(?!${ended}$)\\d+$`), () => sitting.servers().join(" "));
    }
    await threeProblems();
  }

  /** Ends the server's process as soon as there is one, and answers its id. */
  async function endServer(): Promise<number> {
    const id = Number(await within20Seconds(/^\d+$/, () => sitting.servers().join(" ")));
    process.kill(id, "SIGKILL");
    return id;
  }

  /** Waits until the status bar counts the owner's note's three. */
  async function threeProblems(): Promise<void> {
    await sitting.window.page.locator("[id='status.problems']").filter({ hasText: "3" }).waitFor();
  }
});
