// Chromium without a window, with a fresh profile for each run.
import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./chromium.mjs";

/** Starts Chromium without a window. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
