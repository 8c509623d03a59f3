import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { startBrowser } from "../browser";
import { addressOf, type Host, remoteUri, startNodeHost } from "../nodeHost.mjs";
import { copyNotes, firstNote } from "../notes.mjs";
import { packageExtension, prepareProfile } from "../packaged.mjs";
import { openWorkbench, type Workbench } from "./workbench";

// One sitting: each test goes on where the one before it ended.
describe("A person with the owner's note", () => {
  let host: Host;
  let browser: Browser;
  let window: Workbench;
  let path: string;

  before(async () => {
    const data = await prepareProfile("person", await packageExtension(), { "editor.minimap.enabled": false });
    const notes = await copyNotes();
    path = join(notes, firstNote);
    host = await startNodeHost({ data });
    browser = await startBrowser();
    window = await openWorkbench(browser, addressOf(host, notes, [["openFile", remoteUri(host, path)]]));
  });

  after(async () => {
    await browser?.close();
    await host?.close();
  });

  it("sees a squiggle under each speaker who is not listed", async () => {
    await window.page.locator("[id='status.problems']").filter({ hasText: "3" }).waitFor();
    await window.goTo(lineOf("* Achille: Go is working"), 1);
    // Achille's and Luke's are in view; only the first turn of each has one.
    await window.page.locator(".squiggly-info").nth(1).waitFor();
    await window.picture("squiggles", [window.page.locator(".editor-instance")]);
  });

  it("sees the meeting in the outline", async () => {
    await window.command("Focus on Outline View");
    // Folded, the files leave their room to the outline.
    await window.page.locator(".pane-header").filter({ hasText: "notes-" }).click();
    const outline = window.page.locator(".outline-pane");
    for (const name of ["Updates", "Threads", "Timeline", "Exceptions", "Preview 2"]) {
      await outline.locator(".monaco-list-row").filter({ hasText: name }).first().waitFor();
    }
    await window.picture("outline", [outline]);
  });

  it("learns from a hover who Joe is", async () => {
    await window.goTo(lineOf("* Joe: Submitted"), 3);
    await window.command("Show or Focus Hover");
    const hover = window.page.locator(".monaco-hover").filter({ hasText: "Jiaxiao" });
    await hover.waitFor();
    await window.picture("hover", [hover, window.lines.filter({ hasText: "Joe: Submitted" })], 12);
    await window.press("Escape");
  });

  it("adds a speaker to the attendees by a quick fix", async () => {
    await window.goTo(lineOf("* Achille: Go is working"), 12);
    await window.page.locator("[class*=lightbulb], [class*=lightBulb]").first().waitFor();
    await window.press("Control+.");
    const menu = window.page.locator(".action-widget", { hasText: "to the attendees" });
    await menu.waitFor();
    await window.picture("quick-fix", [menu, window.lines.filter({ hasText: "Achille: Go" })], 12);
    await window.press("Enter");
    await menu.waitFor({ state: "hidden" });
    assert.match(await savedWith(/Brett Cannon, Achille/), /Attending/);
  });

  it("completes a name by Control+Space at a bullet", async () => {
    await window.goTo(lineOf("* Joe: Submitted"), 1000);
    await window.press("Enter");
    await window.type("* ");
    await window.press("Control+Space");
    const suggestions = window.page.locator(".suggest-widget");
    await suggestions.locator(".monaco-list-row").filter({ hasText: "Damian" }).waitFor();
    await window.picture("completion", [suggestions, window.lines.filter({ hasText: "Joe: Submitted" })], 12);
    await window.type("Da");
    await suggestions.locator(".monaco-list-row.focused").filter({ hasText: "Damian" }).waitFor();
    await window.press("Enter");
    await window.type("The port is ready.");
    await savedWith(/^\* Damian: The port is ready\.$/m);
  });

  it("puts raw turns into the note's form by a command", async () => {
    await window.goTo(lineOf("* Damian: The port"), 1000);
    await window.press("Enter");
    await window.type("* [Brett] typed in haste");
    await window.press("Enter");
    await window.type("* **Calvin**: so is this");
    await window.press("Escape");
    const raw = window.lines.filter({ hasText: "typed in haste" });
    await window.picture("raw-turns", [raw, window.lines.filter({ hasText: "so is this" })], 30);
    await window.command("Notewright: Format Speaker Turns");
    await savedWith(/^\* Brett: typed in haste\n\* Calvin: so is this$/m);
    await window.picture("formatted-turns", [raw, window.lines.filter({ hasText: "so is this" })], 30);
  });

  /** Saves until the file holds what the pattern wants, and answers its text. */
  async function savedWith(pattern: RegExp): Promise<string> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      await window.press("Control+s");
      const text = readFileSync(path, "utf8");
      if (pattern.test(text)) return text;
      if (Date.now() > deadline) assert.fail(`Waited in vain for ${pattern} in:\n${text.slice(0, 1500)}`);
      await window.page.waitForTimeout(100);
    }
  }

  function lineOf(start: string): number {
    const index = readFileSync(path, "utf8")
      .split("\n")
      .findIndex((line) => line.trimStart().startsWith(start));
    assert.ok(index >= 0, `No line starts with ${start}`);
    return index + 1;
  }
});
