/**
 * Words without which no text is recognised as a meeting note.
 * Wider than any profile's signature: it only spares ordinary Markdown the cost of a reading.
 */
const noteWords =
  /attend|present|participant|agenda|minutes|updates|note\s?taker|scribe|action\s?item|meeting|notewright/i;

/**
 * Whether the text could be a meeting note at all.
 * Cheap enough to run in an editor before the server starts; false means that `recognise` would say no.
 */
export function maybeNote(text: string): boolean {
  return noteWords.test(text);
}
