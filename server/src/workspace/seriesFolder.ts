import type { FolderContent, NoteFiles } from "./store";

/** The folder (a URI) of a note's series: the note's own, or the one above where that holds a year or what is past. */
export function seriesFolderOf(uri: string): string {
  let folder = parentOf(uri);
  while (isOfYearOrPast(nameOf(folder))) folder = parentOf(folder);
  return folder;
}

/** Folders of folders are read so many levels deep: `archive/2019`. */
const deepest = 3;

/** More files than this are no series. */
const mostFiles = 2_000;

/** The Markdown files of the series in a folder, in no order: its own, and those of years and of what is past. */
export async function listSeries(folder: string, files: NoteFiles): Promise<string[]> {
  const found: string[] = [];
  const visit = async (content: FolderContent, depth: number): Promise<void> => {
    found.push(...content.files.filter(isMaybeNote));
    if (depth === deepest) return;
    for (const inner of content.folders.filter((name) => isOfYearOrPast(nameOf(name)))) {
      if (found.length < mostFiles) await visit(await files.list(inner), depth + 1);
    }
  };
  await visit(await files.list(folder), 0);
  return found.slice(0, mostFiles);
}

/** The path of a URI as people read it, so that two spellings of one URI are equal. */
export function pathOfUri(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(/^(file:\/\/\/)([A-Z]:)/, (_, start: string, drive: string) => {
      return start + drive.toLowerCase();
    });
  } catch {
    return uri;
  }
}

/** `2024`, `2024-03`, `2019-2020`, `archive`. */
function isOfYearOrPast(name: string): boolean {
  return /^(?:(?:19|20)\d{2}(?:[-_. ]?\d{2,4})?|archived?|archives|old|past|previous)$/i.test(name);
}

function isMaybeNote(uri: string): boolean {
  const name = nameOf(uri);
  return /\.(?:md|markdown)$/i.test(name) && !/^(?:readme|template|contributing|changelog)\b/i.test(name);
}

function parentOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.replace(/\/$/, "").lastIndexOf("/")));
}

function nameOf(uri: string): string {
  return pathOfUri(uri).replace(/\/$/, "").split("/").at(-1) ?? "";
}
