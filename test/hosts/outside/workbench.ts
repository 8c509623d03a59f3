// What a person does in VS Code's window, with real keys and the mouse.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { folders } from "../process.mjs";
import { within20Seconds } from "./patience";

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
  /** Opens a file of the folder by its name. */
  openFile(name: string): Promise<void>;
  /** What the status bar's language item says of the file, as soon as it says what the pattern wants. */
  statusWith(pattern: RegExp): Promise<string>;
  /** Leaves a picture of what the locators cover together. */
  picture(name: string, shown: readonly Locator[]): Promise<void>;
  /** Leaves a picture of the editor's lines that the locators touch, and of no half line. */
  pictureOfLines(name: string, shown: readonly Locator[]): Promise<void>;
}

/** Opens a window on an address and waits for the editor's text; what VS Code logs goes to the listener. */
export async function openWorkbench(
  browser: Browser,
  address: string,
  hear: (line: string) => void,
): Promise<Workbench> {
  const page = await browser.newPage({ viewport: { width: 1100, height: 720 }, deviceScaleFactor: 2 });
  page.setDefaultTimeout(20_000);
  page.on("console", (message) => hear(message.text()));
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
  const save = async (name: string, clip: Box): Promise<void> => {
    const folder = fileURLToPath(new URL("screenshots/", folders.hosts));
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: `${folder}${name}.png`, clip });
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
      // Keys pressed before the editor has the focus back are lost.
      await page.locator(".editor-instance .monaco-editor.focused").waitFor();
    },
    async openFile(name) {
      await press("Control+p");
      await ask(name, name);
    },
    statusWith: (pattern) => within20Seconds(pattern, () => hoverStatus(page)),
    picture: async (name, shown) => save(name, around(await boxesOf(shown))),
    async pictureOfLines(name, shown) {
      const touched = around(await boxesOf(shown));
      const inView = await boxesOf(await lines.all());
      const touching = inView.filter(({ y, height }) => y < touched.y + touched.height && touched.y < y + height);
      const editor = around(await boxesOf([page.locator(".editor-instance")]));
      const { y, height } = around(touching);
      await save(name, { ...editor, y, height });
    },
  };
}

async function hoverStatus(page: Page): Promise<string> {
  const said = page.locator(".hover-language-status");
  // A hover keeps its words until it is left and called again; one that stays open is left once more.
  await page.mouse.move(500, 200, { steps: 10 });
  await page.keyboard.press("Escape");
  await page.locator("[id='status.languageStatus']").hover();
  await said
    .first()
    .waitFor({ timeout: 2000 })
    .catch(() => undefined);
  return (await said.allTextContents()).join("\n");
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxesOf(locators: readonly Locator[]): Promise<Box[]> {
  const boxes = await Promise.all(locators.map((locator) => locator.boundingBox()));
  return boxes.flatMap((box) => box ?? []);
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
