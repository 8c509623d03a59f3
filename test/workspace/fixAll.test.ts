import { describe, expect, it } from "vitest";
import type { Finding, Fix } from "../../server/src/rules/rule";
import { fixSafely, safeFixesOf, withoutConflicts } from "../../server/src/workspace/fixAll";
import { defaultSettings } from "../../server/src/workspace/settings";
import { noteWith } from "../support/world";

function fix(safe: boolean, ...edits: [start: number, end: number, newText: string][]): Fix {
  return { title: "Fix", safe, edits: edits.map(([start, end, newText]) => ({ span: { start, end }, newText })) };
}

function finding(...fixes: Fix[]): Finding {
  return { rule: "some-rule", severity: "warning", at: { start: 0, end: 0 }, message: "", related: [], fixes };
}

describe("withoutConflicts", () => {
  it("leaves out the whole of a fix of which one edit conflicts", () => {
    const [first, second, third] = [
      fix(true, [0, 1, "A"]),
      fix(true, [0, 1, "X"], [4, 5, "X"]),
      fix(true, [2, 3, "C"]),
    ];
    expect(withoutConflicts([first, second, third])).toEqual([first, third]);
  });
});

describe("safeFixesOf", () => {
  it("takes the first safe fix of each finding that edits the note", () => {
    const settingOnly: Fix = { ...fix(true), addLabel: "Background" };
    const wanted = fix(true, [1, 1, "x"]);
    const findings = [finding(fix(false, [0, 0, "y"]), settingOnly, wanted, fix(true, [2, 2, "z"])), finding()];
    expect(safeFixesOf(findings)).toEqual([wanted]);
  });
});

describe("fixSafely", () => {
  const note = noteWith("## Updates\n\n* Ana: one\n* **Bo:** two\n* Carla: three\n* [Max] four\n");

  it("fixes until nothing changes, counts the fixes, and answers what is left", () => {
    const fixed = fixSafely("may.md", note, defaultSettings);
    expect(fixed.text).toBe(note.replace("**Bo:**", "Bo:").replace("[Max]", "Max:"));
    expect(fixed.fixes).toBe(2);
    expect(safeFixesOf(fixed.analysis.findings)).toEqual([]);
    expect(fixSafely("may.md", fixed.text, defaultSettings)).toMatchObject({ text: fixed.text, fixes: 0 });
  });

  it("follows the settings", () => {
    const settings = { ...defaultSettings, rules: { "turn-format": "off" } } as const;
    expect(fixSafely("may.md", note, settings)).toMatchObject({ text: note, fixes: 0 });
  });
});
