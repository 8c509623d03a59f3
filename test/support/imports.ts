import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";

/** Which modules each module names in its imports, type imports too: paths within the root, or names of packages. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** Reads the imports of every TypeScript file below the folders; paths are relative to `root`, without `.ts`. */
export function readImports(root: string, folders: readonly string[]): Imports {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return new Map(
    files.map((file) => {
      const path = relative(root, file)
        .split(sep)
        .join("/")
        .replace(/\.tsx?$/, "");
      return [path, importsOf(path, readFileSync(file, "utf8"))];
    }),
  );
}

/** The modules that a source text names; relative ones as seen from `path`. */
export function importsOf(path: string, source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const pattern =
    /^(?:import|export)\b[^;"']*?\bfrom\s*["']([^"']+)["']|^import\s*["']([^"']+)["']|\b(?:import|require)\(\s*["']([^"']+)["']/gm;
  return [...code.matchAll(pattern)]
    .map(([, from, bare, called]) => from ?? bare ?? called ?? "")
    .map((name) => (name.startsWith(".") ? posix.join(dirname(path), name).replace(/\.[jt]s$/, "") : name));
}

/** A path through the imports that leads back to where it began, or undefined where there is none. */
export function findCycle(imports: Imports): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (module: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(module)) return [...trail.slice(trail.indexOf(module)), module];
    if (done.has(module)) return undefined;
    for (const next of imports.get(module) ?? []) {
      const cycle = imports.has(next) ? visit(next, [...trail, module]) : undefined;
      if (cycle) return cycle;
    }
    done.add(module);
    return undefined;
  };
  for (const module of imports.keys()) {
    const cycle = visit(module, []);
    if (cycle) return cycle;
  }
  return undefined;
}

/** Every module that `start` imports, directly or through others; packages too. */
export function reachableFrom(start: string, imports: Imports): Set<string> {
  const reached = new Set<string>();
  const pending = [start];
  for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
    for (const next of imports.get(module) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      pending.push(next);
    }
  }
  return reached;
}
