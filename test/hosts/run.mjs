// @ts-check
// `npm run test:hosts`: installs what the tests in real VS Codes need, then runs them.
import { findChromium } from "./chromium.mjs";
import { installNodeHost, installProject, installWebHost } from "./install.mjs";
import { folders, run } from "./process.mjs";

await installProject();
await installWebHost();
await installNodeHost();
await findChromium();
const build = await run("npm", ["run", "--silent", "build"], { cwd: folders.project });
if (build !== 0) process.exit(build);
// tsx is not there before installProject, so it cannot run this file.
process.exitCode = await run(process.execPath, ["--import", "tsx", "test/hosts/main.ts", ...process.argv.slice(2)], {
  cwd: folders.project,
});
