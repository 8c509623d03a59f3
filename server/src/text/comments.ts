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
