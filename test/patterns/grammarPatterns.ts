import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pattern } from "./sourcePatterns";

const syntaxes = join(import.meta.dirname, "../../syntaxes");

/** A pattern of a grammar, as Oniguruma reads it. */
export interface GrammarPattern {
  readonly place: string;
  readonly written: string;
}

/** The patterns of all grammars; the place names the file and the rule's own way in it. */
export function readGrammarPatterns(): GrammarPattern[] {
  return readdirSync(syntaxes)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => patternsIn(JSON.parse(readFileSync(join(syntaxes, file), "utf8")), `syntaxes/${file}`));
}

function patternsIn(rule: unknown, place: string): GrammarPattern[] {
  if (typeof rule !== "object" || rule === null) return [];
  return Object.entries(rule).flatMap(([key, value]) =>
    typeof value === "string" && ["match", "begin", "end", "while"].includes(key)
      ? [{ place: `${place}/${key}`, written: value }]
      : patternsIn(value, `${place}/${key}`),
  );
}

/**
 * The pattern as JavaScript would have it, with no fewer ways to match: case never matters where it does not matter
 * somewhere, and a search may start anywhere instead of where the last one ended (`\G`).
 */
export function asJavaScript({ place, written }: GrammarPattern): Pattern {
  const flags = written.includes("(?i") ? "iu" : "u";
  let source = written.replace("(?i)", "").replaceAll("\\G", "^").replaceAll("(?i:", "(?:");
  for (let call = /\\g<(\w+)>/.exec(source); call; call = /\\g<(\w+)>/.exec(source)) {
    source = source.replace(call[0], () => `(?:${groupOf(source, call?.[1] ?? "")})`);
  }
  return { place, source: source.replace(/\\([-'"&/~`@ ])/g, "$1"), flags };
}

/** What stands in the named group. */
function groupOf(source: string, name: string): string {
  const start = source.indexOf(`(?<${name}>`) + name.length + 4;
  let end = start;
  for (let depth = 1; depth > 0; end++) {
    if (source[end] === "\\") end++;
    else if (source[end] === "(") depth++;
    else if (source[end] === ")") depth--;
  }
  return source.slice(start, end - 1).replace(/\(\?<\w+>/g, "(?:");
}
