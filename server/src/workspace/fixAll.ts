import type { Finding, Fix } from "../rules/rule";
import { conflict, type Edit } from "../text/edit";

/** The edits of all the fixes, whole fixes only: one that conflicts with an earlier fix of the list is left out. */
export function combineFixes(fixes: Iterable<Fix>): Edit[] {
  const edits: Edit[] = [];
  for (const fix of fixes) {
    if (!conflict(edits, fix.edits)) edits.push(...fix.edits);
  }
  return edits;
}

/** The first safe fix of each finding that has one, in the order of the findings. */
export function safeFixesOf(findings: readonly Finding[]): Fix[] {
  return findings.flatMap((finding) => finding.fixes.find((fix) => fix.safe && fix.edits.length > 0) ?? []);
}
