import { describeFailure, type FileFailure } from "./fileFailure";
import type { LintedFile, LocatedFinding } from "./lintedFile";
import { findingsFrom, type Report, type ReportOptions } from "./report";
import { isAtLeast } from "./severity";

/**
 * JUnit's XML: a suite for each note, a case for each finding. The case fails from the severity `failOn` up, and is
 * skipped below; a note without findings is one case that passed, a file that could not be read one with an error.
 */
export function reportJunit({ files, failures }: Report, { least, failOn }: ReportOptions): string {
  const suites = [
    ...files.filter((file) => file.note).map((file) => suiteOf(file, findingsFrom(file, least), failOn)),
    ...failures.map((failure) => ({ path: failure.path, cases: [failureCase(failure)] })),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="notewright"${countsOf(suites.flatMap(({ cases }) => cases))}>
${suites.map(suiteText).join("")}</testsuites>
`;
}

interface Case {
  readonly kind: "passed" | "failure" | "skipped" | "error";
  readonly name: string;
  readonly message: string;
  readonly detail: string;
}

interface Suite {
  readonly path: string;
  readonly cases: readonly Case[];
}

function suiteOf({ path }: LintedFile, findings: readonly LocatedFinding[], failOn: ReportOptions["failOn"]): Suite {
  const cases = findings.map(({ rule, severity, message, range, line }): Case => {
    const place = `${range.start.line + 1}:${range.start.character + 1}`;
    const detail = `${path}:${place}: ${severity}: ${message} [${rule}]\n${line.trim()}`;
    return { kind: isAtLeast(severity, failOn) ? "failure" : "skipped", name: `${place} ${rule}`, message, detail };
  });
  return { path, cases: cases.length > 0 ? cases : [{ kind: "passed", name: "no findings", message: "", detail: "" }] };
}

function failureCase(failure: FileFailure): Case {
  const { reason, at } = failure;
  const name = at ? `${at.line + 1}:${at.character + 1}` : "read";
  return { kind: "error", name, message: reason, detail: at ? describeFailure(failure) : reason };
}

function suiteText({ path, cases }: Suite): string {
  const lines = cases.map((one) => `    ${caseText(path, one)}\n`);
  return `  <testsuite name="${escapeXml(path)}"${countsOf(cases)}>\n${lines.join("")}  </testsuite>\n`;
}

function caseText(path: string, { kind, name, message, detail }: Case): string {
  const open = `<testcase classname="${escapeXml(path)}" name="${escapeXml(name)}"`;
  if (kind === "passed") return `${open}/>`;
  const why = `${kind} message="${escapeXml(message)}"`;
  return `${open}>${kind === "skipped" ? `<${why}/>` : `<${why}>${escapeXml(detail)}</${kind}>`}</testcase>`;
}

function countsOf(cases: readonly Case[]): string {
  const count = (kind: Case["kind"]) => cases.filter((one) => one.kind === kind).length;
  const counts = { tests: cases.length, failures: count("failure"), errors: count("error"), skipped: count("skipped") };
  return Object.entries(counts)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** The text in XML 1.0, where most control characters and half of a surrogate pair have no place. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? character);
}
