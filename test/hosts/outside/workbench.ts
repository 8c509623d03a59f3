// What a person does in VS Code's window, with real keys and the mouse.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { folders } from "../process.mjs";

/** A VS Code window, and a person in front of it. */
export interface Workbench {
  readonly page: Page;
  /** The lines of the editor that are in view. */
  readonly lines: Locator;
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Runs a command from the palette by its title. */
  command(title: string): Promise<void>;
  /** Puts the caret there; both count from 1, and a column beyond the line means its end. */
  goTo(line: number, column: number): Promise<void>;
  /** Leaves a picture of what the locators cover together, with a margin in pixels around it. */
  picture(name: string, shown: readonly Locator[], margin?: number): Promise<void>;
}

/** Opens a window on an address and waits for the editor's text. */
export async function openWorkbench(browser: Browser, address: string): Promise<Workbench> {
  const page = await browser.newPage({ viewport: { width: 1100, height: 720 }, deviceScaleFactor: 2 });
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  const lines = page.locator(".editor-instance .view-line");
  await lines.first().waitFor();
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const type = (text: string): Promise<void> => page.keyboard.type(text);
  const quickInput = page.locator(".quick-input-widget");
  const ask = async (text: string, row: string): Promise<void> => {
    await quickInput.waitFor();
    await type(text);
    await quickInput.locator(".monaco-list-row").filter({ hasText: row }).first().waitFor();
    await press("Enter");
    await quickInput.waitFor({ state: "hidden" });
  };
  return {
    page,
    lines,
    press,
    type,
    async command(title) {
      await press("F1");
      await ask(title, title);
    },
    async goTo(line, column) {
      await press("Control+g");
      await ask(`${line}:${column}`, `${line}`);
    },
    async picture(name, shown, margin = 0) {
      const boxes = await Promise.all(shown.map((locator) => locator.boundingBox()));
      const clip = around(
        boxes.flatMap((box) => box ?? []),
        margin,
      );
      const path = fileURLToPath(new URL(`screenshots/${name}.png`, folders.hosts));
      mkdirSync(fileURLToPath(new URL("screenshots/", folders.hosts)), { recursive: true });
      await page.screenshot({ path, clip });
    },
  };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function around(boxes: readonly Box[], margin: number): Box {
  const left = Math.min(...boxes.map(({ x }) => x)) - margin;
  const top = Math.min(...boxes.map(({ y }) => y)) - margin;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + margin;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + margin;
  const [x, y] = [Math.max(0, left), Math.max(0, top)];
  return { x, y, width: right - x, height: bottom - y };
}
