/** VS Code's own tokenizer, with its own Markdown grammar, with and without Notewright's injections. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from "vscode-textmate";

/** The scopes of every character of a line, outermost first. */
export type PaintedLine = readonly { readonly character: string; readonly scopes: readonly string[] }[];

const require = createRequire(import.meta.url);
const project = join(import.meta.dirname, "../..");

interface GrammarContribution {
  scopeName: string;
  path: string;
  injectTo: string[];
}

const contributions: GrammarContribution[] = JSON.parse(readFileSync(join(project, "package.json"), "utf8")).contributes
  .grammars;

const markdown: Readonly<Record<string, string>> = {
  "text.html.markdown": "markdown",
  "text.html.derivative": "html-derivative",
  "text.html.basic": "html",
  "source.yaml": "yaml",
  "source.js": "javascript",
};

function grammarPath(scopeName: string): string | undefined {
  const own = contributions.find((contribution) => contribution.scopeName === scopeName);
  if (own) return join(project, own.path);
  const name = markdown[scopeName];
  return name && require.resolve(`tm-grammars/grammars/${name}.json`);
}

async function loadGrammar(injections: readonly string[]): Promise<IGrammar> {
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scopeName) => {
      const path = grammarPath(scopeName);
      return path === undefined ? null : parseRawGrammar(readFileSync(path, "utf8"), path);
    },
    getInjections: (scopeName) => (scopeName === "text.html.markdown" ? [...injections] : undefined),
  });
  const grammar = await registry.loadGrammar("text.html.markdown");
  if (!grammar) throw new Error("Unexpected lack of a Markdown grammar");
  return grammar;
}

function paint(grammar: IGrammar, text: string): PaintedLine[] {
  let stack = INITIAL;
  return text.split(/\r\n|\r|\n/).map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) =>
      line
        .slice(startIndex, endIndex)
        .split("")
        .map((character) => ({ character, scopes })),
    );
  });
}

/** Two painters of Markdown: as VS Code alone colours it, and with what package.json contributes. */
export async function createPainters(): Promise<{
  plain: (text: string) => PaintedLine[];
  injected: (text: string) => PaintedLine[];
}> {
  await loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")));
  const plain = await loadGrammar([]);
  const injected = await loadGrammar(
    contributions.filter(({ injectTo }) => injectTo.includes("text.html.markdown")).map(({ scopeName }) => scopeName),
  );
  return { plain: (text) => paint(plain, text), injected: (text) => paint(injected, text) };
}
