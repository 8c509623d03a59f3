import type { Format } from "../model/format";
import type { Note } from "../model/note";
import { type RuleId, rules } from "./index";
import type { Finding, Rule, Severity } from "./rule";

/** Severities that differ from the rules' own. */
export type RuleSeverities = Readonly<Partial<Record<RuleId, Severity | "off">>>;

/** All findings of the note, in the order of their places, then of the rules. */
export function lint(note: Note, format: Format, chosen: RuleSeverities = {}): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules as readonly Rule<RuleId>[]) {
    const severity = chosen[rule.id] ?? rule.severity;
    if (severity === "off") continue;
    for (const problem of rule.check(note, format)) {
      findings.push({ fixes: [], related: [], ...problem, rule: rule.id, severity });
    }
  }
  return findings.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
}
