// Builds every bundle into dist/; `--watch` keeps them fresh.
import { fileURLToPath } from "node:url";
import { context } from "esbuild";
import { writeBundles } from "./writeBundles.mjs";

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
 * Keeps from the start of Node's server what it would load for nobody: the search for modules of a workspace is left out,
 * and cryptography waits until a pipe is to get a name.
 * @type {import("esbuild").Plugin}
 */
const startingSoon = {
  name: "starting-soon",
  setup(build) {
    build.onLoad({ filter: /vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/ }, () => exporting("undefined"));
    build.onResolve({ filter: /^crypto$/ }, ({ importer }) =>
      /vscode-jsonrpc/.test(importer) ? { path: "crypto", namespace: "starting-soon" } : undefined,
    );
    build.onLoad({ filter: /^crypto$/, namespace: "starting-soon" }, () => ({
      contents: 'exports.randomBytes = (size) => require("node:crypto").randomBytes(size);',
    }));
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
 * of its door becomes a call that requires its bundle at the first use.
 * @type {import("esbuild").Plugin}
 */
const lateMarkdown = {
  name: "late-markdown",
  setup(build) {
    const contents = 'export const parseMarkdown = (...given) => require("./markdown.js").parseMarkdown(...given);';
    build.onResolve({ filter: /^\.\/markdown$/ }, ({ path }) => ({ path, namespace: "late-markdown" }));
    build.onResolve({ filter: /^\.\/markdown\.js$/ }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /.*/, namespace: "late-markdown" }, () => ({ contents }));
  },
};

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
    entryPoints: {
      languageServer: "server/src/node/main.ts",
      linter: "server/src/node/cli.ts",
      webServer: "server/src/browser/main.ts",
    },
    outdir: "dist",
    platform: "node",
    conditions: ["browser"],
    // What they share stands once, in files beside them.
    format: "esm",
    splitting: true,
    plugins: [lateMarkdown, servingLess, startingSoon],
    // tinyglobby asks for its own place, which CommonJS names differently.
    define: { "import.meta.url": "__filename" },
  },
  {
    entryPoints: ["server/src/parse/markdown.ts"],
    outfile: "dist/markdown.js",
    platform: "browser",
    // Without it a dependency's DOM build is taken, which dies in a worker.
    conditions: ["worker"],
  },
];

await Promise.all(
  bundles.map(async ({ plugins = [], ...bundle }) => {
    const builder = await context({
      ...common,
      ...bundle,
      plugins: [readOnlyMarkdown, ...plugins, writeBundles(watch)],
    });
    await builder.rebuild();
    await (watch ? builder.watch() : builder.dispose());
  }),
);
// The build task of the editor waits for this line.
if (watch) console.log("Watching the sources");
