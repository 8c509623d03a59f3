/**
 * Where a link's `(destination "title")` ends that starts at `start`; undefined where there is none.
 * `unclosed` remembers which marks close no title behind, so that many attempts in one text stay cheap.
 */
export function endOfResource(text: string, start: number, unclosed: Set<string>): number | undefined {
  const first = endOfSpace(text, start + 1);
  if (text[first] === ")") return first + 1;
  const destination = text[first] === "<" ? endOfEnclosed(text, first) : endOfRaw(text, first);
  if (destination === undefined) return undefined;
  const second = endOfSpace(text, destination);
  const mark = text[second] ?? "";
  if (second === destination || !/["'(]/.test(mark)) return text[second] === ")" ? second + 1 : undefined;
  const title = endOfTitle(text, second, mark === "(" ? ")" : mark, unclosed);
  if (title === undefined) return undefined;
  const last = endOfSpace(text, title);
  return text[last] === ")" ? last + 1 : undefined;
}

function endOfSpace(text: string, start: number): number {
  let end = start;
  while (isSpace(text[end])) end++;
  return end;
}

function isSpace(character: string | undefined): boolean {
  return character === " " || character === "\t" || character === "\n" || character === "\r";
}

function endOfEnclosed(text: string, start: number): number | undefined {
  const [destination] = /^<(?:[^<>\\\r\n]|\\[<>\\]|\\(?![<>\\]))*>/.exec(text.slice(start)) ?? [];
  return destination === undefined ? undefined : start + destination.length;
}

/** To remark, parentheses nest 32 deep. */
const deepestParenthesis = 32;

function endOfRaw(text: string, start: number): number | undefined {
  let depth = 0;
  // From one character that may end it to the next.
  const signs = /[\0-\x20\x7f()\\]/g;
  signs.lastIndex = start;
  for (let sign = signs.exec(text); sign; sign = signs.exec(text)) {
    const [character] = sign;
    const end = sign.index;
    if (depth === 0 && (character === ")" || isSpace(character))) return end > start ? end : undefined;
    if (character <= " " || character === "\x7f") return undefined;
    if (character === "\\") {
      if (/[()\\]/.test(text[end + 1] ?? "")) signs.lastIndex = end + 2;
    } else if (character === ")") depth--;
    else if (character === "(" && ++depth > deepestParenthesis) return undefined;
  }
  return undefined;
}

function endOfTitle(text: string, start: number, mark: string, unclosed: Set<string>): number | undefined {
  if (unclosed.has(mark)) return undefined;
  for (let end = start + 1; end < text.length; end++) {
    if (text[end] === mark) return end + 1;
    if (text[end] === "\\" && (text[end + 1] === mark || text[end + 1] === "\\")) end++;
  }
  unclosed.add(mark);
  return undefined;
}

const attribute = String.raw`[ \t\r\n]+[a-z_:][\w.:-]*(?:[ \t\r\n]*=[ \t\r\n]*(?:"[^"]*"|'[^']*'|[^\s"'=<>\`][^\s"'=<>\`/]*))?`;

/** A tag with so many attributes that a pattern for any number of them would run out of stack. */
const longTag = new RegExp(String.raw`^<[a-z][a-z\d-]*(?:${attribute}){100}`, "i");

const anglePatterns: readonly RegExp[] = [
  /^<[a-z][a-z\d+.-]{1,31}:[^\0-\x20<>\x7f]*>/i,
  /^<[\w#$%&'*+./=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*>/i,
  new RegExp(String.raw`^<[a-z][a-z\d-]*(?:${attribute}){0,99}[ \t\r\n]*\/?>`, "i"),
  /^<\/[a-z][a-z\d-]*[ \t\r\n]*>/i,
];

/**
 * Where what starts with `<` at `start` ends, if it is an autolink or HTML; `start` itself where it is plain text;
 * undefined in doubt.
 */
export function endOfAngle(text: string, start: number): number | undefined {
  const rest = text.slice(start);
  if (/^<[!?]/.test(rest)) {
    const end = rest.startsWith("<!--") ? rest.indexOf("-->", 2) : -1;
    return end < 0 ? undefined : start + end + 3;
  }
  if (longTag.test(rest)) return undefined;
  for (const pattern of anglePatterns) {
    const [found] = pattern.exec(rest) ?? [];
    if (found !== undefined) return start + found.length;
  }
  return start;
}
