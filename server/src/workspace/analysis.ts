import type { Note } from "../model/note";
import { readNote } from "../model/readNote";
import { recognise, type Verdict } from "../profiles/recognise";
import { lint } from "../rules/lint";
import type { Finding } from "../rules/rule";
import { fileVerdictOf } from "./fileVerdict";
import type { NoteSettings } from "./settings";

/** Everything known of one version of a document. */
export interface Analysis {
  readonly verdict: Verdict;
  /** Null where the document is no note. */
  readonly note: Note | null;
  /** In the order of their places; empty where the document is no note. */
  readonly findings: readonly Finding[];
}

/** Recognises, reads and checks the text of the file at `uri` (or a path); pure, and total for any text. */
export function analyse(uri: string, text: string, settings: NoteSettings): Analysis {
  const verdict = recognise(text, { enabled: settings.enable, files: fileVerdictOf(uri, settings) });
  if (!verdict.isNote) return { verdict, note: null, findings: [] };
  const { format, severities } = verdict.profile;
  const note = readNote(text, format, { turnForm: settings.turns.form, labels: settings.labels, aliases: {} });
  return { verdict, note, findings: lint(note, format, { ...severities, ...settings.rules }) };
}
