/**
 * The text without the characters of the set at its end. In linear time, where a pattern that ends in `$`
 * would try every run of such characters on its way.
 */
export function trimEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1] ?? "")) end--;
  return text.slice(0, end);
}
