import type { AttendeeForm } from "../model/format";
import { asksForOthers } from "../model/placeholders";
import type { Block, HeadingBlock } from "../parse/blocks";
import { ChunkedText } from "../parse/chunkedText";
import { comparable } from "../text/compare";
import { trimEnd } from "../text/trim";
import type { ProfileParts } from "./configuration";

/** The name of the file that a group copies for each new note. */
export const templateName = /^template\.md$/i;

/** The file that some template has: `TEMPLATE.md`, `template-evening.md`, `meeting-template.md`. */
export function isTemplate(fileName: string): boolean {
  const name = fileName.toLowerCase();
  return name.includes("template") && /(?:^|[-_. ])template(?:[-_. ]\D{0,60})?\.(?:md|markdown)$/.test(name);
}

/** The length (in UTF-16 units) beyond which a file is no template. */
const longestTemplate = 100_000;

/**
 * What a group's template says of the form of its notes: the sections, how it lists attendees, and what it has in the
 * place of words.
 * Undefined for a text that is no template of meeting notes: one with neither a list of attendees nor an agenda.
 */
export function readTemplate(text: string): ProfileParts | undefined {
  if (text.length > longestTemplate) return undefined;
  const blocks = ChunkedText.of(text).chunks.flatMap((chunk) => chunk.blocks);
  const names = sectionNamesOf(blocks);
  const form = attendeeFormOf(blocks);
  const isOfNotes = form !== undefined || names.some((name) => /^(?:agenda|minutes)\b/.test(comparable(name)));
  if (!isOfNotes) return undefined;
  const sections = names.map((name) => ({ name }));
  const placeholders = placeholdersIn(blocks);
  return {
    ...(sections.length > 1 && { sections }),
    ...(form && { attendees: { form } }),
    ...(placeholders.length > 0 && { placeholders }),
  };
}

function placeholdersIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "item" && block.kind !== "paragraph") return [];
    const own = asksForOthers(block.words) ? [block.words.masked.trim()] : [];
    return [...own, ...(block.kind === "item" ? placeholdersIn(block.children) : [])];
  });
}

/** The headings below the title that are the same in each note. */
function sectionNamesOf(blocks: readonly Block[]): string[] {
  const [, ...headings] = blocks.filter((block): block is HeadingBlock => block.kind === "heading");
  const names = new Map<string, string>();
  for (const heading of headings) {
    const name = nameOf(heading);
    // Of two with one name, the inner one stands where it is written below.
    names.delete(comparable(name));
    names.set(comparable(name), name);
  }
  return [...names.values()].filter((name) => /^[^\d#{}<>[\]:|\uFFFC…]{2,60}$/.test(name) && !name.includes("..."));
}

function nameOf({ words }: HeadingBlock): string {
  return trimEnd(words.masked.replace(/^[*_\s]+/, ""), "*_: \t");
}

const attendeeLabel = /^(?:attend(?:ees?|ance|ing)|present|participants?|roll call|introduction of attendees)$/;

/** How the template lists attendees, if it does. */
function attendeeFormOf(blocks: readonly Block[]): AttendeeForm | undefined {
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "table" && block.rows.some(([label]) => label && attendeeLabel.test(comparable(label.text)))) {
      return isColumn(block.rows) ? (block.rows[0]?.length === 1 ? "column" : "columns") : "row";
    }
    if (block.kind !== "heading" || !attendeeLabel.test(comparable(nameOf(block)))) continue;
    const next = blocks[index + 1];
    if (next?.kind === "item") return "bullets";
    if (next?.kind === "paragraph") return next.words.masked.includes(",") ? "line" : "lines";
  }
  return undefined;
}

/** Whether the label heads a column, rather than a row. */
function isColumn([header = []]: readonly (readonly { readonly text: string }[])[]): boolean {
  return header.some(({ text }) => attendeeLabel.test(comparable(text)));
}
