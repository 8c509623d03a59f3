import type { Lines } from "../text/lines";
import type { NoteSettings } from "./settings";

/** One version of a document. */
export interface NoteDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** The lines of {@link NoteDocument.text}. */
  readonly lines: Lines;
}

/** What the engine asks of its host beyond the document at hand. */
export interface NoteStore {
  /** The settings that hold for the document at the URI; the same object until they change. */
  settingsOf(uri: string): NoteSettings;
}
