import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the rules' pages are. */
export const pagesFolder = join(import.meta.dirname, "../../server/docs/rules");

/** A note that a page shows. */
export interface Example {
  readonly note: string;
  /** The path of its file, where it matters: it stands behind the language of the code block. */
  readonly path?: string;
}

/** A note that a page reports on, and the lines `line:column-line:column message` that it promises. */
export interface ReportedExample extends Example {
  readonly findings: readonly string[];
}

/** A rule's page, taken apart. */
export interface RulePage {
  readonly title: string;
  /** The first paragraph. */
  readonly summary: string;
  readonly severity: string;
  /** The full names that other notes of the series list: a fenced block under "Why it matters". */
  readonly known: readonly string[];
  /** The names under which others speak in such notes: such a block with `speaking` behind its language. */
  readonly speaking: readonly string[];
  /** The headings of the second level. */
  readonly headings: readonly string[];
  readonly accepted: readonly Example[];
  readonly reported: readonly ReportedExample[];
  /** The reported notes that have a fix, in their order, after the first fix of their first finding. */
  readonly fixed: readonly string[];
}

/** The ids of all pages, the index left out. */
export function listPages(): string[] {
  return readdirSync(pagesFolder)
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .map((name) => name.slice(0, -".md".length));
}

/** Reads the page of a rule; throws where there is none, or where a reported note has no list of findings. */
export function readRulePage(id: string): RulePage {
  const text = readFileSync(join(pagesFolder, `${id}.md`), "utf8");
  const blocks = readBlocks(text);
  const notesUnder = (heading: string) =>
    blocks.filter((block) => block.heading === heading && block.language === "markdown").map(exampleOf);
  const namesIn = (path: string) =>
    blocks
      .filter((block) => block.heading === "Why it matters" && block.path === path)
      .flatMap(({ content }) => content.trimEnd().split("\n"));
  const plain = text.replace(/^(`{3,})[\s\S]*?^\1$/gm, "");
  return {
    title: /^# (.*)$/m.exec(plain)?.[1] ?? "",
    summary: /^# .*\n\n([^\n]*)\n/.exec(plain)?.[1] ?? "",
    severity: /^Default severity: (.*)$/m.exec(plain)?.[1] ?? "",
    known: namesIn(""),
    speaking: namesIn("speaking"),
    headings: [...plain.matchAll(/^## (.*)$/gm)].map(([, heading = ""]) => heading),
    accepted: notesUnder("Accepted"),
    reported: pairUp(id, blocks),
    fixed: notesUnder("Fixed").map(({ note }) => note),
  };
}

interface FencedBlock {
  readonly heading: string;
  readonly language: string;
  readonly path: string;
  readonly content: string;
}

function readBlocks(text: string): FencedBlock[] {
  const fences =
    /^## (?<heading>.*)$|^(?<fence>`{3,})(?<language>\w*)(?: (?<path>\S+))?\n(?<content>[\s\S]*?)^\k<fence>$/gm;
  let heading = "";
  const blocks: FencedBlock[] = [];
  for (const { groups = {} } of text.matchAll(fences)) {
    if (groups.heading !== undefined) heading = groups.heading;
    else
      blocks.push({ heading, language: groups.language ?? "", path: groups.path ?? "", content: groups.content ?? "" });
  }
  return blocks;
}

function pairUp(id: string, blocks: readonly FencedBlock[]): ReportedExample[] {
  const reported = blocks.filter(({ heading }) => heading === "Reported");
  return reported.flatMap((block, index) => {
    if (block.language !== "markdown") return [];
    const next = reported[index + 1];
    if (next?.language !== "text") throw new Error(`${id}: a reported note without its findings`);
    return { ...exampleOf(block), findings: next.content.trimEnd().split("\n") };
  });
}

function exampleOf({ content, path }: FencedBlock): Example {
  return { note: content, ...(path !== "" && { path }) };
}
