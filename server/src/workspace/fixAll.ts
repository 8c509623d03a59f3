import type { Roster } from "../model/note";
import type { Finding, Fix } from "../rules/rule";
import { applyEdits, Claims } from "../text/edit";
import { Analyser } from "./analyser";
import type { Analysis } from "./analysis";
import type { NoteSettings } from "./settings";

/** The fixes that can be applied together: one that conflicts with an earlier one of the list is left out whole. */
export function withoutConflicts(fixes: Iterable<Fix>): Fix[] {
  const claims = new Claims();
  return [...fixes].filter((fix) => claims.claim(fix.edits));
}

/** The first safe fix of each finding that has one, in the order of the findings. */
export function safeFixesOf(findings: readonly Finding[]): Fix[] {
  return findings.flatMap((finding) => finding.fixes.find((fix) => fix.safe && fix.edits.length > 0) ?? []);
}

/** A text on which no safe fix is left, what is still found in it, and how many fixes were applied. */
export interface FixedText {
  readonly text: string;
  readonly analysis: Analysis;
  readonly fixes: number;
}

/** Applies safe fixes to the text of the file at `uri` until nothing changes, in at most ten rounds. */
export function fixSafely(uri: string, text: string, settings: NoteSettings, roster?: Roster): FixedText {
  const analyser = new Analyser(uri, settings);
  let fixed: FixedText = { text, analysis: analyser.analyse(text, roster), fixes: 0 };
  for (let round = 0; round < 10; round++) {
    const fixes = withoutConflicts(safeFixesOf(fixed.analysis.findings));
    const edits = fixes.flatMap((fix) => fix.edits);
    const next = applyEdits(fixed.text, edits);
    if (next === fixed.text) break;
    fixed = { text: next, analysis: analyser.analyse(next, roster), fixes: fixed.fixes + fixes.length };
  }
  return fixed;
}
