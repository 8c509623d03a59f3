// Writes what esbuild builds into dist/: each bundle as small as can be, and the web's server as one file of modules.
import { writeFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { transform } from "esbuild";
import { minify } from "oxc-minify";

/**
 * Writes what was built, smaller by a tenth than esbuild alone makes it, and modules as CommonJS: esbuild splits modules
 * alone, and Node would not take `.js` for a module here. Nothing is made smaller for whoever watches.
 * @type {(watch: boolean) => import("esbuild").Plugin}
 */
export const writeBundles = (watch) => ({
  name: "write-bundles",
  setup(build) {
    const { format, sourcemap, target } = build.initialOptions;
    build.initialOptions.metafile = true;
    const finish = async (path, text) => {
      const asCommonJs = () => transform(text, { format: "cjs", platform: "node", sourcemap, target });
      const script = format === "esm" ? (await asCommonJs()).code : text;
      return watch ? script : await minified(path, script, target);
    };
    build.onEnd(async ({ outputFiles = [], metafile = { outputs: {} } }) => {
      const named = namesOfChunks(metafile);
      const nameOf = (path) => named.get(basename(path)) ?? basename(path);
      for (const [path, { imports }] of Object.entries(metafile.outputs)) refuseNode(nameOf(path), imports);
      for (const { path, text } of outputFiles) {
        const script = [...named].reduce((renamed, [from, to]) => renamed.replaceAll(`./${from}`, `./${to}`), text);
        await write(dirname(path), nameOf(path), await finish(path, script));
      }
    });
  },
});

/** The script in as few bytes as it can be told. */
async function minified(path, script, target) {
  const { code, errors } = await minify(path, script, { compress: { target }, mangle: { toplevel: true } });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return inAscii(code);
}

/**
 * The script in ASCII alone, which is read in a tenth of the time and held in half the memory. In raw templates, too:
 * there the characters belong to patterns, which know the escapes.
 */
function inAscii(script) {
  return script.replace(/\\?[^\0-\x7F]|\\./g, (found) => {
    const code = found.charCodeAt(found.length - 1);
    return code > 127 ? `\\u${code.toString(16).padStart(4, "0")}` : found;
  });
}

/** What several bundles need stands once, in a chunk: its name, by a source file that is there. */
const chunks = {
  "server/src/rules/lint.ts": "engine.js",
  "server/src/lsp/server.ts": "service.js",
  "server/src/node/noteFiles.ts": "files.js",
};

/** The names of the chunks, by those that esbuild gave them. */
function namesOfChunks({ outputs }) {
  const found = Object.entries(outputs).filter(([path]) => basename(path).startsWith("chunk-"));
  return new Map(
    found.map(([path, { inputs }]) => {
      const known = Object.keys(chunks).find((source) => source in inputs);
      if (!known) throw new Error(`The chunk needs a name in writeBundles.mjs that has ${Object.keys(inputs)}`);
      return [basename(path), chunks[known]];
    }),
  );
}

/** The modules of the web's server, the one that starts it last, and what was built of them. */
const webServer = new Map(["engine.js", "service.js", "markdown.js", "webServer.js"].map((name) => [name, ""]));

/** Throws where a module of the web's server asks for one of Node. */
function refuseNode(name, imports) {
  const nodes = imports.filter(({ path, external }) => external && !path.startsWith("./"));
  if (webServer.has(name) && nodes.length > 0) throw new Error(`${name} needs ${nodes[0].path}, which the web has not`);
}

async function write(folder, name, script) {
  await mkdir(folder, { recursive: true });
  if (!webServer.has(name)) return await writeFile(`${folder}/${name}`, script);
  webServer.set(name, script);
  const modules = [...webServer];
  // At once: two builds may come here at the same time.
  if (modules.every(([, built]) => built !== "")) writeFileSync(`${folder}/server.worker.js`, oneFile(modules));
}

/**
 * One file of CommonJS modules: run as a script, it requires the last of them; Node's server and command line read single
 * ones out of it (`bundleText.ts`). So that they can, its first line tells where each begins and ends, in bytes behind
 * that line.
 */
function oneFile(modules) {
  const places = {};
  const maps = [];
  let text = '(() => { "use strict"; const modules = {\n';
  for (const [name, script] of modules) {
    // What stands in parentheses is compiled at once, but remark may never be asked for.
    const [open, close] = name === "markdown.js" ? ["", ""] : ["(", ")"];
    text += `"./${name}": ${open}function (exports, require, module) {\n`;
    const [, map] = /^\/\/# sourceMappingURL=data:application\/json;base64,(.*)$/m.exec(script) ?? [];
    const line = text.split("\n").length;
    if (map) maps.push({ offset: { line, column: 0 }, map: JSON.parse(Buffer.from(map, "base64").toString()) });
    const start = Buffer.byteLength(text);
    text += script;
    places[name] = [start, Buffer.byteLength(text)];
    text += `\n}${close},\n`;
  }
  const [last] = modules.at(-1);
  text += `}, loaded = {}, require = (id) => {
if (!loaded[id]) modules[id]((loaded[id] = { exports: {} }).exports, require, loaded[id]);
return loaded[id].exports;
}; require("./${last}"); })();
`;
  const sections = Buffer.from(JSON.stringify({ version: 3, sections: maps })).toString("base64");
  if (maps.length > 0) text += `//# sourceMappingURL=data:application/json;base64,${sections}\n`;
  return `//${JSON.stringify(places)}\n${text}`;
}
