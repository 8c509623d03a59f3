import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { build, type Plugin } from "esbuild";
import { parseAst } from "vitest/node";

const project = join(import.meta.dirname, "../..");

/** A regular expression of the product, and where it stands: `server/src/text/trim.ts:5`. */
export interface Pattern {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** A `new RegExp(…)`: a pattern that is only known once it was made. */
export interface MadePattern {
  readonly place: string;
  /** Offsets of the words up to and with the opening parenthesis. */
  readonly head: { readonly start: number; readonly end: number };
}

/** What a source text says of patterns. */
export interface SourcePatterns {
  readonly literals: readonly Pattern[];
  readonly made: readonly MadePattern[];
  /** Where a pattern may come from in a way that nobody follows: `RegExp` as a value, a string given to `match`. */
  readonly hidden: readonly string[];
}

/** The patterns of the TypeScript files below the folders, in the product's own tree. */
export function readSourcePatterns(folders: readonly string[]): SourcePatterns {
  const found = filesBelow(folders).map((file) => findPatterns(pathOf(file), readFileSync(file, "utf8")));
  return {
    literals: found.flatMap(({ literals }) => literals),
    made: found.flatMap(({ made }) => made),
    hidden: found.flatMap(({ hidden }) => hidden),
  };
}

/** The patterns of one source text; `path` is for the answers. */
export function findPatterns(path: string, text: string): SourcePatterns {
  const [literals, made, hidden]: [Pattern[], MadePattern[], string[]] = [[], [], []];
  const placeOf = (node: Node) => `${path}:${text.slice(0, node.start).split("\n").length}`;
  const visit = (node: Node): void => {
    const regex = node.type === "Literal" ? (node.regex as { pattern: string; flags: string } | undefined) : undefined;
    if (regex) literals.push({ place: placeOf(node), source: regex.pattern, flags: regex.flags });
    if (takesString(node)) hidden.push(placeOf(node));
    const isMade = isCall(node) && isRegExp(node.callee);
    if (isMade)
      made.push({ place: placeOf(node), head: { start: node.start, end: text.indexOf("(", node.start) + 1 } });
    else if (isRegExp(node)) hidden.push(placeOf(node));
    for (const child of childrenOf(node)) if (!isMade || child !== node.callee) visit(child);
  };
  visit(parseAst(text, { lang: "ts" }) as unknown as Node);
  return { literals, made, hidden };
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const matching = ["match", "matchAll", "search"];

/** Whether the call makes a pattern of a string that stands in it. */
function takesString(node: Node): boolean {
  if (!isCall(node)) return false;
  const { callee, arguments: given } = node as Node & { callee: Node; arguments: Node[] };
  const name = (callee.property as { name?: string } | undefined)?.name ?? "";
  const [first] = given;
  return matching.includes(name) && (first?.type === "TemplateLiteral" || typeof first?.value === "string");
}

function isCall(node: Node): boolean {
  return node.type === "NewExpression" || node.type === "CallExpression";
}

function isRegExp(value: unknown): boolean {
  const node = value as Node;
  return node.type === "Identifier" && node.name === "RegExp";
}

/** What is evaluated within the node; types are not. */
function childrenOf(node: Node): Node[] {
  const isType = node.type.startsWith("TS") && node.expression === undefined;
  return isType ? [] : Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

function filesBelow(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}

function pathOf(file: string): string {
  return relative(project, file).split(sep).join("/");
}

/** Runs the module with everything that it imports, and answers the patterns that were made at the given places. */
export async function recordPatterns(module: string, made: readonly MadePattern[]): Promise<Pattern[]> {
  const { outputFiles } = await build({
    entryPoints: [module],
    bundle: true,
    write: false,
    format: "iife",
    conditions: ["worker"],
    plugins: [recorder(made)],
  });
  const recorded = new Map<string, Pattern>();
  const record = (place: string, source: string, flags = ""): RegExp => {
    recorded.set(`${place} ${source}`, { place, source, flags });
    return new RegExp(source, flags);
  };
  new Function("recordPattern", outputFiles[0]?.text ?? "")(record);
  return [...recorded.values()];
}

/** Has the patterns of letters made when they are asked for, both of them, and not only those that a text needs. */
function madeAtOnce(letters: string): string {
  const [head, name] = ["export function letterPattern(", "function lateLetterPattern("];
  if (!letters.includes(head)) throw new Error("letters.ts has no letterPattern any more");
  return `${letters.replace(head, name)}
    export function letterPattern(source: string, flags?: string) {
      const patternFor = lateLetterPattern(source, flags);
      for (const text of ["a", "é"]) patternFor(text);
      return patternFor;
    }`;
}

/** Has each of the places call `recordPattern` instead of `RegExp`. */
function recorder(made: readonly MadePattern[]): Plugin {
  return {
    name: "recorder",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const own = made.filter(({ place }) => place.startsWith(`${pathOf(path)}:`));
        const contents = own.reduceRight(
          (text, { place, head }) =>
            `${text.slice(0, head.start)}recordPattern(${JSON.stringify(place)}, ${text.slice(head.end)}`,
          readFileSync(path, "utf8"),
        );
        return { contents: path.endsWith("letters.ts") ? madeAtOnce(contents) : contents, loader: "ts" };
      });
    },
  };
}
