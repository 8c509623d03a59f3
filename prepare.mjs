// Builds the bundles where npm makes a package of a checkout: for a git dependency, or for a hook of pre-commit.
import { spawnSync } from "node:child_process";

try {
  import.meta.resolve("esbuild");
} catch {
  // A global installation from git (npm/cli issue 8440) brings nothing to build with.
  const words = ["ci", "--global=false", "--prefix=.", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  const { status } = spawnSync("npm", words, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(1);
}
await import("./esbuild.mjs");
