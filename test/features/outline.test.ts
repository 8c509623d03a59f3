import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentSymbol, Range } from "vscode-languageserver-types";
import { SymbolKind } from "vscode-languageserver-types";
import { noteWith, openWorld } from "../support/world";

const ownersNote = readFileSync(new URL("../../seeds/2023-08-08-sig-guest-languages.md", import.meta.url), "utf8");

/** The outline as indented lines `name (detail)`. */
function outlineLines(text: string): string[] {
  const { service, document } = openWorld(text);
  const write = (symbol: DocumentSymbol, depth: number): string[] => [
    `${"  ".repeat(depth)}${symbol.name}${symbol.detail ? ` (${symbol.detail})` : ""}`,
    ...(symbol.children ?? []).flatMap((child) => write(child, depth + 1)),
  ];
  return (service.outline(document) as DocumentSymbol[]).flatMap((root) => write(root, 0));
}

describe("outline", () => {
  it("shows the owner's note as meeting, sections, updates, topics, decision and action item", () => {
    expect(outlineLines(ownersNote)).toEqual([
      "SIG Guest Languages meeting (August 08, 2023)",
      "  Updates",
      "    Test Suite (Robin)",
      "    Submitted a PR to create a new subgroup for Go and have been gathering interest. (Joe)",
      "  Agenda",
      "    Accepted Go Subgroup by consensus vote (decision)",
      "    Threads",
      "      Overview",
      "      Go",
      "      Timeline",
      "    Exceptions",
      "    Preview 2 (Joel)",
      "  Action Item",
      "    Merge PR for Go Subgroup and help start first meeting (Robin)",
    ]);
  });

  it("shortens what is long and shows links by their words", () => {
    const long = "The [tide](https://example.org/tide) tables ".repeat(6).trim();
    const [, , update] = outlineLines(noteWith(`## Updates\n\n* Ana: ${long}\n`));
    expect(update).toBe(`    ${"The tide tables ".repeat(6).slice(0, 79).trim()}… (Ana)`);
  });

  it("leaves out sections and meetings that hold nothing", () => {
    expect(outlineLines(noteWith("## Updates\n\n## Agenda\n\n* Moorings\n  * Ana: two are loose\n"))).toEqual([
      "Harbour Group meeting (March 05, 2024)",
      "  Agenda",
      "    Moorings",
    ]);
    expect(outlineLines(noteWith("## Updates\n\n## Agenda\n"))).toEqual([]);
  });

  it("shows an update that has others below it once", () => {
    const lines = outlineLines(
      noteWith("## Updates\n\n* Ana: dredging starts\n  * Bo: when?\n* the crane is mended\n"),
    );
    expect(lines.slice(2)).toEqual(["    dredging starts (Ana)", "    the crane is mended"]);
  });

  it("shows no turns below a topic, decision or action item among the updates", () => {
    const body =
      "## Updates\n\n* Topic update\n  * Ana: dredging starts\n    * Bo: when?\n* ACTION: Bo to call\n  * Ana: whom?\n* Ana: the crane\n";
    expect(outlineLines(noteWith(body)).slice(2)).toEqual([
      "    Topic update",
      "    Bo to call (Bo)",
      "    the crane (Ana)",
    ]);
  });

  it("tells what each line is by its kind", () => {
    const { service, document } = openWorld(ownersNote);
    const [meeting] = service.outline(document) as DocumentSymbol[];
    const [updates, agenda, actions] = meeting?.children ?? [];
    expect(meeting?.kind).toBe(SymbolKind.File);
    expect(agenda?.kind).toBe(SymbolKind.Namespace);
    expect(updates?.children?.map(({ kind }) => kind)).toEqual([SymbolKind.String, SymbolKind.String]);
    expect(agenda?.children?.map(({ kind }) => kind)).toEqual([
      SymbolKind.Event,
      SymbolKind.Package,
      SymbolKind.Package,
      SymbolKind.Package,
    ]);
    expect(actions?.children?.[0]?.kind).toBe(SymbolKind.Boolean);
  });

  it("is a flat list for a client that takes no tree", () => {
    const { service, document } = openWorld(ownersNote, { client: { hierarchicalSymbols: false } });
    const symbols = service.outline(document);
    expect(
      symbols.map((symbol) => [symbol.name, "containerName" in symbol ? symbol.containerName : ""]),
    ).toContainEqual(["Timeline", "Threads"]);
    expect(symbols.every((symbol) => "location" in symbol)).toBe(true);
  });

  it("nests ranges for any body: children within parents, selections within ranges, every line named", () => {
    const line = fc.constantFrom(
      "## Updates",
      "## Agenda",
      "### Moorings",
      "## Action Items",
      "Updates:",
      "* Updates",
      "* Ana: the pier",
      "  * Bo: why?",
      "    * [Max] - Buoys",
      "* [Carla] - Cranes",
      "  * Accepted the plan by consensus vote",
      "* Action: Bo to call",
      "* [ ] Ana: paint",
      "Decision: no more nets",
      "plain words",
      "*",
      "* ",
      "",
      "```",
      "> quoted",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), fc.constantFrom("\n", "\r\n"), (lines, ending) => {
        const { service, document } = openWorld(noteWith(lines.join("\n")).replaceAll("\n", ending));
        for (const root of service.outline(document) as DocumentSymbol[]) expectNested(root);
      }),
    );
  });
});

function expectNested(symbol: DocumentSymbol): void {
  expect(symbol.name.trim()).not.toBe("");
  expect(isWithin(symbol.selectionRange, symbol.range)).toBe(true);
  for (const child of symbol.children ?? []) {
    expect(isWithin(child.range, symbol.range)).toBe(true);
    expectNested(child);
  }
}

function isWithin(inner: Range, outer: Range): boolean {
  return isOrdered(outer.start, inner.start) && isOrdered(inner.end, outer.end);
}

function isOrdered(first: Range["start"], second: Range["start"]): boolean {
  return first.line < second.line || (first.line === second.line && first.character <= second.character);
}
