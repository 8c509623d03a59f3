import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyNotes, firstNote } from "../notes.mjs";
import { within20Seconds } from "./patience";
import { type Sitting, sitDown } from "./sitting";

const size = 1024 * 1024;

/** How long the fastest of typists waits, in milliseconds. */
const betweenKeys = 25;

const turn =
  "\n* Zora: We shall keep the big heap until the pier is dry, and then the ferry may take the small one.".padEnd(
    149,
    "!",
  );

/** 300 characters; the last finishes the second turn of Zora, who attends no meeting. */
const typed = `${turn}${turn}!\n`;

// One sitting: each test goes on where the one before it ended.
describe("A person with a note of a megabyte", () => {
  let sitting: Sitting;
  let path: string;
  let middle: number;

  before(async () => {
    const notes = await copyNotes();
    const meeting = `${readFileSync(join(notes, firstNote), "utf8")}\n`;
    const text = meeting.repeat(Math.ceil(size / meeting.length));
    const lines = text.split("\n");
    middle = lines.findIndex((line, index) => index > lines.length / 2 && line.startsWith("* Joe: Submitted")) + 1;
    path = join(notes, "big.md");
    writeFileSync(path, text);
    sitting = await sitDown(notes, "big.md");
  });

  afterEach(function () {
    return sitting.pictureFailure(this.currentTest);
  });

  after(() => sitting?.end());

  it("sees its findings and its outline", async () => {
    const { window } = sitting;
    await problems("7");
    await window.command("Focus on Outline View");
    // Folded, the files leave their room to the outline.
    await window.page.locator(".pane-header").filter({ hasText: "notes-" }).click();
    await window.page.locator(".outline-pane .monaco-list-row").filter({ hasText: "Updates" }).first().waitFor();
  });

  it("types 300 characters into its middle, and sees the finding of the last", async () => {
    const { window } = sitting;
    await window.goTo(middle, 1000);
    await window.page.keyboard.type(typed, { delay: betweenKeys });
    await problems("8");
    await window.page.locator(".squiggly-info").first().waitFor();
    await window.picture("big-note", [window.page.locator(".monaco-workbench")]);
  });

  it("has lost no key", async () => {
    await within20Seconds(/^kept$/, async () => {
      await sitting.window.press("Control+s");
      return readFileSync(path, "utf8").includes(typed) ? "kept" : "lost";
    });
  });

  it("had an extension host that answered all the time", () => {
    const { log } = sitting;
    assert.ok(
      log.some((line) => line.includes("ExtensionHost")),
      "VS Code's log is not heard",
    );
    assert.deepEqual(
      log.filter((line) => /unresponsive/i.test(line)),
      [],
    );
  });

  /** Waits until the status bar counts so many problems. */
  async function problems(count: string): Promise<void> {
    const counted = sitting.window.page.locator("[id='status.problems']").filter({ hasText: count });
    await counted.waitFor({ timeout: 60_000 });
  }
});
