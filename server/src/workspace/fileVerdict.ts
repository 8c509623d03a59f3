import picomatch from "picomatch/posix";
import type { FileVerdict, NoteSettings } from "./settings";

/**
 * What the settings say of the file at a URI or path; undefined where no glob matches it.
 * Globs are held against the path within the workspace folder and against the whole path.
 * An entry that is the file's own path comes first, then the last glob that matches. The user's globs go before the
 * repository's.
 */
export function fileVerdictOf(
  uri: string,
  settings: Pick<NoteSettings, "files" | "folder" | "repository">,
): FileVerdict | undefined {
  return verdictIn(uri, settings) ?? (settings.repository && verdictIn(uri, settings.repository));
}

function verdictIn(uri: string, settings: Pick<NoteSettings, "files" | "folder">): FileVerdict | undefined {
  const globs = Object.keys(settings.files);
  if (globs.length === 0) return undefined;
  const paths = pathsOf(uri, settings.folder);
  const own = globs.find((glob) => paths.includes(withSlashes(glob)));
  const decisive = own ?? globs.findLast((glob) => matches(glob, paths));
  return decisive === undefined ? undefined : settings.files[decisive];
}

function matches(glob: string, paths: readonly string[]): boolean {
  try {
    const isMatch = picomatch(glob, { dot: true });
    return paths.some((path) => isMatch(path));
  } catch {
    // Picomatch throws on an empty pattern and on one of absurd length: neither names a file.
    return false;
  }
}

function pathsOf(uri: string, folder: string): string[] {
  const whole = pathOf(uri);
  const root = `${pathOf(folder).replace(/\/$/, "")}/`;
  const isWithin = folder !== "" && schemeOf(uri) === schemeOf(folder) && whole.startsWith(root);
  // A whole path stands without its first slash too: as Windows writes it, and as `**/` wants it.
  return [...(isWithin ? [whole.slice(root.length)] : []), whole, whole.replace(/^\//, "")];
}

/** `/folder/note.md` of `file:///folder/note.md`; a Windows drive's letter is small. */
export function pathOf(uri: string): string {
  const path = uri.replace(/^[A-Za-z][A-Za-z\d+.-]+:(?:\/\/[^/]*)?/, "");
  return (path === uri ? withSlashes(path) : decoded(path)).replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
}

function schemeOf(uri: string): string {
  return /^[A-Za-z][A-Za-z\d+.-]+:(?:\/\/[^/]*)?/.exec(uri)?.[0] ?? "";
}

function withSlashes(path: string): string {
  return path.replace(/^[A-Z]:/, (drive) => drive.toLowerCase()).replaceAll("\\", "/");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
