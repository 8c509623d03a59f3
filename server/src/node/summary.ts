import { severities } from "../rules/rule";
import type { Report } from "./report";

/** One line without its end: how much was fixed, found, known, checked and left out. */
export function summarise({ files, known }: Report): string {
  const notes = files.filter((file) => file.note).length;
  const findings = files.flatMap((file) => file.findings);
  const counts = severities
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count > 1 && severity !== "information" ? "s" : ""}`);
  const fixes = files.reduce((sum, file) => sum + file.fixes, 0);
  return [
    ...(fixes > 0 ? [`${counted(fixes, "problem")} fixed`] : []),
    counts.length > 0 ? counts.join(", ") : known > 0 ? "no new findings" : "no findings",
    ...(known > 0 ? [`${counted(known, "finding")} in the baseline`] : []),
    `${counted(notes, "note")} checked`,
    ...(files.length > notes ? [`${counted(files.length - notes, "file")} left out as no note`] : []),
  ].join("; ");
}

/** A number and its noun, in the plural where it needs one. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
