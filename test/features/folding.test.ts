import { describe, expect, it } from "vitest";
import { noteWith, openWorld } from "../support/world";

/** The first and last lines of each foldable range. */
function folds(text: string): [string, string][] {
  const { service, document } = openWorld(text);
  const lines = text.split(/\r?\n/);
  return service
    .foldingRanges(document)
    .map(({ startLine, endLine }) => [lines[startLine] ?? "", lines[endLine] ?? ""]);
}

const body =
  "## Updates\n\n* Ana: pier\n\n## Agenda\n\n* Moorings\n    * Piers\n        * Bo: loose\n    * Buoys\n\n* Cranes\n";

describe("folding", () => {
  it("folds sections and topics of more than one line", () => {
    const expected = [
      ["## Updates", "* Ana: pier"],
      ["## Agenda", "* Cranes"],
      ["* Moorings", "    * Buoys"],
      ["    * Piers", "        * Bo: loose"],
    ];
    expect(folds(noteWith(body))).toEqual(expected);
    expect(folds(noteWith(body).replaceAll("\n", "\r\n"))).toEqual(expected);
  });

  it("folds nothing in a file that is no note", () => {
    expect(folds("# Shopping\n\n* fruit\n    * pears\n")).toEqual([]);
  });
});
