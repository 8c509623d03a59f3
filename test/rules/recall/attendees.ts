import type { ListedAttendee } from "../../../server/src/model/note";
import type { RuleId } from "../../../server/src/rules/index";
import { type CleanNote, type Defect, mark, misspell, type Planters } from "./plant";

/** Defects of the list of attendees, of the table that holds it, and of the note taker. */
export const attendeePlanters: Planters<Extract<RuleId, `attendee${string}` | `note-taker-${string}`>> = {
  "attendees-missing": {
    "no list at all": withoutList,
  },
  "attendees-empty": {
    "no name in the list": withoutNames,
  },
  "attendees-table": {
    "no delimiter row": (clean) => {
      return withTable(clean, (lines) => [mark(lines[0] ?? ""), ...lines.slice(2)]);
    },
    "three columns instead of two": (clean) => {
      return withTable(clean, ([header = "", delimiter = "", ...rows]) => [header, mark(`${delimiter} - |`), ...rows]);
    },
    "a row apart from the others": (clean) => {
      return withTable(clean, (lines) => [...lines.slice(0, -1), "", mark(lines.at(-1) ?? "")]);
    },
    "a row in two lines": (clean) => {
      return withTable(clean, ([header = "", delimiter = "", first = "", ...rows]) => {
        const [before, ...behind] = first.split(/(?<=,) /);
        return [header, delimiter, before ?? "", mark(behind.join(" ")), ...rows];
      });
    },
  },
  "attendees-fenced": {
    "a table between backticks": (clean) => {
      const span = tableOf(clean);
      const isColumns = clean.note.attendees[0]?.list.form === "columns";
      if (!span) return undefined;
      const marked = clean.with([span, `⟦\`\`\`⟧\n${clean.slice(span)}\n\`\`\``]);
      if (isColumns) return { marked, restored: "all", isNamed: true };
      return { marked, ...(isWrittenAnew(clean.slice(span)) && { restored: "all" as const }) };
    },
  },
  "attendee-duplicate": {
    "the last entry twice": (clean) => {
      const last = clean.note.attendees.at(-1);
      const put = last && clean.listing(mark(last.written));
      if (!put || !last) return undefined;
      const line = clean.slice(clean.line(last.span.start));
      // An entry in columns is its row.
      if (last.list.form !== "columns") return { marked: clean.with(put), restored: "one" };
      return { marked: clean.with([put[0], `\n${line.replace(last.written, mark(last.written))}`]), restored: "one" };
    },
  },
  "attendee-near-duplicate": {
    "a last name with a slip": (clean) => {
      const { list } = clean.note.attendees.at(-1) ?? {};
      const silent = silentAttendees(clean).find(
        (one) => (one.list === list || one.list.form === "bullets") && /^\p{L}+ \p{L}{4,}$/u.test(one.name),
      );
      const [first = "", last = ""] = silent?.name.split(" ") ?? [];
      const put = silent && clean.listing(mark(`${first} ${misspell(last)}`));
      return put && { marked: clean.with(put) };
    },
  },
  "attendee-unseparated": {
    "no comma between two": (clean) => {
      for (const [index, second] of clean.note.attendees.entries()) {
        const first = clean.note.attendees[index - 1];
        const isLine = second.list.form === "row" || second.list.form === "line";
        if (!first || !isLine || first.list !== second.list || !areTwo(clean, first, second)) continue;
        const joined = `${first.written} ${second.written}`;
        const marked = clean.with([{ start: first.span.start, end: second.span.end }, mark(joined)]);
        return { marked, restored: "one", brings: ["note-taker-unlisted"] };
      }
      return undefined;
    },
    "two in one line": (clean) => {
      for (const [index, second] of clean.note.attendees.entries()) {
        const first = clean.note.attendees[index - 1];
        const isApart = second.list.form === "bullets" || second.list.form === "lines";
        if (!first || !isApart || !areTwo(clean, first, second)) continue;
        const joined = mark(`${first.written} ${second.written}`);
        return { marked: clean.with([{ start: first.span.start, end: second.span.end }, joined]) };
      }
      return undefined;
    },
  },
  "note-taker-missing": {
    "nobody behind the label": (clean) => {
      const row = clean.note.table?.rows.find(({ kind }) => kind === "note taker");
      if (!row || row.value.text === "") return undefined;
      return { marked: clean.with([row.label.span, mark(row.label.text)], [row.value.span, ""]) };
    },
    "nobody below the heading": (clean) => {
      const section = clean.knownSections.find(({ form }) => form?.role === "note taker");
      const list = clean.note.lists.find(({ role, form }) => role === "note taker" && form === "bullets");
      if (!section || !list) return undefined;
      return { marked: clean.with([section.name.span, mark(section.name.text)], [clean.lines(list.span), ""]) };
    },
  },
  "note-taker-unlisted": {
    "somebody else": (clean) => {
      const [taker, ...others] = clean.note.noteTakers;
      if (!taker || others.length > 0 || clean.note.attendees.length === 0) return undefined;
      return { marked: clean.with([taker.label.span, mark("Zora Quillon")]) };
    },
    "an attendee's name with a slip": (clean) => {
      const taker = clean.note.noteTakers.find(({ label }) => /^\p{Lu}.{4,}$/u.test(label.text));
      const slip = taker && misspell(taker.label.text);
      if (!slip || clean.note.attendees.length === 0) return undefined;
      return { marked: clean.with([taker.label.span, mark(slip)]), restored: "one" };
    },
  },
};

/** The attendees who neither speak, own anything nor took notes, so that a namesake is nobody else's matter. */
function silentAttendees({ note }: CleanNote): readonly ListedAttendee[] {
  const heard = [...note.turns.flatMap(({ speakers }) => speakers), ...note.actions.flatMap(({ owners }) => owners)];
  const names = new Set(
    [...heard, ...note.noteTakers].flatMap(({ who }) => (who.kind === "one" ? [who.person.name] : [])),
  );
  return note.attendees.filter(({ name }) => !names.has(name));
}

/** Whether it shows that there are two: both are heard under their first names, or both have an abbreviation or a handle. */
function areTwo({ note }: CleanNote, first: ListedAttendee, second: ListedAttendee): boolean {
  const isMarked = [first, second].every(({ written }) => /^[\p{L} -]+ (?:\(\p{Lu}{2,4}\)|@[\w-]+)$/u.test(written));
  const firstNames = [first, second].map(({ written }) => /^(\p{Lu}\p{Ll}+) \p{Lu}\p{Ll}+$/u.exec(written)?.[1]);
  // Who is not listed is heard by a label that recurs.
  const labels = note.turns.map(({ prefix }) => prefix.label.text);
  const areHeard = firstNames.every((name) => labels.filter((label) => label === name).length > 1);
  return isMarked || areHeard;
}

/** Where nobody is listed, whoever speaks or owns something is unknown. */
const brings: readonly RuleId[] = ["speaker-unknown", "action-owner-unknown", "action-owner-missing"];

function withoutList(clean: CleanNote): Defect | undefined {
  const { note } = clean;
  const { top } = clean;
  const also = { isNamed: true as const, brings };
  if (note.table)
    return {
      marked: clean.with([top, mark(clean.slice(top))], [clean.lines(note.table.span), ""]),
      ...also,
      brings: [...brings, "note-taker-missing"],
    };
  const lists = note.lists.filter(({ role }) => role === "attendees");
  const [first] = lists;
  const last = lists.at(-1);
  if (!first || !last) return undefined;
  const section = note.sections.find(({ form, span }) => form?.role === "attendees" && span.end >= last.span.end);
  const start = Math.min(section?.head.start ?? first.span.start, first.label?.span.start ?? first.span.start);
  const puts = [
    [top, mark(clean.slice(top))],
    [clean.lines({ start, end: last.span.end }), ""],
  ] as const;
  return { marked: clean.with(...puts), ...also };
}

function withoutNames(clean: CleanNote): Defect | undefined {
  const { note } = clean;
  const lists = note.lists.filter(({ role }) => role === "attendees");
  const [list, ...others] = lists;
  if (!list || others.length > 0 || !isWrittenByOthers(clean)) return undefined;
  const section = note.sections.find(({ form }) => form?.role === "attendees");
  const label = list.label ?? section?.name;
  const [first, last] = [list.entries[0], list.entries.at(-1)];
  if (!label || !first || !last) return undefined;
  // Behind an empty label, bullets would be its names.
  if (list.label && list.form === "line" && /^\s*[-*+] /.test(clean.text.slice(last.span.end))) return undefined;
  const isInLine = list.form === "row" || list.form === "line";
  const names = isInLine
    ? { start: first.span.start, end: last.span.end }
    : { start: clean.line(first.span.start).start, end: clean.line(last.span.end).end };
  return { marked: clean.with([label.span, mark(label.text)], [names, ""]), brings };
}

/** Whether the note shows that it is written up without anybody listed: labels recur. */
function isWrittenByOthers({ note }: CleanNote): boolean {
  const labels = note.turns.map(({ prefix }) => prefix.label.text);
  return labels.filter((label, index) => labels.indexOf(label) < index).length > 1 || note.turns.length === 0;
}

/** The whole table that lists the attendees, in rows or in columns. */
function tableOf({ note, text }: CleanNote): { start: number; end: number } | undefined {
  if (note.table) return note.table.span;
  const list = note.lists.find(({ form }) => form === "columns");
  if (!list) return undefined;
  const start = text.lastIndexOf("\n\n", list.span.start) + 2;
  return { start, end: text.indexOf("\n\n", list.span.start) };
}

function withTable(clean: CleanNote, spoil: (lines: readonly string[]) => readonly string[]): Defect | undefined {
  const span = clean.note.table?.span;
  if (!span) return undefined;
  const table = clean.slice(span);
  const marked = clean.with([span, spoil(table.split("\n")).join("\n")]);
  return { marked, ...(isWrittenAnew(table) && { restored: "all" as const }) };
}

/** Whether the table is written as one that is rebuilt. */
function isWrittenAnew(table: string): boolean {
  const [header, delimiter, ...rows] = table.split("\n");
  return (
    header === "|          |      |" &&
    delimiter === "| -------- | -------- |" &&
    rows.every((row) => row.endsWith(" |"))
  );
}
