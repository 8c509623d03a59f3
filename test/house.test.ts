import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findCycle, type Imports, importsOf, reachableFrom, readImports } from "./support/imports";

const imports = readImports(fileURLToPath(new URL("..", import.meta.url)), ["server/src", "client/src"]);

/** Each layer imports only from itself and from those before it; the last two never from each other. */
const layers = [
  "text",
  "parse",
  "model",
  "rules",
  "profiles",
  "workspace",
  "features",
  "service",
  "lsp",
  "node",
  "browser",
];

const hosts = ["node", "browser"];

/** The only place of the server that the client knows. */
const protocol = "server/src/lsp/protocol";

function layerOf(module: string): string | undefined {
  return /^server\/src\/([^/]+)/.exec(module)?.[1];
}

function isPackage(module: string): boolean {
  return !/^(?:server|client)\//.test(module);
}

/** Each import that goes against the order of the layers, as `from -> to`. */
function breachesOf(all: Imports): string[] {
  return [...all].flatMap(([from, targets]) =>
    targets.filter((to) => !isPackage(to) && !isAllowed(from, to)).map((to) => `${from} -> ${to}`),
  );
}

function isAllowed(from: string, to: string): boolean {
  const [own, other] = [layerOf(from), layerOf(to)];
  if (own === undefined) return other === undefined || to === protocol;
  if (other === undefined) return false;
  if (hosts.includes(other)) return own === other;
  return layers.includes(own) && layers.includes(other) && layers.indexOf(other) <= layers.indexOf(own);
}

describe("the house", () => {
  it("is seen whole", () => {
    expect(imports.size).toBeGreaterThan(40);
    const known = new Set([...imports.keys()].map((module) => layerOf(module) ?? "client"));
    expect([...known].sort()).toEqual(["client", ...layers].sort());
    const dangling = [...imports.values()].flat().filter((to) => !isPackage(to) && !imports.has(to));
    expect(dangling).toEqual([]);
  });

  it("imports only from the layers left of each", () => {
    expect(breachesOf(imports)).toEqual([]);
  });

  it("has no cycles", () => {
    expect(findCycle(imports)).toBeUndefined();
  });

  it("keeps the command line from features and LSP", () => {
    const reached = [...reachableFrom("server/src/node/cli", imports)];
    expect(reached.length).toBeGreaterThan(5);
    expect(reached.filter((module) => ["features", "service", "lsp"].includes(layerOf(module) ?? ""))).toEqual([]);
    expect(reached.filter((module) => module.startsWith("vscode"))).toEqual([]);
  });

  it("keeps the client's copy of the protocol small: nothing of the engine but words", () => {
    const reached = [...reachableFrom(protocol, imports)];
    expect(reached.filter(isPackage)).toEqual([]);
    expect(
      reached.filter((module) => ["parse", "model", "rules", "workspace"].includes(layerOf(module) ?? "")),
    ).toEqual([]);
  });

  it("keeps each package in its own room", () => {
    const usersOf = (name: RegExp) =>
      [...imports].filter(([, targets]) => targets.some((target) => name.test(target))).map(([module]) => module);
    const outside = (modules: string[], ...rooms: string[]) =>
      modules.filter((module) => !rooms.some((room) => module.startsWith(room)));
    expect(outside(usersOf(/^(?:remark|unified|mdast|micromark)/), "server/src/parse/")).toEqual([]);
    expect(outside(usersOf(/^node:/), "server/src/node/", "client/src/")).toEqual([]);
    expect(outside(usersOf(/^vscode$/), "client/src/")).toEqual([]);
    expect(outside(usersOf(/^vscode-languageclient/), "client/src/")).toEqual([]);
    expect(outside(usersOf(/^vscode-languageserver\/node/), "server/src/node/")).toEqual([]);
    expect(outside(usersOf(/^vscode-languageserver\/browser/), "server/src/browser/")).toEqual([]);
    const knowLsp = [
      "server/src/features/",
      "server/src/service",
      "server/src/lsp/",
      "server/src/node/",
      "server/src/browser/",
    ];
    expect(outside(usersOf(/^vscode-languageserver/), ...knowLsp)).toEqual([]);
  });
});

describe("the walk itself", () => {
  it("sees every way to import", () => {
    const source = `
import { a } from "./a";
import type { B } from "../model/b";
import {
  type C,
} from "c";
import "./side";
export { d } from "./d";
export * from "./e";
const f = await import("./f");
// import { no } from "./no";
/* export { no } from "./no"; */`;
    expect(importsOf("server/src/text/x", source)).toEqual([
      "server/src/text/a",
      "server/src/model/b",
      "c",
      "server/src/text/side",
      "server/src/text/d",
      "server/src/text/e",
      "server/src/text/f",
    ]);
  });

  it("finds breaches and cycles", () => {
    const bad: Imports = new Map([
      ["server/src/model/note", ["server/src/rules/rule", "remark-parse"]],
      ["server/src/rules/rule", ["server/src/model/note"]],
      ["server/src/browser/main", ["server/src/node/main"]],
      ["server/src/lsp/server", ["client/src/client"]],
      ["client/src/client", ["server/src/service", protocol]],
    ]);
    expect(breachesOf(bad)).toEqual([
      "server/src/model/note -> server/src/rules/rule",
      "server/src/browser/main -> server/src/node/main",
      "server/src/lsp/server -> client/src/client",
      "client/src/client -> server/src/service",
    ]);
    expect(findCycle(bad)).toEqual(["server/src/model/note", "server/src/rules/rule", "server/src/model/note"]);
    expect(
      findCycle(
        new Map([
          ["a", ["b"]],
          ["b", []],
        ]),
      ),
    ).toBeUndefined();
  });
});
