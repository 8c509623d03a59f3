// Builds every bundle into dist/; `--watch` keeps them fresh.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { context, transform } from "esbuild";
import { minify } from "oxc-minify";

const watch = process.argv.includes("--watch");

/**
 * Leaves out what remark carries for others: the writing of Markdown, and the table of what `&amp;` and its like
 * stand for. Notewright reads Markdown by place alone, so neither is ever asked for; they were a tenth of each bundle.
 * @type {import("esbuild").Plugin}
 */
const readOnlyMarkdown = {
  name: "read-only-markdown",
  setup(build) {
    const unused = { path: "unused", namespace: "read-only-markdown" };
    build.onResolve({ filter: /^(?:mdast-util-to-markdown|markdown-table|character-entities)$/ }, () => unused);
    build.onLoad({ filter: /.*/, namespace: "read-only-markdown" }, () => ({
      contents: "exports.characterEntities = {};",
    }));
  },
};

/**
 * Leaves out what vscode-languageclient never asks for here: globs of file operations, of which the server wants none,
 * and the comparison of VS Code's version with the one that the client needs, since VS Code itself does not load the
 * extension where its version is older than `engines` in package.json says.
 * @type {import("esbuild").Plugin}
 */
const withoutUnused = {
  name: "without-unused",
  setup(build) {
    const filter = /^(?:semver\/functions\/(?:parse|satisfies)|minimatch)$/;
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: "without-unused" }));
    build.onLoad({ filter: /.*/, namespace: "without-unused" }, () => ({
      contents: "module.exports = (version) => version;",
    }));
  },
};

/** What the protocol has that Notewright does not serve, by the names of the modules of it. */
const unserved = [
  "callHierarchy",
  "fileOperations",
  "inlayHint",
  "inlineCompletion",
  "inlineValue",
  "linkedEditingRange",
  "moniker",
  "notebook",
  "semanticTokens",
  "textDocumentContent",
  "typeHierarchy",
];

/** Matches those modules of a package. */
function modulesOf(packages, modules) {
  const names = `(?:protocol\\.)?(?:${modules.join("|")})`;
  return new RegExp(String.raw`${packages}[\\/]lib[\\/]common[\\/]${names}\.js$`);
}

/** A module that exports the value under every name. */
const exporting = (value) => ({ contents: `module.exports = new Proxy({}, { get: () => ${value} });` });

/**
 * Leaves out of the server what it does not serve: each such module of vscode-languageserver adds its feature to a class,
 * and here gives the class back as it is.
 * @type {import("esbuild").Plugin}
 */
const servingLess = {
  name: "serving-less",
  setup(build) {
    build.onLoad({ filter: modulesOf("vscode-languageserver(?:-protocol)?", unserved) }, () =>
      exporting("(plain) => plain"),
    );
  },
};

/**
 * Leaves out of the clients what the server does not serve: each such module of vscode-languageclient has features, which
 * here promise nothing. That of diagnostics listens to notebooks.
 * @type {import("esbuild").Plugin}
 */
const askingLess = {
  name: "asking-less",
  setup(build) {
    const methods = 'fillClientCapabilities() {} initialize() {} clear() {} getState() { return { kind: "static" }; }';
    const unasked = unserved.filter((name) => name !== "notebook");
    build.onLoad({ filter: modulesOf("vscode-languageclient", unasked) }, () => exporting(`class { ${methods} }`));
  },
};

/**
 * Puts remark off until a note needs it: most need none, and it is half of what would be loaded at the start. The import
 * of its door becomes a call that requires `path` at its first use: a file beside, or a function in the same one.
 * @type {(path: "./markdown.js" | "./markdown") => import("esbuild").Plugin}
 */
const lateMarkdown = (path) => ({
  name: "late-markdown",
  setup(build) {
    const contents = `export const parseMarkdown = (...given) => require("${path}").parseMarkdown(...given);`;
    build.onResolve({ filter: /^\.\/markdown(?:\.js)?$/ }, ({ kind, resolveDir, path: required }) => {
      if (kind === "import-statement") return { path: required, namespace: "late-markdown", pluginData: resolveDir };
      return required.endsWith(".js") ? { path: required, external: true } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: "late-markdown" }, ({ pluginData }) => ({
      contents,
      resolveDir: pluginData,
    }));
  },
});

/**
 * Writes what was built, smaller by a tenth than esbuild alone makes it, and modules as CommonJS: esbuild splits modules
 * alone, and Node would not take `.js` for a module here.
 * @type {import("esbuild").Plugin}
 */
const writeSmall = {
  name: "write-small",
  setup(build) {
    const { format, sourcemap, target } = build.initialOptions;
    build.onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        const asCommonJs = () => transform(text, { format: "cjs", platform: "node", sourcemap, target });
        const script = format === "esm" ? (await asCommonJs()).code : text;
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, watch ? script : await minified(path, script, target));
      }
    });
  },
};

/** The script in as few bytes as it can be told. */
async function minified(path, script, target) {
  const { code, errors } = await minify(path, script, { compress: { target }, mangle: { toplevel: true } });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return code;
}

/** What both clients are made of; each path is of a module below node_modules. */
const clientModules = [
  "vscode-jsonrpc/lib/common/api",
  "vscode-languageserver-protocol/lib/common/api",
  "vscode-languageclient/lib/common/api",
  "vscode-languageclient/lib/common/client",
  "vscode-languageclient/lib/common/utils/is",
];

/** The web's client, which has to be one file, and for the desktop's what both are made of. */
const webClient = `
  export { activate } from "./extension.web";
  export const modules = { ${clientModules.map((path) => `"${path}": require("../../node_modules/${path}.js")`).join(", ")} };
`;

/**
 * Lets the desktop's client require from the web's what both are made of: a sixth of the package.
 * @type {import("esbuild").Plugin}
 */
const fromWebClient = {
  name: "from-web-client",
  setup(build) {
    const filter = new RegExp(`node_modules/(${clientModules.join("|")})\\.js$`.replaceAll("/", String.raw`[\\/]`));
    build.onResolve({ filter: /^\.\/client\.web\.js$/ }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter }, ({ path }) => {
      const id = clientModules.find((other) => path.replaceAll("\\", "/").endsWith(`${other}.js`));
      return { contents: `module.exports = require("./client.web.js").modules["${id}"];` };
    });
  },
};

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  mainFields: ["module", "main"],
  format: "cjs",
  minify: !watch,
  write: false,
  sourcemap: watch ? "inline" : false,
  legalComments: "none",
  logLevel: "warning",
  target: "es2022",
  // Two packages ask for it in two ways, and would each get a copy of their own.
  alias: { "vscode-languageserver-types": fileURLToPath(import.meta.resolve("vscode-languageserver-types")) },
};

/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  {
    entryPoints: ["client/src/extension.ts"],
    outfile: "dist/client.js",
    platform: "node",
    external: ["vscode"],
    plugins: [withoutUnused, askingLess, fromWebClient],
  },
  {
    stdin: { contents: webClient, resolveDir: "client/src" },
    plugins: [withoutUnused, askingLess],
    outfile: "dist/client.web.js",
    platform: "browser",
    external: ["vscode"],
  },
  {
    entryPoints: { server: "server/src/node/startServer.ts", cli: "server/src/node/startLinter.ts" },
    outdir: "dist",
    platform: "node",
    banner: { js: "#!/usr/bin/env node" },
  },
  {
    entryPoints: { languageServer: "server/src/node/main.ts", linter: "server/src/node/cli.ts" },
    outdir: "dist",
    platform: "node",
    // What both need stands once, in a file beside them.
    format: "esm",
    splitting: true,
    chunkNames: "shared",
    plugins: [lateMarkdown("./markdown.js"), servingLess],
    // tinyglobby asks for its own place, which CommonJS names differently.
    define: { "import.meta.url": "__filename" },
  },
  { entryPoints: ["server/src/parse/markdown.ts"], outfile: "dist/markdown.js", platform: "node" },
  {
    entryPoints: ["server/src/browser/main.ts"],
    outfile: "dist/server.worker.js",
    platform: "browser",
    format: "iife",
    plugins: [lateMarkdown("./markdown"), servingLess],
    // Without it a dependency's DOM build is taken, which dies in a worker.
    conditions: ["worker"],
  },
];

await Promise.all(
  bundles.map(async ({ plugins = [], ...bundle }) => {
    const builder = await context({ ...common, ...bundle, plugins: [readOnlyMarkdown, ...plugins, writeSmall] });
    await builder.rebuild();
    await (watch ? builder.watch() : builder.dispose());
  }),
);
// The build task of the editor waits for this line.
if (watch) console.log("Watching the sources");
