import { readFile, writeFile } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { Complaint } from "./complaint";
import { reasonOf } from "./fileFailure";
import { type Identity, identityOf, keyOf } from "./identity";
import type { LintedFile } from "./lintedFile";

/** Findings that are known and no longer reported, by the file's path as seen from the baseline's folder. */
export interface Baseline {
  readonly version: 1;
  readonly files: Readonly<Record<string, readonly Identity[]>>;
}

/** Reads the baseline at `path`; undefined where there is none, a {@link Complaint} where it is something else. */
export async function readBaseline(path: string): Promise<Baseline | undefined> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new Complaint(`${path}: ${reasonOf(error)}`);
  });
  if (text === undefined) return undefined;
  const value = parseJson(text);
  if (isBaseline(value)) return value;
  throw new Complaint(`${path}: is no baseline; delete it to record a new one`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isBaseline(value: unknown): value is Baseline {
  const { version, files } = (value ?? {}) as Partial<Baseline>;
  if (version !== 1 || typeof files !== "object" || files === null) return false;
  return Object.values(files).every((entries) => Array.isArray(entries) && entries.every(isIdentity));
}

function isIdentity(value: unknown): value is Identity {
  const { rule, message, words } = (value ?? {}) as Partial<Identity>;
  return [rule, message, words].every((part) => typeof part === "string");
}

/** Records the findings of the files in the baseline at `path`; files that were not linted keep their entries. */
export async function writeBaseline(
  path: string,
  files: readonly LintedFile[],
  before: Baseline | undefined,
): Promise<void> {
  const entries = new Map<string, readonly Identity[]>(Object.entries(before?.files ?? {}));
  for (const file of files) {
    const name = nameIn(path, file.path);
    if (file.findings.length > 0) entries.set(name, file.findings.map(identityOf));
    else entries.delete(name);
  }
  const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
  const baseline: Baseline = { version: 1, files: Object.fromEntries(sorted) };
  await writeFile(path, `${JSON.stringify(baseline, null, 2)}\n`).catch((error: unknown) => {
    throw new Complaint(`${path}: ${reasonOf(error)}`);
  });
}

/** The files with only those findings that the baseline at `path` does not know; each entry answers for one finding. */
export function withoutKnown(path: string, baseline: Baseline, files: readonly LintedFile[]): LintedFile[] {
  return files.map((file) => {
    const name = nameIn(path, file.path);
    const known = (Object.hasOwn(baseline.files, name) ? (baseline.files[name] ?? []) : []).map(keyOf);
    const findings = file.findings.filter((finding) => {
      const index = known.indexOf(keyOf(identityOf(finding)));
      if (index >= 0) known.splice(index, 1);
      return index < 0;
    });
    return { ...file, findings };
  });
}

function nameIn(baseline: string, path: string): string {
  return path === "-" ? path : relative(dirname(resolve(baseline)), resolve(path)).replaceAll("\\", "/");
}
