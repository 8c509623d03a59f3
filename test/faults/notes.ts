import { noteWith } from "../support/world";

/** A small note in which a stranger speaks. */
export const strangerNote = noteAbove("* Ana: all is well");

/** The rules of what is found in {@link strangerNote}. */
export const strangerFindings = ["speaker-unknown"];

/** A note in which Zoe, a stranger, speaks twice below the given turns. */
export function noteAbove(turns: string, attending?: string): string {
  const rest = "## Agenda\n\n* Harbour lights\n\n## Action Items\n\n* Bo: paint\n";
  return noteWith(`## Updates\n\n${turns}\n* Zoe: two boats\n* Zoe: one more\n\n${rest}`, attending);
}
