import type { Roster } from "../model/note";
import type { Edited } from "../text/difference";
import type { Lines } from "../text/lines";
import type { NoteSettings } from "./settings";

/** One version of a document. */
export interface NoteDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** The lines of {@link NoteDocument.text}. */
  readonly lines: Lines;
  /** The version before and the one edit since, where that is known: else it has to be looked for. */
  readonly edited?: Edited | undefined;
}

/** What the engine asks of its host beyond the document at hand. */
export interface NoteStore {
  /** The settings that hold for the document at the URI; the same object until they change. */
  settingsOf(uri: string): NoteSettings;
  /** Who is known beside the people of the document's own list; the same object until somebody else is. */
  rosterOf(uri: string): Roster;
}

/** What a folder holds: URIs. */
export interface FolderContent {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** The files beside the documents that are open. */
export interface NoteFiles {
  /** Nothing for a folder that is none or cannot be read. */
  list(folder: string): Promise<FolderContent>;
  /** The text of a file; undefined for one that is none, cannot be read, or has more than `mostBytes`. */
  read(uri: string, mostBytes: number): Promise<string | undefined>;
}
