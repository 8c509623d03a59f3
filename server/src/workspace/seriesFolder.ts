import type { FolderContent, NoteFiles } from "./store";

/**
 * The folder (a URI) of a note's series: the note's own, or the one above where that holds a year, a month of one, or
 * what is past.
 */
export function seriesFolderOf(uri: string): string {
  let folder = parentOf(uri);
  while (isOfTime(folder)) folder = parentOf(folder);
  return folder;
}

/** Folders of folders are read so many levels deep: `archive/2019`. */
const deepest = 3;

/** More files than this are no series. */
const mostFiles = 2_000;

/**
 * The Markdown files of the series in a folder, in no order: its own, those of years and of what is past; and, where
 * notes and agendas have a folder each, those of the other.
 */
export async function listSeries(folder: string, files: NoteFiles): Promise<string[]> {
  const found: string[] = [];
  const visit = async (content: FolderContent, depth: number): Promise<void> => {
    found.push(...content.files.filter(isMaybeNote));
    if (depth === deepest) return;
    for (const inner of content.folders.filter(isOfTime)) {
      if (found.length < mostFiles) await visit(await files.list(inner), depth + 1);
    }
  };
  await visit(await files.list(folder), 0);
  if (isOfOneKind(folder)) {
    const path = pathOfUri(folder);
    const beside = (await files.list(parentOf(folder))).folders.filter(isOfOneKind);
    for (const other of beside) if (pathOfUri(other) !== path) await visit(await files.list(other), 0);
  }
  return found.slice(0, mostFiles);
}

/**
 * The Markdown files of the series that the one in the folder is a part of, if it is: a subgroup's folder lies beside
 * the years of its group.
 */
export async function listWiderSeries(folder: string, files: NoteFiles): Promise<string[]> {
  const above = parentOf(folder);
  const { folders } = await files.list(above);
  return folders.some(isOfTime) ? listSeries(above, files) : [];
}

/** Whether a file of the URI may be of the series in the folder. */
export function mayBeOf(folder: string, uri: string): boolean {
  const highest = isOfOneKind(folder) ? parentOf(folder) : folder;
  return pathOfUri(uri).startsWith(`${pathOfUri(highest)}/`);
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

/** Whether a folder is called `2024`, `2024-03`, `2019-2020` or `archive`, or within a year's `03` or `03-Mar`. */
function isOfTime(folder: string): boolean {
  const name = nameOf(folder);
  if (/^(?:(?:19|20)\d{2}(?:[-_. ]?\d{2,4})?|archived?|archives|old|past|previous)$/i.test(name)) return true;
  return /^(?:\d{2}(?:[-_. ]\p{L}{3,9})?)$/u.test(name) && /^(?:19|20)\d{2}$/.test(nameOf(parentOf(folder)));
}

/** Whether a folder is for one kind of a group's files: notes, minutes or agendas. */
function isOfOneKind(folder: string): boolean {
  return /^(?:meeting[-_ ]?)?(?:notes|minutes|agendas?)$/i.test(nameOf(folder));
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
