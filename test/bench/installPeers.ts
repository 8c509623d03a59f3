import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Installs the servers that Notewright is measured against, unless what is there is what the lockfile asks for. */
export function installPeers(): void {
  const folder = new URL("peers/", import.meta.url);
  if (isInstalled(folder)) return;
  process.stdout.write("Installing the servers to measure against …\n");
  const words = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const options = { cwd: fileURLToPath(folder), stdio: "inherit", shell: process.platform === "win32" } as const;
  const { status } = spawnSync("npm", words, options);
  if (status !== 0) throw new Error("They could not be installed: npm's reason stands above.");
}

function isInstalled(folder: URL): boolean {
  const installed = new URL("node_modules/.package-lock.json", folder);
  if (!existsSync(installed)) return false;
  const there = versionsIn(installed);
  const wanted = versionsIn(new URL("package-lock.json", folder));
  return [...wanted].every(([path, version]) => there.get(path) === version);
}

function versionsIn(lockfile: URL): Map<string, string> {
  const { packages } = JSON.parse(readFileSync(lockfile, "utf8")) as {
    packages: Record<string, { version?: string; optional?: boolean }>;
  };
  const needed = Object.entries(packages).filter(([path, entry]) => path !== "" && !entry.optional);
  return new Map(needed.map(([path, { version = "" }]) => [path, version]));
}
