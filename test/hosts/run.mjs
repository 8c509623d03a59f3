// @ts-check
// `npm run test:hosts`: installs what the tests in real VS Codes need, then runs them.
import { findChromium } from "./chromium.mjs";
import { installNodeHost, installProject, installWebHost } from "./install.mjs";
import { folders, npm, run, runCommand } from "./process.mjs";

await runCommand(async () => {
  await installProject();
  await installWebHost();
  await installNodeHost();
  await findChromium();
  if ((await npm(["run", "--silent", "build"], folders.project)) !== 0) throw new Error("The build failed");
  // tsx is not there before installProject, so it cannot run this file.
  const args = ["--import", "tsx", "test/hosts/main.ts", ...process.argv.slice(2)];
  process.exitCode = await run(process.execPath, args, { cwd: folders.project });
});
