// Builds every bundle into dist/; `--watch` keeps them fresh.
import { context } from "esbuild";

/**
 * Leaves out what remark carries for others: the writing of Markdown, and the table of what `&amp;` and its like
 * stand for. Notewright reads Markdown by place alone, so neither is ever asked for; they were a tenth of each bundle.
 * @type {import("esbuild").Plugin}
 */
const readOnlyMarkdown = {
  name: "read-only-markdown",
  setup(build) {
    const unused = { path: "unused", namespace: "read-only-markdown" };
    build.onResolve({ filter: /^(?:mdast-util-to-markdown|character-entities)$/ }, () => unused);
    build.onLoad({ filter: /.*/, namespace: "read-only-markdown" }, () => ({
      contents: "exports.characterEntities = {};",
    }));
  },
};

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  format: "cjs",
  minify: true,
  sourcemap: process.argv.includes("--watch") ? "linked" : false,
  legalComments: "none",
  logLevel: "warning",
  target: "es2022",
  plugins: [readOnlyMarkdown],
};

/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  { entryPoints: ["client/src/extension.ts"], outfile: "dist/client.js", platform: "node", external: ["vscode"] },
  {
    entryPoints: ["client/src/extension.web.ts"],
    outfile: "dist/client.web.js",
    platform: "browser",
    external: ["vscode"],
  },
  {
    entryPoints: ["server/src/node/main.ts"],
    outfile: "dist/server.js",
    platform: "node",
    banner: { js: "#!/usr/bin/env node" },
  },
  {
    entryPoints: ["server/src/browser/main.ts"],
    outfile: "dist/server.worker.js",
    platform: "browser",
    format: "iife",
    // Without it a dependency's DOM build is taken, which dies in a worker.
    conditions: ["worker"],
  },
  {
    entryPoints: ["server/src/node/cli.ts"],
    outfile: "dist/cli.js",
    platform: "node",
    banner: { js: "#!/usr/bin/env node" },
    // tinyglobby asks for its own place, which CommonJS names differently.
    define: { "import.meta.url": "__filename" },
  },
];

const watch = process.argv.includes("--watch");
await Promise.all(
  bundles.map(async (bundle) => {
    const builder = await context({ ...common, ...bundle, mainFields: ["module", "main"] });
    await builder.rebuild();
    await (watch ? builder.watch() : builder.dispose());
  }),
);
// The build task of the editor waits for this line.
if (watch) console.log("Watching the sources");
