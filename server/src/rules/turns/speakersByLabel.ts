import type { Note, Resolution, UnclearSpeaker } from "../../model/note";
import type { Places } from "../../model/places";
import { type Fix, mostRelated, type RelatedPlace } from "../rule";

/** The speakers of a note whose labels were understood in the given way, in the order in which they first speak. */
export function speakersByLabel<Kind extends Resolution["kind"]>(
  note: Note,
  kind: Kind,
): (UnclearSpeaker & { readonly who: Extract<Resolution, { kind: Kind }> })[] {
  return note.unclearSpeakers.filter(
    (speaker): speaker is UnclearSpeaker & { who: Extract<Resolution, { kind: Kind }> } => {
      return speaker.who.kind === kind;
    },
  );
}

/** `Ann`, or `Ann (3 turns)`, quoted for a message. */
export function nameWithTurns({ count }: Places, name: string): string {
  return count === 1 ? `"${name}"` : `"${name}" (${count} turns)`;
}

/** The turns behind the first, as related places. */
export function otherTurns(places: Places): RelatedPlace[] {
  const [, ...others] = places.first(mostRelated + 1);
  return others.map(({ span, text }) => ({ at: span, message: `${text} speaks here too` }));
}

/** The fix that writes another name in all turns of a label. */
export function changeLabel(places: Places, name: string): Fix {
  const turns = places.count === 1 ? "" : ` in ${places.count} turns`;
  return {
    title: `Change to "${name}"${turns}`,
    safe: false,
    // There may be thousands, and most fixes are never asked for.
    get edits() {
      return places.first().map(({ span }) => ({ span, newText: name }));
    },
  };
}
