import type { Note } from "../model/note";
import { readNote } from "../model/readNote";
import { BlockParser } from "../parse/parseBlocks";
import { recognise, type Verdict } from "../profiles/recognise";
import { maybeNote } from "../profiles/signature";
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

/**
 * Recognises, reads and checks the text of the file at `uri` (or a path); pure, and total for any text.
 * A `parser` that parsed an earlier version of the text is quicker with this one.
 */
export function analyse(uri: string, text: string, settings: NoteSettings, parser = new BlockParser()): Analysis {
  const choice = fileVerdictOf(uri, settings);
  if (!settings.enable) return ordinary("No meeting note: Notewright is turned off in your settings");
  if (choice === undefined && !maybeNote(text)) return ordinary("No meeting note: it has none of a note's words");
  const blocks = parser.parse(text);
  const verdict = recognise(text, blocks, choice);
  if (!verdict.isNote) return { verdict, note: null, findings: [] };
  const { format, severities } = verdict.profile;
  const options = { turnForm: settings.turns.form, labels: settings.labels, aliases: {} };
  const note = readNote(text, format, options, blocks);
  return { verdict, note, findings: lint(note, format, { ...severities, ...settings.rules }) };
}

function ordinary(reason: string): Analysis {
  return { verdict: { isNote: false, profile: null, reason }, note: null, findings: [] };
}
