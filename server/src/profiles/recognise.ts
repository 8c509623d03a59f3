import type { Draft } from "../model/draft";
import type { Passage } from "../model/passage";
import { readTitle } from "../model/readTitle";
import type { Block } from "../parse/blocks";
import type { ChunkedText } from "../parse/chunkedText";
import { shiftBlock } from "../parse/shiftBlocks";
import { comparable, sameWords } from "../text/compare";
import { attendeeTable } from "./attendeeTable";
import type { Profile } from "./profile";

/** What a text lacks that is no note. */
export const noContent = "it has neither an attendee table nor the sections of one";

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
export function recognise(draft: Draft, choice: Choice): Verdict {
  if (choice === "note") return noteBecause("your settings say so");
  if (choice === "ignore") return ordinaryBecause("your settings say so");
  const marked = readMarker(draft);
  if (marked) return marked;
  const content = describeContent(draft);
  return content ? noteBecause(content) : ordinaryBecause(noContent);
}

/**
 * Whether a look at the top of a text shows that its content makes it no note; `recognise` would say the same of it, but
 * would have to read it all.
 */
export function isRuledOut({ text, chunks, starts }: ChunkedText): boolean {
  if (maybeMarked.test(text) || maybeAttendeeRow.test(text)) return false;
  for (const [index, { blocks }] of chunks.entries()) {
    const heading = blocks.find(({ kind }) => kind === "heading");
    if (!heading) continue;
    const title = readTitle(text, [shiftBlock(heading, starts[index] ?? 0)], attendeeTable.format);
    return !title?.date?.year || chunks.some((chunk) => chunk.blocks.some(listsAttendees));
  }
  return true;
}

const maybeMarked = /notewright|meeting-note/;
/** A label of the attendees' row with the bar behind it. */
const maybeAttendeeRow = new RegExp(
  String.raw`(?:${attendeeTable.format.attendees.attending.join("|")})[^\w|\r\n]{0,200}\|`,
  "i",
);

function noteBecause(reason: string): Verdict {
  return { isNote: true, profile: attendeeTable, reason: `A meeting note: ${reason}` };
}

function ordinaryBecause(reason: string): Verdict {
  return { isNote: false, profile: null, reason: `No meeting note: ${reason}` };
}

function readMarker({ text, bodyStart, pages }: Draft): Verdict | undefined {
  if (/^type\s*[:=]\s*["']?meeting-notes?["']?\s*$/m.test(text.slice(0, bodyStart))) {
    return noteBecause("its front matter says so");
  }
  const [word] = pages.derive(markersIn).flatMap(({ value }) => value);
  if (word === undefined) return undefined;
  const reason = "a comment in it says so";
  return word === "note" ? noteBecause(reason) : ordinaryBecause(reason);
}

function markersIn(passages: readonly Passage[]): string[] {
  return passages.flatMap(({ text, block: { kind, span } }) => {
    const source = kind === "html" ? text.slice(span.start, span.end) : "";
    return /<!--\s*notewright:\s*(note|ignore)\s*-->/.exec(source)?.[1] ?? [];
  });
}

/** What in the content makes it a note of the one form that is known, if anything does. */
function describeContent({ title, table, sections, pages }: Draft): string | undefined {
  const { format } = attendeeTable;
  const rows = table?.rows.filter((row) => row.kind !== "other") ?? [];
  const attending = rows.find((row) => row.kind === "attending");
  const isOwnLabel = attending && sameWords(attending.label.text, format.attendees.attending[0] ?? "");
  // `Participants` alone may count the people of a study.
  if (attending && (isOwnLabel || rows.length > 1 || title?.date)) {
    return `it has a table with the ${rows.length === 1 ? "row" : "rows"} ${rows.map((row) => row.label.text).join(" and ")}`;
  }
  if (!title?.date?.year || pages.derive(listAttendees).some(({ value }) => value)) return undefined;
  const found = new Set(sections.flatMap((section) => section.form?.role ?? section.near?.form.role ?? []));
  return found.has("updates") && found.has("agenda") ? "it has a dated heading and the sections of one" : undefined;
}

function listAttendees(passages: readonly Passage[]): boolean {
  return passages.some(({ block }) => listsAttendees(block));
}

/** Whether the block lists who was there in the way of another form, of which nothing is known yet. */
function listsAttendees(block: Block): boolean {
  if (block.kind === "table")
    return block.rows[0]?.some(({ text: cell }) => attendeeLabel.test(comparable(cell))) ?? false;
  if (!("words" in block)) return false;
  const [lead = ""] = /^[*_\s]*/.exec(block.words.masked) ?? [];
  return attendeeLabel.test(comparable(block.words.masked.slice(lead.length, lead.length + longestLabel)));
}

/** In UTF-16 units; with room for accents and dots. */
const longestLabel = 60;

/** How other groups name their list of attendees, and what else only their notes have. */
const attendeeLabel =
  /^(?:attend(?:ees?|ance|ing)|present|participants?|roll call|introduction of attendees|scribes?|regrets|registration|links|logistics|moderator|names?)(?:$|[^\p{L}])/u;
