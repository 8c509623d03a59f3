import type { Fix, Log, PhysicalLocation, Region, ReportingDescriptor, Result } from "sarif";
import { version } from "../../../package.json";
import { rules } from "../rules/index";
import type { Severity } from "../rules/rule";
import { digest, identityOf, keyOf } from "./identity";
import type { LineRange, LintedFile, LocatedFinding, LocatedFix } from "./lintedFile";
import { findingsFrom, type Report, type ReportOptions } from "./report";

/** SARIF 2.1.0, for GitHub's code scanning and others; places are relative to the folder that the command ran in. */
export function reportSarif({ files, failures }: Report, { least }: ReportOptions): string {
  const notifications = failures.map(({ path, reason, at }) => ({
    level: "error" as const,
    message: { text: reason },
    locations: [
      { physicalLocation: at ? placeOf(path, { start: at, end: at }) : { artifactLocation: artifactOf(path) } },
    ],
  }));
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Notewright", semanticVersion: version, rules: rules.map(descriptorOf) } },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: failures.length === 0, toolExecutionNotifications: notifications }],
        results: files.flatMap((file) => resultsOf(file, findingsFrom(file, least))),
      },
    ],
  };
  return `${JSON.stringify(log)}\n`;
}

const levels = { error: "error", warning: "warning", information: "note", hint: "note" } as const satisfies Record<
  Severity,
  string
>;

function descriptorOf({ id, summary, severity }: (typeof rules)[number]): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: `notewright explain ${id}` },
    defaultConfiguration: severity === "off" ? { enabled: false } : { level: levels[severity] },
  };
}

function resultsOf({ path }: LintedFile, findings: readonly LocatedFinding[]): Result[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = keyOf(identityOf(finding));
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    const { rule, severity, message, range, related, fixes } = finding;
    return {
      ruleId: rule,
      ruleIndex: rules.findIndex(({ id }) => id === rule),
      level: levels[severity],
      message: { text: message },
      locations: [{ physicalLocation: placeOf(path, range) }],
      partialFingerprints: { "notewrightFinding/v1": digest(`${path}\n${key}\n${count}`) },
      ...(related.length > 0 && {
        relatedLocations: related.map((place) => ({
          physicalLocation: placeOf(path, place.range),
          message: { text: place.message },
        })),
      }),
      ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(path, fix)) }),
    };
  });
}

function fixOf(path: string, { title, edits }: LocatedFix): Fix {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: regionOf(range),
    ...(newText !== "" && { insertedContent: { text: newText } }),
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: artifactOf(path), replacements }] };
}

function placeOf(path: string, range: LineRange): PhysicalLocation {
  return { artifactLocation: artifactOf(path), region: regionOf(range) };
}

function artifactOf(path: string): { uri: string; uriBaseId: string } {
  const uri = path
    .split("/")
    .map((part) => encodeURIComponent(part))
    .join("/");
  return { uri, uriBaseId: "%SRCROOT%" };
}

function regionOf({ start, end }: LineRange): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
