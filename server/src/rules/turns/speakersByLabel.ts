import type { Note, Resolution, Speaker } from "../../model/note";
import { comparable } from "../../text/compare";
import type { Part, Span } from "../../text/span";
import { trimPart } from "../../text/span";
import type { Fix, RelatedPlace } from "../rule";

/** Editors show related places in a list: more than this many help nobody. */
const mostRelated = 20;

/** Everything that one label says in the turns of a note. */
export interface LabelInTurns<Kind extends Resolution["kind"]> {
  readonly who: Extract<Resolution, { kind: Kind }>;
  /** The label in each of its turns, without a mark such as `(chat)`; never empty. */
  readonly labels: readonly Part[];
  readonly first: Part;
}

/** The labels of a note's turns that were understood in the given way, case and accents aside, in order. */
export function speakersByLabel<Kind extends Resolution["kind"]>(note: Note, kind: Kind): LabelInTurns<Kind>[] {
  const byLabel = new Map<string, { who: Extract<Resolution, { kind: Kind }>; labels: Part[]; first: Part }>();
  for (const speaker of note.turns.flatMap((turn) => turn.speakers)) {
    if (!isOfKind(speaker.who, kind)) continue;
    const label = bareLabel(note, speaker);
    const known = byLabel.get(comparable(label.text));
    if (known) known.labels.push(label);
    else byLabel.set(comparable(label.text), { who: speaker.who, labels: [label], first: label });
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
  const bare = label.text.replace(/\s*(?:\([^()]*\)|\?)$/, "");
  return bare === "" ? label : trimPart(text, { start: label.span.start, end: label.span.start + bare.length });
}

function isOfKind<Kind extends Resolution["kind"]>(
  who: Resolution,
  kind: Kind,
): who is Extract<Resolution, { kind: Kind }> {
  return who.kind === kind;
}
