/** The pattern of any of the words, in capitals or not. */
export function anyOf(words: readonly string[]): string {
  return words.map((word) => anyCase(word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))).join("|");
}

/**
 * The pattern with each letter in both cases, for one without escapes that are letters. The flag `i` does the same, but
 * makes every class of the whole pattern slow to compile.
 */
export function anyCase(pattern: string): string {
  // What has no cases stays as it is; to look for letters alone, the class of all of them would have to be compiled.
  return pattern.replace(/[A-Za-z]|[^\0-\x7f]/gu, (letter) => {
    const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
    return lower === upper || lower.length !== upper.length ? letter : `[${upper}${lower}]`;
  });
}
