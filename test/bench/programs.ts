import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Paths of the programs that are measured, each bundled by esbuild. */
export interface Programs {
  /** Notewright's server and its command line. */
  readonly server: string;
  readonly cli: string;
  readonly floor: string;
  /** Parses the files that it is given with remark, and nothing else. */
  readonly remarkParser: string;
}

/** Builds Notewright and what it is measured against into the folder; a later build of the sources changes nothing there. */
export async function buildPrograms(folder: string): Promise<Programs> {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const { status } = spawnSync(process.execPath, ["esbuild.mjs"], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("Notewright could not be built.");
  cpSync(join(root, "dist"), folder, { recursive: true });
  await build({
    entryPoints: [join(import.meta.dirname, "floor.ts"), join(import.meta.dirname, "remarkParser.ts")],
    outdir: folder,
    // As in esbuild.mjs.
    bundle: true,
    format: "cjs",
    platform: "node",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    target: "es2022",
    mainFields: ["module", "main"],
    alias: { "vscode-languageserver-types": join(root, "node_modules/vscode-languageserver-types") },
  });
  return {
    server: join(folder, "server.js"),
    cli: join(folder, "cli.js"),
    floor: join(folder, "floor.js"),
    remarkParser: join(folder, "remarkParser.js"),
  };
}

/** A new folder for what a run leaves behind. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "notewright-bench-"));
}
