import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";
import { isMainThread } from "node:worker_threads";
import { readBundle } from "./bundleText";

/** In milliseconds; by then a server has read a note, and most of the code that it will need is compiled. */
const settled = 2_000;

/**
 * Runs a bundle that lies beside this file, and what it requires from there, from code that V8 has compiled before: half
 * of what a start costs is compiling. The compiled code is kept in `.cache` beside the bundles, where whoever could
 * change it could change them as well; where nothing can be written there, the bundle is compiled at each start.
 * V8 takes only what the same V8 has compiled (`script.createCachedData` in Node's documentation of `vm`).
 */
export function runCached(name: string): void {
  const bundles = new Bundles(__dirname);
  bundles.require(name);
  if (!isMainThread) return;
  const save = (): void => {
    clearTimeout(timer);
    process.off("exit", save);
    // One may have been required since, by the first note that needs it.
    if (!bundles.areCached) bundles.save();
  };
  const timer = setTimeout(save, settled).unref();
  process.once("exit", save);
}

class Bundles {
  readonly #scripts = new Map<string, Script>();
  readonly #exports = new Map<string, unknown>();
  readonly #cache: string;
  areCached = true;

  constructor(private readonly folder: string) {
    this.#cache = join(folder, ".cache", cachedDataVersionTag().toString(36));
  }

  require(name: string): unknown {
    if (this.#exports.has(name)) return this.#exports.get(name);
    const path = join(this.folder, name);
    const requireOther = createRequire(path);
    const requireAny = (id: string): unknown => (id.startsWith("./") ? this.require(id.slice(2)) : requireOther(id));
    const module = { exports: {} };
    this.#exports.set(name, module.exports);
    this.#compile(name, path)(module.exports, requireAny, module, path, dirname(path));
    this.#exports.set(name, module.exports);
    return module.exports;
  }

  /** Keeps what is compiled by now for the next start; what cannot be written is left. */
  save(): void {
    try {
      mkdirSync(this.#cache, { recursive: true });
      for (const [name, script] of this.#scripts) {
        const place = join(this.#cache, name);
        // Two processes may save at the same time, and a third read.
        writeFileSync(`${place}.${process.pid}`, script.createCachedData());
        renameSync(`${place}.${process.pid}`, place);
      }
    } catch {}
  }

  #compile(name: string, path: string): CompiledModule {
    const bundle = readBundle(this.folder, name);
    const cachedData = this.#read(name, bundle.path);
    // The wrapper of CommonJS (Node's documentation of modules), on one line so that lines keep their numbers.
    const script = new Script(`(function (exports, require, module, __filename, __dirname) { ${bundle.text}\n})`, {
      filename: path,
      ...(cachedData && { cachedData }),
    });
    if (script.cachedDataRejected ?? true) this.areCached = false;
    this.#scripts.set(name, script);
    return script.runInThisContext() as CompiledModule;
  }

  /** What was compiled of the bundle before, if the file that it stands in is no newer. */
  #read(name: string, path: string): Buffer | undefined {
    const place = join(this.#cache, name);
    try {
      return statSync(place).mtimeMs > statSync(path).mtimeMs ? readFileSync(place) : undefined;
    } catch {
      return undefined;
    }
  }
}

type CompiledModule = (
  exports: object,
  require: (id: string) => unknown,
  module: { exports: object },
  filename: string,
  dirname: string,
) => void;
