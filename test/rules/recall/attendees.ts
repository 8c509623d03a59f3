import type { ListedAttendee, ListedPeople } from "../../../server/src/model/note";
import type { RuleId } from "../../../server/src/rules/index";
import { analyse } from "../../../server/src/workspace/analyser";
import { defaultSettings } from "../../../server/src/workspace/settings";
import { type CleanNote, type Defect, mark, misspell, type Planters, type Put } from "./plant";

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
      return withTable(clean, ([header = "", delimiter = "", first = "", second = "", ...rows]) => {
        return [header, delimiter, first, "", mark(second), ...rows];
      });
    },
    "a row in two lines": (clean) => {
      return withTable(clean, ([header = "", delimiter = "", first = "", ...rows]) => {
        const [before, ...behind] = first.split(/(?<=,) /);
        return [
          header,
          delimiter,
          before ?? "",
          mark(behind.join(" ").replace(/ \|$/, "")) + (first.endsWith("|") ? " |" : ""),
          ...rows,
        ];
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
      const silent = silentAttendees(clean).find((one) => one.list === list && /^\p{L}+ \p{L}{4,}$/u.test(one.name));
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
        return { marked, restored: "one", brings: whoIsHidden };
      }
      return undefined;
    },
    "two in one line": (clean) => {
      for (const [index, second] of clean.note.attendees.entries()) {
        const first = clean.note.attendees[index - 1];
        const isApart = second.list.form === "bullets" || second.list.form === "lines";
        if (!first || !isApart || !areTwo(clean, first, second)) continue;
        const joined = mark(`${first.written} ${second.written}`);
        const marked = clean.with([{ start: first.span.start, end: second.span.end }, joined]);
        return { marked, brings: whoIsHidden };
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

/** Whether it shows that there are two: each has an abbreviation or a handle, or both speak under a label of one form. */
function areTwo({ note }: CleanNote, first: ListedAttendee, second: ListedAttendee): boolean {
  const isMarked = [first, second].every(({ written }) => {
    return /^[\p{L} -]+ (?:\(\p{Lu}{2,4}\)|\(?@[\w-]+\)?)(?: \([\p{L} ]+\))?$/u.test(written);
  });
  // Who is not listed is heard by a label that recurs.
  const labels = note.turns.flatMap(({ prefix }) => (prefix.separator === ":" ? [prefix.label.text] : []));
  const speaks = (label: string | undefined) => labels.filter((other) => other === label).length > 1;
  const areHeard = [/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u, /^\p{Lu}\p{Ll}+(?= \p{Lu}\p{Ll}+$)/u].some((form) => {
    return [first, second].every(({ written }) => speaks(form.exec(written)?.[0]));
  });
  return isMarked || areHeard;
}

/** Of two in one entry, neither is known by the first name. */
const whoIsHidden = ["note-taker-unlisted", "speaker-unknown", "speaker-ambiguous", "action-owner-unknown"] as const;

/** Where nobody is listed, whoever speaks or owns something is unknown. */
const brings: readonly RuleId[] = ["speaker-unknown", "action-owner-unknown", "action-owner-missing"];

function withoutList(clean: CleanNote): Defect | undefined {
  const { note, top } = clean;
  const also = { isNamed: true as const, brings: [...brings, "note-taker-missing", "note-taker-unlisted"] as const };
  const marked: Put = [top, mark(clean.slice(top))];
  if (note.table) return { marked: clean.with(marked, [clean.lines(note.table.span), ""]), ...also };
  const lists = note.lists.filter(({ role }) => role === "attendees");
  const puts = lists.map(({ span, label }): Put => {
    const section = note.sections.findLast(({ form, head }) => form?.role === "attendees" && head.start < span.start);
    const start = Math.min(section?.head.start ?? span.start, label?.span.start ?? span.start);
    const end = Math.max(span.end, label ? 0 : (section?.span.end ?? 0));
    return [clean.lines({ start, end }), ""];
  });
  return puts.length > 0 ? { marked: clean.with(marked, ...puts), ...also } : undefined;
}

function withoutNames(clean: CleanNote): Defect | undefined {
  const { note, path } = clean;
  const lists = note.lists.filter(({ role }) => role === "attendees");
  const section = note.sections.find(({ form }) => form?.role === "attendees");
  const label = lists[0]?.label ?? section?.name;
  if (!label || lists.some((list) => isBeforeBullets(clean, list))) return undefined;
  const puts = lists.flatMap(({ form, entries }): Put[] => {
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last) return [];
    const isInLine = form === "row" || form === "line";
    const names = isInLine
      ? { start: first.span.start, end: last.span.end }
      : { start: clean.line(first.span.start).start, end: clean.line(last.span.end).end };
    return [[names, ""]];
  });
  // Where initials are nobody's, nobody speaks, and the note may seem to be still to come.
  const isWritten = analyse(path, clean.with(...puts), defaultSettings).note?.state === "written";
  return isWritten ? { marked: clean.with([label.span, mark(label.text)], ...puts), brings } : undefined;
}

/** Whether bullets follow the line, which would be its names if it had none of its own. */
function isBeforeBullets({ text }: CleanNote, { form, label, entries }: ListedPeople): boolean {
  return label !== undefined && form === "line" && /^\s*[-*+] /.test(text.slice(entries.at(-1)?.span.end));
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
