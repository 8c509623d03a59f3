import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { asJavaScript, readGrammarPatterns } from "./grammarPatterns";
import { type Judged, judgePattern } from "./judgePattern";
import { findPatterns, type Pattern, readSourcePatterns, recordPatterns } from "./sourcePatterns";

// The search for an attack ends by itself, but late where the machine is busy.
vi.setConfig({ testTimeout: 600_000 });

const written = readSourcePatterns(["server/src", "client/src"]);
const recorded = await recordPatterns(join(import.meta.dirname, "everyPattern.ts"), written.made);
await loadWASM(readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm")));

/** These look at names that another pattern has found, which are no longer than 61 characters. */
const onNames = "notewright.injection.tmLanguage.json/repository/name/";
const grammar = readGrammarPatterns().filter(({ place }) => !place.includes(onNames));

describe("every pattern of the product", () => {
  test("is found", () => {
    expect(written.literals.length).toBeGreaterThan(150);
    expect(grammar.length).toBeGreaterThan(25);
    expect(written.hidden).toEqual([]);
    const made = new Set(recorded.map(({ place }) => place));
    expect(written.made.map(({ place }) => place).filter((place) => !made.has(place))).toEqual([]);
  });

  test.each(distinct([...written.literals, ...recorded]))("searches a text in linear time: %s", async (_, pattern) => {
    expect(await judgePattern(pattern), pattern.place).toBe("linear");
  });

  test.each(grammar)("searches a line in linear time: $place", async (pattern) => {
    const scanner = createOnigScanner([pattern.written]);
    const search = (line: string) => scanner.findNextMatchSync(createOnigString(line), 0);
    expect(await judgePattern(asJavaScript(pattern), search)).toBe("linear");
  });
});

function distinct(patterns: readonly Pattern[]): [string, Pattern][] {
  return [...new Map(patterns.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]))];
}

describe("the judge", () => {
  const judge = ({ source, flags }: Judged) => judgePattern({ source, flags });

  test.each([
    /[ \t]+$/,
    /^(?:a|a)*$/,
    /^\[(?:[^[\]\\]|\\.?)*\]:/s,
    /^(\*\*|__)\s*(\w[^*_]{0,60}?)\s*:?\s*\1/u,
    /(?<!\d)\s+(?=\d)/,
    /^`{3,}(?!.*`)/,
  ])("refuses %s", async (pattern) => {
    expect(await judge(pattern)).toMatch(/^faster than the text: (?:2nd|3rd|4th) degree|exponential/);
  });

  test.each([/^[ \t]+$/, /\b\w{2,6}day(?!\w)/iu, /(?<!\\)"(?:\\.|[^"\\])*"/g, /[.!?]["')]*(?=\s)/])(
    "accepts %s",
    async (pattern) => expect(await judge(pattern)).toBe("linear"),
  );
});

describe("the walk", () => {
  test("finds literals and what is made, and nothing in types", () => {
    const found = findPatterns("x", "const a: RegExp = /b/u as RegExp;\nconst c = new RegExp(`d`, 'g');");
    expect(found).toEqual({
      literals: [{ place: "x:1", source: "b", flags: "u" }],
      made: [{ place: "x:2", head: { start: 44, end: 55 } }],
      hidden: [],
    });
  });

  test.each(["const make = RegExp;", "text.match('a+');", "text.search(`a`);", "Reflect.construct(RegExp, ['a'])"])(
    "does not overlook %s",
    (source) => expect(findPatterns("x", source).hidden).toEqual(["x:1"]),
  );
});
