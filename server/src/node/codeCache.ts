import { mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { cachedDataVersionTag, setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { readBundle } from "./bundleText";
import { putFile } from "./putFile";

/** In milliseconds; by then a server has read a note, and most of the code that it will need is compiled. */
const settled = 2_000;

/** How a bundle is run. */
export interface CachedRun {
  /**
   * So many bytes are kept for each character of the bundles, and more, once what is mostly needed of them was compiled;
   * with fewer, as of a start that met no note, a later one may have more to keep.
   */
  readonly enough?: number;
  /** The flags of V8 that are set for it, and those that take them back. */
  readonly flags?: readonly Flag[];
}

interface Flag {
  readonly set: string;
  readonly takeBack: string;
}

/**
 * Runs a bundle that lies beside this file, and what it requires from there, from code that V8 has compiled before: half
 * of what a start costs is compiling. The compiled code is kept in `.cache` beside the bundles, where whoever could
 * change it could change them as well; where nothing can be written there, the bundle is compiled at each start.
 * V8 takes only what the same V8 has compiled under the same flags (`script.createCachedData` in Node's documentation of
 * `vm`), of Node's own modules as well: so flags are set once the bundle is loaded.
 */
export function runCached(name: string, { enough = 1.4, flags = [] }: CachedRun = {}): void {
  const bundles = new Bundles(__dirname, enough, flags);
  bundles.require(name);
  bundles.setFlags();
  const save = (): void => {
    if (!bundles.areCached) bundles.save();
  };
  setTimeout(save, settled).unref();
  process.once("exit", save);
}

/** By how much what is compiled must have grown to be kept anew. */
const growth = 1.05;

class Bundles {
  /** What is compiled, of how many characters, and how many bytes of it were kept. */
  readonly #scripts = new Map<string, { readonly script: Script; readonly length: number; kept: number }>();
  readonly #exports = new Map<string, unknown>();
  readonly #cache: string;
  #hasFlags = false;

  constructor(
    private readonly folder: string,
    private readonly enough: number,
    private readonly flags: readonly Flag[],
  ) {
    this.#cache = join(folder, ".cache", cachedDataVersionTag().toString(36));
  }

  /** Whether most of what is needed was compiled before. */
  get areCached(): boolean {
    const scripts = [...this.#scripts.values()];
    const missing = scripts.reduce((sum, { length, kept }) => sum + this.enough * length - kept, 0);
    return missing <= 0 && scripts.every(({ kept }) => kept > 0);
  }

  require(name: string): unknown {
    if (this.#exports.has(name)) return this.#exports.get(name);
    const path = join(this.folder, name);
    const requireAny = (id: string): unknown => (id.startsWith("./") ? this.require(id.slice(2)) : require(id));
    const module = { exports: {} };
    this.#exports.set(name, module.exports);
    this.#compile(name, path)(module.exports, requireAny, module, path, dirname(path));
    this.#exports.set(name, module.exports);
    return module.exports;
  }

  /** Sets the flags. */
  setFlags(): void {
    for (const { set } of this.flags) setFlagsFromString(set);
    this.#hasFlags = true;
  }

  /** Keeps what is compiled by now for the next start, unless in a thread; what cannot be written is left. */
  save(): void {
    try {
      // Loaded here alone: it would cost each start some milliseconds.
      const { isMainThread }: typeof import("node:worker_threads") = require("node:worker_threads");
      if (!isMainThread) return;
      mkdirSync(this.#cache, { recursive: true });
      for (const [name, compiled] of this.#scripts) {
        const data = this.#withoutFlags(() => compiled.script.createCachedData());
        if (data.length < compiled.kept * growth) continue;
        putFile(join(this.#cache, name), data);
        compiled.kept = data.length;
      }
    } catch {}
  }

  #compile(name: string, path: string): CompiledModule {
    const bundle = readBundle(this.folder, name);
    const cachedData = this.#read(name, bundle.path);
    // The wrapper of CommonJS (Node's documentation of modules), on one line so that lines keep their numbers.
    const text = `(function (exports, require, module, __filename, __dirname) { ${bundle.text}\n})`;
    const script = this.#withoutFlags(() => new Script(text, { filename: path, ...(cachedData && { cachedData }) }));
    const kept = cachedData && !script.cachedDataRejected ? cachedData.length : 0;
    this.#scripts.set(name, { script, length: bundle.text.length, kept });
    return script.runInThisContext() as CompiledModule;
  }

  /** Does a task under the flags that the first bundle was compiled under. */
  #withoutFlags<Result>(task: () => Result): Result {
    if (!this.#hasFlags) return task();
    for (const { takeBack } of this.flags) setFlagsFromString(takeBack);
    try {
      return task();
    } finally {
      this.setFlags();
    }
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
