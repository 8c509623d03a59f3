/**
 * Words without which no text is recognised as a meeting note.
 * Wider than any profile's signature: it only spares ordinary Markdown the cost of a reading.
 */
const noteWords =
  /attend|present|participant|roll call|agenda|minutes|notes|updates|announcements|note\s?taker|scribe|moderator|action\s?item|meeting|members|abbrev|adjourn|cancell?ed|notewright|teilnehm|anwesen|tagesordnung|protokoll|présen|ordre du jour|compte.rendu|asisten|orden del d|acta|[出参與与]|議|议|纪要/i;

/**
 * Whether the text could be a meeting note at all.
 * Cheap enough to run in an editor before the server starts; false means that `recognise` would say no.
 */
export function maybeNote(text: string): boolean {
  return noteWords.test(text);
}
