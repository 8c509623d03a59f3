/** An attendee table as Markdown: an empty header, then a row for each label and value; no line end behind it. */
export function writeTable(rows: readonly (readonly [label: string, value: string])[], ending: string): string {
  const width = rows.reduce((widest, [label]) => Math.max(widest, label.length), 0);
  const lines = rows.map(([label, value]) => `| ${label.padEnd(width)} | ${value} |`);
  return ["|          |      |", "| -------- | -------- |", ...lines].join(ending);
}
