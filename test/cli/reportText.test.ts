import { describe, expect, it } from "vitest";
import type { ReportOptions } from "../../server/src/node/report";
import { reportText } from "../../server/src/node/reportText";
import { fileWith, reportOn } from "../support/reports";

const plain: ReportOptions = { least: "hint", failOn: "warning", summary: false, colours: false };

function print(marked: string, options: ReportOptions = plain): string[] {
  return reportText(reportOn([fileWith(marked)]), options).split("\n");
}

describe("reportText", () => {
  it("puts carets below what is meant, indentation left out", () => {
    expect(print("one\n\t* ⟦Ana⟧: hello\n")).toEqual([
      "may.md:2:4: warning: Unexpected X [title-date]",
      "    * Ana: hello",
      "      ^^^",
      "",
    ]);
  });

  it("shows one caret for a place without width, and the first line of a long stretch", () => {
    expect(print("Ana:⟦⟧").slice(1, 3)).toEqual(["    Ana:", "        ^"]);
    expect(print("a ⟦b\nc⟧ d").slice(1, 3)).toEqual(["    a b", "      ^"]);
  });

  it("cuts a long line around the place", () => {
    const [, excerpt = "", carets = ""] = print(`${"before ".repeat(40)}⟦here⟧${" after".repeat(40)}`);
    expect(excerpt.length).toBeLessThan(110);
    expect(excerpt).toMatch(/^ {4}….* before here after .*…$/);
    expect(excerpt.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("here");
  });

  it("counts columns as a terminal does", () => {
    const [, excerpt, carets] = print("日本 e\u0301😀 ⟦Ana⟧");
    expect([excerpt, carets]).toEqual(["    日本 e\u0301😀 Ana", "             ^^^"]);
  });

  it("lets no control character of a note reach the terminal", () => {
    expect(print("\u001B[31m⟦red⟧\u0007\t.\r\n").join("\n")).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it("colours only when told to", () => {
    const coloured = print("⟦Ana⟧", { ...plain, colours: true }).join("\n");
    expect(coloured).toContain("\u001B[33mwarning:\u001B[39m");
    expect(print("⟦Ana⟧").join("\n")).not.toContain("\u001B");
  });

  it("leaves out what matters less than asked for, and counts all of it", () => {
    const files = [fileWith("⟦a⟧ ⟦b⟧", "hint"), fileWith("⟦a⟧", "error"), fileWith("a")];
    const lines = reportText(reportOn(files), { ...plain, least: "warning", summary: true }).split("\n");
    expect(lines).toHaveLength(5);
    expect(lines[3]).toBe("1 error, 2 hints; 0 notes checked; 3 files left out as no note");
  });
});
