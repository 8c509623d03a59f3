import type { Severity } from "../rules/rule";
import type { FileFailure } from "./fileFailure";
import type { LintedFile, LocatedFinding } from "./lintedFile";
import { isAtLeast } from "./severity";

/** What a report tells of. */
export interface Report {
  readonly files: readonly LintedFile[];
  /** The files that could not be looked at. */
  readonly failures: readonly FileFailure[];
  /** How many findings were left out because a baseline knows them. */
  readonly known: number;
}

/** How to tell it. */
export interface ReportOptions {
  /** The lowest severity to tell of. */
  readonly least: Severity;
  /** The lowest severity that makes the command fail. */
  readonly failOn: Severity;
  /** Whether a report for people closes with a line of counts. */
  readonly summary: boolean;
  readonly colours: boolean;
  /** Whether a report for people says of each file what it is taken for, and why. */
  readonly explain?: boolean;
}

/** The findings of severity `least` and above. */
export function findingsFrom(file: LintedFile, least: Severity): LocatedFinding[] {
  return file.findings.filter((finding) => isAtLeast(finding.severity, least));
}
