// Mocha's browser build, which needs neither files nor `process`: it runs in a web worker as well as in Node.
import browserMocha from "mocha/mocha.js";
import { reporter } from "../report";

browserMocha.setup({ ui: "bdd", reporter, timeout: 60_000 });

/** Runs every test defined so far; rejects when one fails. */
export function runMocha(): Promise<void> {
  return new Promise((resolve, reject) => {
    // Its own `run` reads the page's address, which Node has not.
    Mocha.prototype.run.call(browserMocha, (failures: number) =>
      failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`)),
    );
  });
}
