// A person in front of a VS Code that has the packaged Notewright installed, as a user has it.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { startBrowser } from "../browser";
import { addressOf, remoteUri, startNodeHost } from "../nodeHost.mjs";
import { packageExtension, prepareProfile } from "../packaged.mjs";
import { folders, processesBelow } from "../process.mjs";
import { openWorkbench, type Workbench } from "./workbench";

/** A person, a window on a folder of notes, and what VS Code logs meanwhile. */
export interface Sitting {
  readonly window: Workbench;
  /** Everything that VS Code's window logged so far. */
  readonly log: readonly string[];
  /** The ids of the processes of Notewright's server; where there is no `ps`, as on Windows, it throws. */
  servers(): number[];
  /** Leaves a picture of the window if the test has failed. */
  pictureFailure(test: Mocha.Test | undefined): Promise<void>;
  end(): Promise<void>;
}

const profile = "person";

/** Packages the extension, and prepares the VS Code in which all sittings take place. */
export async function prepareSittings(): Promise<void> {
  await prepareProfile(profile, await packageExtension(), { "editor.minimap.enabled": false });
}

/** Opens a window on a folder and in it one of the folder's files. */
export async function sitDown(folder: string, file: string): Promise<Sitting> {
  const host = await startNodeHost({ data: fileURLToPath(new URL(`${profile}/`, folders.cache)) });
  let browser: Browser | undefined;
  const end = async (): Promise<void> => {
    await browser?.close();
    await host.close();
  };
  try {
    browser = await startBrowser();
    const address = addressOf(host, folder, [["openFile", remoteUri(host, join(folder, file))]]);
    const log: string[] = [];
    const window = await openWorkbench(browser, address, (line) => log.push(line));
    const pictureFailure = async (test: Mocha.Test | undefined): Promise<void> => {
      if (test?.isFailed()) await window.picture("failed", [window.page.locator(".monaco-workbench")]);
    };
    const servers = (): number[] => processesBelow(host.process, /dist\/server\.js/);
    return { window, log, servers, pictureFailure, end };
  } catch (error) {
    await end();
    throw error;
  }
}
