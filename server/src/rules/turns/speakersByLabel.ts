import type { Note, Resolution, Speaker } from "../../model/note";
import { withoutMark } from "../../model/readSpeakers";
import { comparable } from "../../text/compare";
import type { Part, Span } from "../../text/span";
import { trimPart } from "../../text/span";
import { type Fix, mostRelated, type RelatedPlace } from "../rule";

/** Everything that one label says in the turns of a note. */
export interface LabelInTurns<Kind extends Resolution["kind"]> {
  readonly who: Extract<Resolution, { kind: Kind }>;
  /** The label in each of its turns, without a mark such as `(chat)`; never empty. */
  readonly labels: readonly Part[];
  readonly first: Part;
}

/** The labels of a note's turns that were understood in the given way, case and accents aside, in order. */
export function speakersByLabel<Kind extends Resolution["kind"]>(note: Note, kind: Kind): LabelInTurns<Kind>[] {
  const keys = new Map<string, string>();
  const byLabel = new Map<string, { who: Extract<Resolution, { kind: Kind }>; labels: Part[]; first: Part }>();
  for (const speaker of note.turns.flatMap((turn) => turn.speakers)) {
    if (!isOfKind(speaker.who, kind)) continue;
    const label = bareLabel(note, speaker);
    const key = keys.get(label.text) ?? comparable(label.text);
    keys.set(label.text, key);
    const known = byLabel.get(key);
    if (known) known.labels.push(label);
    else byLabel.set(key, { who: speaker.who, labels: [label], first: label });
  }
  return [...byLabel.values()];
}

/** `Ann`, or `Ann (3 turns)`, quoted for a message. */
export function nameWithTurns(labels: readonly Part[], name: string): string {
  return labels.length === 1 ? `"${name}"` : `"${name}" (${labels.length} turns)`;
}

/** The turns behind the first, as related places. */
export function otherTurns(labels: readonly Part[]): RelatedPlace[] {
  return labels.slice(1, mostRelated + 1).map(({ span, text }) => ({ at: span, message: `${text} speaks here too` }));
}

/** The fix that writes another name in all turns of a label. */
export function changeLabel(labels: readonly Part[], name: string): Fix {
  const turns = labels.length === 1 ? "" : ` in ${labels.length} turns`;
  const edits = labels.map(({ span }: { readonly span: Span }) => ({ span, newText: name }));
  return { title: `Change to "${name}"${turns}`, edits, safe: false };
}

function bareLabel({ text }: Note, { label }: Speaker): Part {
  const { start } = label.span;
  return trimPart(text, { start, end: start + withoutMark(label.text).length });
}

function isOfKind<Kind extends Resolution["kind"]>(
  who: Resolution,
  kind: Kind,
): who is Extract<Resolution, { kind: Kind }> {
  return who.kind === kind;
}
