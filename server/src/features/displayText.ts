/**
 * Markdown as one line of plain words, for a list or a menu: links by their words, no emphasis, no tags, no code ticks.
 * More than `limit` characters are cut and end in `…`; nothing at all becomes `…`, since editors refuse empty names.
 * Of what is far longer than anything shown, only the start is looked at.
 */
export function displayText(markdown: string, limit = 80): string {
  const start = markdown.slice(0, mostRead);
  const bare = mayBeMarked.test(start) ? withoutMarks(start) : start;
  const words = bare.replace(/\s+/g, " ").trim();
  if (words.length <= limit) return words || "…";
  const characters = [...words];
  if (characters.length > limit)
    return `${characters
      .slice(0, limit - 1)
      .join("")
      .trimEnd()}…`;
  return words || "…";
}

/** In UTF-16 units. */
const mostRead = 10_000;

/** Without any of these nothing is to be taken away. */
const mayBeMarked = /[`![<*_~\\]/;

/** Plain words as Markdown that shows them as they are. */
export function escapeMarkdown(words: string): string {
  return words.replace(/\s+/g, " ").replace(/[\\`*_{}[\]()<>#+\-.!|~&$:@]/g, "\\$&");
}

// Each pattern stops at the character that opens its like, so that a long run of openers is read once, not once for
// each. What is to be shown as it is passes through the later steps with a backslash before every mark.
function withoutMarks(markdown: string): string {
  return markdown
    .replace(code, (_code, _ticks, words: string) => escapeMarks(words))
    .replace(image, "$1")
    .replace(link, "$1")
    .replace(address, (_address, target: string) => escapeMarks(target))
    .replace(/(?<!\\)<\/?[A-Za-z][^<>]*>/g, "")
    .replace(/\*\*|~~|`+/g, "")
    .replace(star, "$1")
    .replace(underscores, "$2")
    .replace(/\\([\p{P}\p{S}])/gu, "$1");
}

function escapeMarks(words: string): string {
  return words.replace(/[\p{P}\p{S}]/gu, "\\$&");
}

const code = /(?<![`\\])(`{1,3})(?!`)([^`]+)\1(?!`)/g;
const target = String.raw`(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])`;
const image = new RegExp(String.raw`!\[((?:\\.|[^\[\]\\])*)\]${target}`, "g");
const link = new RegExp(String.raw`(?<!\\)\[((?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\])*\])*)\]${target}`, "g");
const address = /(?<!\\)<((?:https?|mailto):[^<>\s]+)>/g;
const star = /(?<!\\)\*(?=[^\s*])((?:\\.|[^*\\])*)(?<=\S)\*/g;
const underscores =
  /(?<![\p{L}\p{N}_\\])(_{1,3})(?=[^\s_])((?:\\.|[^_\\]|(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}]))*)(?<=\S)\1(?![\p{L}\p{N}_])/gu;
