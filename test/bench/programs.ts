import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { minify } from "oxc-minify";

/** Paths of the programs that are measured, each bundled by esbuild. */
export interface Programs {
  /** Notewright's server and its command line. */
  readonly server: string;
  readonly cli: string;
  readonly floor: string;
  /** Parses the files that it is given with remark, and nothing else. */
  readonly remarkParser: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Builds Notewright and what it is measured against into the folder; a later build of the sources changes nothing there. */
export async function buildPrograms(folder: string): Promise<Programs> {
  const { status } = spawnSync(process.execPath, ["esbuild.mjs"], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("Notewright could not be built.");
  cpSync(join(root, "dist"), folder, { recursive: true });
  const startFloor = 'import { runCached } from "./codeCache"; runCached("floorServer.js");';
  await bundle({ entryPoints: { floorServer: join(import.meta.dirname, "floor.ts") }, outdir: folder });
  await bundle({
    stdin: { contents: startFloor, resolveDir: join(root, "server/src/node") },
    outfile: join(folder, "floor.js"),
  });
  await bundle({ entryPoints: [join(import.meta.dirname, "remarkParser.ts")], outdir: folder });
  return {
    server: join(folder, "server.js"),
    cli: join(folder, "cli.js"),
    floor: join(folder, "floor.js"),
    remarkParser: join(folder, "remarkParser.js"),
  };
}

/** Bundles as esbuild.mjs does. */
async function bundle(what: BuildOptions): Promise<void> {
  const { outputFiles } = await build({
    ...what,
    write: false,
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
  for (const { path, text } of outputFiles) {
    const { code } = await minify(path, text, { compress: { target: "es2022" }, mangle: { toplevel: true } });
    writeFileSync(path, code);
  }
}

/** A new folder for what a run leaves behind. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "notewright-bench-"));
}
