// The classes of all letters take long to compile, half a millisecond each, and most text needs none of them.

/** Whether a letter of ASCII stands there: the cheapest that can be asked of a line's start, and true of most. */
export function startsWithAsciiLetter(text: string, at = 0): boolean {
  // Setting this bit makes capitals small, and nothing else a small letter.
  const code = text.charCodeAt(at) | 0x20;
  return code >= 0x61 && code <= 0x7a;
}

/** Whether the text holds a letter of any script. */
export function hasLetter(text: string): boolean {
  return /[A-Za-z]/.test(text) || /\p{L}/u.test(text);
}

/** Whether the text holds a letter or a digit of any script. */
export function hasLetterOrDigit(text: string): boolean {
  return /[A-Za-z0-9]/.test(text) || /[\p{L}\p{N}]/u.test(text);
}

/** Whether the text's last character is a letter or a digit of any script. */
export function endsInLetterOrDigit(text: string): boolean {
  // Of a long text a pattern would be tried at each character. The last one may be of two code units.
  const last = text.slice(-2);
  return /[A-Za-z0-9]$/.test(last) || (/[^\0-\x7f\u2010-\u2027\uFFFC]$/.test(last) && /[\p{L}\p{N}]$/u.test(last));
}

/** Whether the text's first character is a letter or a digit of any script. */
export function startsWithLetterOrDigit(text: string): boolean {
  return /^[A-Za-z0-9]/.test(text) || (/^[^\0-\x7f\u2010-\u2027\uFFFC]/.test(text) && /^[\p{L}\p{N}]/u.test(text));
}

/** The words of the text, letters and digits of any script. */
export function wordsOf(text: string): string[] {
  return text.match(hasLettersOfAscii.test(text) ? /[A-Za-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The pattern by which to search a text; it names letters and digits by `\p{…}` within brackets: `[\p{Lu}]{2,4}`. A text
 * with none but those of ASCII is searched for the ASCII characters of those classes alone.
 */
export function letterPattern(source: string, flags = ""): (text: string) => RegExp {
  // Neither is made before a text needs it: most texts need few of them, and few need any of those for all letters.
  let plain: RegExp | undefined;
  let any: RegExp | undefined;
  return (text) => {
    if (hasLettersOfAscii.test(text)) {
      plain ??= new RegExp(
        source.replace(/\\p\{(\w+)\}/g, (_, name: string) => inAscii[name] ?? ""),
        flags,
      );
      return plain;
    }
    any ??= new RegExp(source, `u${flags}`);
    return any;
  };
}

/** A test for such a pattern. */
export function letterTest(source: string): (text: string) => boolean {
  const patternFor = letterPattern(source);
  return (text) => patternFor(text).test(text);
}

/** Text that has no accents or letters of other scripts. */
export const isAscii = /^[\0-\x7f]*$/;

/** The same, but for dashes, quotes, dots and wide blanks, and for what stands for hidden characters. */
const hasLettersOfAscii = /^[\0-\x7f\xa0\u2010-\u2027\uFFFC]*$/;

const inAscii: Readonly<Record<string, string>> = { L: "A-Za-z", Lu: "A-Z", Ll: "a-z", N: "0-9" };
