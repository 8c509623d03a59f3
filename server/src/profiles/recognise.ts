import { readStructure } from "../model/readStructure";
import { readTable } from "../model/readTable";
import { readTitle } from "../model/readTitle";
import type { Block } from "../parse/blocks";
import { comparable, sameWords } from "../text/compare";
import { attendeeTable } from "./attendeeTable";
import type { Profile } from "./profile";

/** Whether a Markdown text is a meeting note, in which form, and why; the reason is for the user to read. */
export type Verdict =
  | { readonly isNote: true; readonly profile: Profile; readonly reason: string }
  | { readonly isNote: false; readonly profile: null; readonly reason: string };

/** What the user's settings say of a file; `undefined` where they say nothing. */
export type Choice = "note" | "ignore" | undefined;

/**
 * Judges a text by the settings first, then by its front matter (`type: meeting-notes`) or a comment
 * (`<!-- notewright: note -->`, `<!-- notewright: ignore -->`), then by its content.
 */
export function recognise(text: string, blocks: readonly Block[], choice: Choice): Verdict {
  if (choice === "note") return noteBecause("your settings say so");
  if (choice === "ignore") return ordinaryBecause("your settings say so");
  const marked = readMarker(text, blocks);
  if (marked) return marked;
  const content = describeContent(text, blocks);
  return content ? noteBecause(content) : ordinaryBecause("it has neither an attendee table nor the sections of one");
}

function noteBecause(reason: string): Verdict {
  return { isNote: true, profile: attendeeTable, reason: `A meeting note: ${reason}` };
}

function ordinaryBecause(reason: string): Verdict {
  return { isNote: false, profile: null, reason: `No meeting note: ${reason}` };
}

function readMarker(text: string, blocks: readonly Block[]): Verdict | undefined {
  for (const block of blocks) {
    const source = text.slice(block.span.start, block.span.end);
    if (block.kind === "frontMatter" && /^type\s*[:=]\s*["']?meeting-notes?["']?\s*$/m.test(source)) {
      return noteBecause("its front matter says so");
    }
    if (block.kind !== "html") continue;
    const word = /<!--\s*notewright:\s*(note|ignore)\s*-->/.exec(source)?.[1];
    if (word === "note") return noteBecause("a comment in it says so");
    if (word === "ignore") return ordinaryBecause("a comment in it says so");
  }
  return undefined;
}

/** What in the content makes it a note of the one form that is known, if anything does. */
function describeContent(text: string, blocks: readonly Block[]): string | undefined {
  const { format } = attendeeTable;
  const title = readTitle(text, blocks, format);
  const rows = readTable(text, blocks, format)?.rows.filter((row) => row.kind !== "other") ?? [];
  const attending = rows.find((row) => row.kind === "attending");
  const isOwnLabel = attending && sameWords(attending.label.text, format.attendees.attending[0] ?? "");
  // `Participants` alone may count the people of a study.
  if (attending && (isOwnLabel || rows.length > 1 || title?.date)) {
    return `it has a table with the ${rows.length === 1 ? "row" : "rows"} ${rows.map((row) => row.label.text).join(" and ")}`;
  }
  if (!title?.date?.year || blocks.some((block) => listsAttendees(block))) return undefined;
  const { sections } = readStructure(text, blocks, format, [title.span]);
  const found = new Set(sections.flatMap((section) => section.form?.role ?? section.near?.form.role ?? []));
  return found.has("updates") && found.has("agenda") ? "it has a dated heading and the sections of one" : undefined;
}

/** Whether the block lists who was there in the way of another form, of which nothing is known yet. */
function listsAttendees(block: Block): boolean {
  if (block.kind === "table")
    return block.rows[0]?.some(({ text: cell }) => attendeeLabel.test(comparable(cell))) ?? false;
  if (!("words" in block)) return false;
  const [lead = ""] = /^[*_\s]*/.exec(block.words.masked) ?? [];
  return attendeeLabel.test(comparable(block.words.masked.slice(lead.length)));
}

/** How other groups name their list of attendees, and what else only their notes have. */
const attendeeLabel =
  /^(?:attend(?:ees?|ance|ing)|present|participants?|roll call|introduction of attendees|scribes?|regrets|registration|links|logistics|moderator|names?)(?:$|[^\p{L}])/u;
