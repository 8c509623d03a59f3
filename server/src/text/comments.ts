/** A stretch of Markdown without its comments, which nobody sees. */
export function withoutComments(markdown: string): string {
  if (!markdown.includes("<!--")) return markdown;
  let kept = "";
  let reached = 0;
  for (let start = markdown.indexOf("<!--"); start >= 0; start = markdown.indexOf("<!--", reached)) {
    const end = markdown.indexOf("-->", start + 2);
    kept += markdown.slice(reached, start);
    reached = end < 0 ? markdown.length : end + 3;
  }
  return kept + markdown.slice(reached);
}

/** The start of a line, up to the comments at its end. */
export function beforeComments(line: string): string {
  let end = line.length;
  for (let last = lastWord(line, end); line.endsWith("-->", last); last = lastWord(line, end)) {
    // Before what ends here, which another comment may follow at once.
    const start = line.lastIndexOf("<!--", last - "<!-->".length);
    if (start < 0) break;
    end = start;
  }
  return line.slice(0, end);
}

/** Where the white space before the offset starts. */
function lastWord(line: string, offset: number): number {
  let end = offset;
  while (end > 0 && /\s/.test(line[end - 1] ?? "")) end--;
  return end;
}
