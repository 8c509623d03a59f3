import { type Severity, severities } from "../rules/rule";

/** Whether a severity is `least` or above it. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}
