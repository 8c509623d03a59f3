import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { copyNotes, firstNote } from "../notes.mjs";
import { timingStandstills, within20Seconds } from "./patience";
import { sitDown } from "./sitting";
import type { Workbench } from "./workbench";

const size = 1024 * 1024;

/** How long the fastest of typists waits, in milliseconds. */
const betweenKeys = 25;

const said = "We shall keep the big heap until the pier is dry, and then the ferry may take the small one. ";

/** 300 characters; only the last makes the second turn of Zora, who attends no meeting. */
const typed = `${`\n* Zora: ${said.repeat(4)}`.slice(0, 291)}.\n* Zora:`;

describe("A person with a note of a megabyte", () => {
  it("types 300 characters, sees the finding of the last, and the extension host answers all the while", async () => {
    for (;;) {
      const { result: log, longest } = await timingStandstills(typeIntoBigNote);
      // VS Code says so in its window's log when no answer came for three seconds.
      const reports = log.filter((line) => line.includes("unresponsive"));
      if (reports.length === 0) return;
      // Where the whole machine stood still, a report says nothing of the extension host.
      assert.ok(longest > 1000, reports.join("\n"));
      console.log(`Once more: the machine stood still for ${longest} ms`);
    }
  });
});

/** Types with findings and outline in view; answers what VS Code logged while it was typed and found. */
async function typeIntoBigNote(): Promise<string[]> {
  const { notes, path, middle } = await writeBigNote();
  const { window, log, end } = await sitDown(notes, basename(path));
  try {
    await problems(window, "7");
    await window.command("Focus on Outline View");
    // Folded, the files leave their room to the outline.
    await window.page.locator(".pane-header").filter({ hasText: "notes-" }).click();
    await window.page.locator(".outline-pane .monaco-list-row").filter({ hasText: "Updates" }).first().waitFor();
    await window.goTo(middle, 1000);
    assert.ok(log.join("\n").includes("ExtensionHost"), "VS Code's log is not heard");
    const heard = log.length;
    await window.page.keyboard.type(typed.slice(0, -1), { delay: betweenKeys });
    await problems(window, "7");
    await window.type(typed.slice(-1));
    await problems(window, "8");
    const since = log.slice(heard);
    await window.page.locator(".squiggly-info").first().waitFor();
    await window.picture("big-note", [window.page.locator(".monaco-workbench")]);
    await within20Seconds(/^kept$/, async () => {
      await window.press("Control+s");
      return readFileSync(path, "utf8").includes(typed) ? "kept" : "lost";
    });
    return since;
  } catch (error) {
    await window.picture("failed", [window.page.locator(".monaco-workbench")]);
    throw error;
  } finally {
    await end();
  }
}

async function writeBigNote(): Promise<{ notes: string; path: string; middle: number }> {
  const notes = await copyNotes();
  const path = join(notes, "big.md");
  const meeting = `${readFileSync(join(notes, firstNote), "utf8")}\n`;
  const text = meeting.repeat(Math.ceil(size / meeting.length));
  writeFileSync(path, text);
  const lines = text.split("\n");
  const middle = lines.findIndex((line, index) => index > lines.length / 2 && line.startsWith("* Joe: Submitted"));
  return { notes, path, middle: middle + 1 };
}

/** Waits until the status bar counts so many problems. */
async function problems({ page }: Workbench, count: string): Promise<void> {
  await page.locator("[id='status.problems']").filter({ hasText: count }).waitFor({ timeout: 60_000 });
}
