import type { CodeBlock } from "../../parse/blocks";
import { comparable } from "../../text/compare";
import type { Edit } from "../../text/edit";
import { firstLineOf } from "../place";
import type { Problem, Rule } from "../rule";
import { rebuildTable } from "./rebuildTable";

/** Reports attendees whom nobody sees in a table, since it stands in a code block. */
export const attendeesFenced: Rule<"attendees-fenced"> = {
  id: "attendees-fenced",
  summary: "The attendee table stands in a code block.",
  severity: "warning",
  *check(note) {
    const { table, text, state } = note;
    if (state !== "written" || !table?.defects.some(({ kind }) => kind === "in a fence")) return;
    const edit = rebuildTable(note, table);
    const fixes = edit ? [{ title: "Rebuild the attendee table", edits: [edit], safe: true }] : [];
    yield { at: firstLineOf(text, table.span), message, fixes };
  },
  concerns({ block }) {
    return block?.kind === "code";
  },
  *checkPassage({ text, block }, { state }) {
    if (state === "written" && block?.kind === "code") yield* peopleInFence(text, block);
  },
};

const message = "Unexpected attendee table in a code block, expected a Markdown table";

/** What else stands in the columns of a table of people. */
const columnOfPeople =
  /^(?:abbreviations?|abbr|initials|organi[sz]ations?|affiliations?|company|employer|github|handle|location)$/;

/** In UTF-16 units; a table of a hundred people is shorter. */
const longestTable = 20_000;

/** A table with a column of names and one that tells more of people, and nothing else in the fence. */
function* peopleInFence(text: string, { span }: CodeBlock): Iterable<Problem> {
  if (span.end - span.start > longestTable) return;
  const lines = [...text.slice(span.start, span.end).matchAll(/([^\r\n]*)(?:\r\n|[\r\n]|$)/g)].filter(
    ([line]) => line !== "",
  );
  const [opening, header, delimiter, ...rows] = lines;
  const closing = rows.pop();
  if (!opening || !header || !delimiter || !closing || rows.length === 0) return;
  if (!/^(?:```+|~~~+)\s*$/.test(opening[0]) || !/^\s{0,3}(?:```+|~~~+)\s*$/.test(closing[0])) return;
  const isTable = /^[\s|:-]+$/.test(delimiter[0]) && [header, ...rows].every(([line]) => line.includes("|"));
  const columns = header[0].split("|").map((cell) => comparable(cell));
  if (!isTable || !columns.includes("name") || !columns.some((column) => columnOfPeople.test(column))) return;
  const last = rows.at(-1) ?? delimiter;
  const edits: Edit[] = [
    { span: { start: span.start, end: span.start + header.index }, newText: "" },
    { span: { start: span.start + last.index + (last[1]?.length ?? 0), end: span.end }, newText: "" },
  ];
  yield {
    at: firstLineOf(text, span),
    message,
    fixes: [{ title: "Take the attendee table out of the code block", edits, safe: true }],
  };
}
