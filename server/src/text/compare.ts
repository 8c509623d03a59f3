import { remembering, rememberingOf } from "./remembering";

/** The text as names and labels are compared: no accents, no case, no dots, single spaces. */
export function comparable(text: string): string {
  // Most names have nothing that is to go: they are ASCII without dots and quotes, between blanks that stay.
  if (!/[^ -&(-\-/-_a-~]|^ | $| {2}/.test(text)) return text.toLowerCase();
  // ASCII has no accents to look for.
  const bare = /^[ -~]*$/.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "");
  return bare
    .replace(/[.’'`]/g, "")
    .replace(/\s{2,}|[^\S ]/g, " ")
    .trim()
    .toLowerCase();
}

/**
 * The same, remembered, for the names that forms of notes have for their parts: forms share most of them, and all are
 * asked for at once.
 */
export const comparableName = remembering(1_000, comparable);

/** The names that a form of notes has for one of its parts, comparable; made once for each list of them. */
export const comparableNames = rememberingOf((names: readonly string[]): ReadonlySet<string> => {
  return new Set(names.map(comparableName));
});

/** Whether two texts are the same but for case, accents, dots and white space. */
export function sameWords(first: string, second: string): boolean {
  return comparable(first) === comparable(second);
}
