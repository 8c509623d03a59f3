/**
 * Markdown as one line of plain words, for a list or a menu: links by their words, no emphasis, no code ticks.
 * More than `limit` characters are cut and end in `…`; nothing at all becomes `…`, since editors refuse empty names.
 */
export function displayText(markdown: string, limit = 80): string {
  const words = markdown
    .replace(/!?\[((?:\\.|[^\]\\])*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])/g, "$1")
    .replace(/<((?:https?|mailto):[^>\s]+)>/g, "$1")
    .replace(/\*\*|~~|`+/g, "")
    .replace(/\\([\p{P}\p{S}])/gu, "$1")
    .replace(/\s+/g, " ")
    .trim();
  const characters = [...words];
  if (characters.length > limit)
    return `${characters
      .slice(0, limit - 1)
      .join("")
      .trimEnd()}…`;
  return words || "…";
}

/** Plain words as Markdown that shows them as they are. */
export function escapeMarkdown(words: string): string {
  return words.replace(/\s+/g, " ").replace(/[\\`*_{}[\]()<>#+\-.!|~&$:@]/g, "\\$&");
}
