import type { Finding, Fix, Notice } from "../rules/rule";
import { touches } from "../text/span";
import type { Analysis } from "../workspace/analysis";
import { withOwn } from "../workspace/carriedOver";
import type { EarlierNote } from "../workspace/earlierNote";
import type { NoteDocument } from "../workspace/store";
import { moveFinding } from "./moveFinding";
import type { OpenNote } from "./openNote";

/** The document with the note as it is read in this version; undefined where it is none. */
export function openFresh(document: NoteDocument, known: Analysis): OpenNote | undefined {
  const { verdict, note, notices } = known;
  if (!verdict.isNote || !note) return undefined;
  return {
    document,
    note,
    toNote: (offset) => offset,
    toDocument: (offset) => offset,
    notices,
    // Not every feature needs them.
    get findings() {
      return known.findings;
    },
    format: verdict.profile.format,
  };
}

/** The same with the note as it was read earlier where only places have changed since, so that it need not be read anew. */
export function openEarly(document: NoteDocument, known: Analysis): OpenNote | undefined {
  const { verdict, notices, earlier } = known;
  if (!verdict.isNote || !earlier) return openFresh(document, known);
  let findings: readonly Finding[] | undefined;
  return {
    document,
    note: earlier.note,
    toNote: earlier.toNote,
    toDocument: earlier.toText,
    notices,
    get findings() {
      findings ??= findingsBehind(earlier, known);
      return findings;
    },
    format: verdict.profile.format,
  };
}

function findingsBehind({ findings, own, toText, line }: EarlierNote, known: Analysis): readonly Finding[] {
  // A fix that takes the line elsewhere has its words as they were.
  const isStale = ({ edits }: Fix): boolean => edits.some(({ span }) => touches(span, line));
  const renew = (moved: Notice): readonly Fix[] => known.findings.find((fresh) => isSame(fresh, moved))?.fixes ?? [];
  const others = findings.map((finding) => moveFinding(finding, toText, isStale, renew));
  return withOwn(others, own);
}

function isSame(one: Notice, other: Notice): boolean {
  // At one place a rule may miss several things.
  const isAlike = one.rule === other.rule && one.message === other.message;
  return isAlike && one.at.start === other.at.start && one.at.end === other.at.end;
}
