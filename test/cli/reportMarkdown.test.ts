import type { Root, Table } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import type { LintedFile } from "../../server/src/node/lintedFile";
import { reportMarkdown } from "../../server/src/node/reportMarkdown";
import { fileWith, reportOn } from "../support/reports";

const options = { least: "hint", failOn: "warning", summary: true, colours: false } as const;

function print(...files: LintedFile[]): string {
  return reportMarkdown(reportOn(files), options);
}

/** The cells of the rows below the head of the report's first table. */
function rowsOf(report: string): Table["children"] {
  const root: Root = unified().use(remarkParse).use(remarkGfm).parse(report);
  const table = root.children.find((node) => node.type === "table");
  return table?.children.slice(1) ?? [];
}

describe("reportMarkdown", () => {
  it("writes a table for each file with findings, and the counts", () => {
    expect(print(fileWith("one\n* ⟦Ana⟧: hello\n"), fileWith("fine"), fileWith("⟦a⟧", "hint", { path: "b.md" }))).toBe(
      `### \`may.md\`

| Place | Severity | Finding | Rule |
| --- | --- | --- | --- |
| 2:3 | warning | Unexpected X | \`title-date\` |

### \`b.md\`

| Place | Severity | Finding | Rule |
| --- | --- | --- | --- |
| 1:1 | hint | Unexpected X | \`title-date\` |

1 warning, 1 hint; 0 notes checked; 3 files left out as no note
`,
    );
  });

  it("keeps every word of a message a word of its cell", () => {
    const message = "a | b `c` *d* _e_ <b>f</b> [g](h) \\ &amp; ~~i~~\nj #1";
    const [row] = rowsOf(print(fileWith("⟦a⟧", "warning", { message })));
    expect(row?.children[2]?.children).toMatchObject([{ type: "text", value: message.replace("\n", " ") }]);
  });

  it("calls nobody whose handle is in a message", () => {
    const [row] = rowsOf(print(fileWith("⟦a⟧", "warning", { message: 'Unexpected "@ana-b", expected @org/team' })));
    const codes = row?.children[2]?.children.flatMap((node) => (node.type === "inlineCode" ? [node.value] : []));
    expect(codes).toEqual(["@ana-b", "@org/team"]);
  });

  it("shows a path with backticks as it is", () => {
    expect(print(fileWith("⟦a⟧", "warning", { path: "a`b.md" }))).toMatch(/^### `` a`b\.md ``\n/);
  });
});
