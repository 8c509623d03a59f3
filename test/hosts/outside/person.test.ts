import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyNotes, firstNote } from "../notes.mjs";
import { readme } from "../suite/fixtures";
import { within20Seconds } from "./patience";
import { type Sitting, sitDown } from "./sitting";
import type { Workbench } from "./workbench";

// One sitting: each test goes on where the one before it ended.
describe("A person with the owner's note", () => {
  let sitting: Sitting;
  let window: Workbench;
  let path: string;

  before(async () => {
    const notes = await copyNotes();
    path = join(notes, firstNote);
    writeFileSync(join(notes, "README.md"), readme);
    sitting = await sitDown(notes, "README.md");
    window = sitting.window;
  });

  afterEach(function () {
    return sitting.pictureFailure(this.currentTest);
  });

  after(() => sitting?.end());

  it("meets nothing in a README, for which no server is started", async () => {
    assert.match(await window.statusWith(/Ordinary Markdown/), /Nothing in it looks like a meeting note/);
  });

  it("is told why the note is one", async () => {
    await window.openFile(firstNote);
    await window.lines.filter({ hasText: "Attending" }).waitFor();
    assert.match(await window.statusWith(/Meeting note/), /Attending/);
  });

  it("sees a squiggle under the first turn of each speaker who is not listed", async () => {
    await window.page.locator("[id='status.problems']").filter({ hasText: "3" }).waitFor();
    await window.goTo(lineOf("* Achille: Go is working"), 1);
    // Achille's and Luke's are in view.
    await window.page.locator(".squiggly-info").nth(1).waitFor();
    const shown = ["Component Model level", "Luke: stack"].map((text) => window.lines.filter({ hasText: text }));
    await window.pictureOfLines("squiggles", shown);
  });

  it("sees the meeting in the outline", async () => {
    await window.command("Focus on Outline View");
    // Folded, the files leave their room to the outline.
    await window.page.locator(".pane-header").filter({ hasText: "notes-" }).click();
    const rows = window.page.locator(".outline-pane .monaco-list-row");
    for (const name of ["Updates", "Threads", "Timeline", "Exceptions", "Preview 2"]) {
      await rows.filter({ hasText: name }).first().waitFor();
    }
    await window.picture("outline", [rows.first(), rows.filter({ hasText: "Merge PR" })]);
    await window.picture("window", [window.page.locator(".monaco-workbench")]);
  });

  it("learns from a hover who Joe is", async () => {
    await window.goTo(lineOf("* Joe: Submitted"), 3);
    await window.command("Show or Focus Hover");
    const hover = window.page.locator(".monaco-hover").filter({ hasText: "Jiaxiao" });
    await hover.waitFor();
    await window.pictureOfLines("hover", [hover, window.lines.filter({ hasText: "Joe: Submitted" })]);
    await window.press("Escape");
  });

  it("adds a speaker to the attendees by a quick fix", async () => {
    await window.goTo(lineOf("* Achille: Go is working"), 12);
    await window.page.locator("[class*=lightbulb], [class*=lightBulb]").first().waitFor();
    await window.press("Control+.");
    const menu = window.page.locator(".action-widget", { hasText: "to the attendees" });
    await menu.waitFor();
    await window.pictureOfLines("quick-fix", [menu, window.lines.filter({ hasText: "Achille: Go" })]);
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
    await window.pictureOfLines("completion", [suggestions, window.lines.filter({ hasText: "Joe: Submitted" })]);
    await window.type("Da");
    await suggestions.locator(".monaco-list-row.focused").filter({ hasText: "Damian" }).waitFor();
    await window.press("Enter");
    await window.type("The port is ready.");
    await savedWith(/^\* Damian: The port is ready\.$/m);
  });

  it("puts raw turns into the note's form by a command", async () => {
    await window.goTo(lineOf("* Damian: The port"), 1000);
    await window.press("Enter");
    await window.type("* [Brett] So is the compiler.");
    await window.press("Enter");
    await window.type("* **Calvin**: Then we can start.");
    await window.press("Escape");
    const turns = [window.lines.filter({ hasText: "The port" }), window.lines.filter({ hasText: "we can start" })];
    await window.pictureOfLines("raw-turns", turns);
    await window.command("Notewright: Format Speaker Turns");
    await savedWith(/^\* Brett: So is the compiler\.\n\* Calvin: Then we can start\.$/m);
    await window.pictureOfLines("formatted-turns", turns);
  });

  /** Saves until the file holds what the pattern wants, and answers its text. */
  function savedWith(pattern: RegExp): Promise<string> {
    return within20Seconds(pattern, async () => {
      await window.press("Control+s");
      return readFileSync(path, "utf8");
    });
  }

  function lineOf(start: string): number {
    const index = readFileSync(path, "utf8")
      .split("\n")
      .findIndex((line) => line.trimStart().startsWith(start));
    assert.ok(index >= 0, `No line starts with ${start}`);
    return index + 1;
  }
});
