import { comparable } from "../text/compare";
import type { Part } from "../text/span";
import type { AttendeeForm } from "./format";
import type { ListEntry } from "./note";
import type { PeopleNames } from "./peopleNames";

type Column = "name" | "abbreviation" | "handle" | "organisation";

/** What groups call the columns of a table of people, in comparable form. */
export const columnNames: Readonly<Record<Column, readonly string[]>> = {
  name: [
    "name",
    "names",
    "full name",
    "attendee",
    "attendees",
    "attendee name",
    "participant",
    "participants",
    "delegate",
    "member",
    "who",
  ],
  abbreviation: ["abbreviation", "abbrev", "abbr", "initials", "tla", "acronym"],
  handle: ["github", "github handle", "github username", "handle", "username", "github id", "irc", "nick"],
  organisation: [
    "organization",
    "organisation",
    "org",
    "affiliation",
    "company",
    "organization/project",
    "employer",
    "location",
  ],
};

type Rows = readonly (readonly Part[])[];

/** Whether a table lists people, by its header: a column of attendees, or names with what else is said of people. */
export function isColumnOfNames([header = []]: Rows, names: PeopleNames): boolean {
  const columns = header.map(columnOf);
  const isAttendees = header.length === 1 && names.roleOf(header[0]?.text ?? "") === "attendees";
  const isNames = columns.includes("name") && columns.some((column) => column !== undefined && column !== "name");
  return (
    isAttendees ||
    (isNames && header.length <= 6) ||
    (header.length === 1 && /^attendees?$/i.test(header[0]?.text ?? ""))
  );
}

/** The people of a table's rows; without a column of names, the first column is taken for one. */
export function readColumns(_text: string, [header = [], ...rows]: Rows): { form: AttendeeForm; entries: ListEntry[] } {
  const columns = header.map(columnOf);
  const name = Math.max(0, columns.indexOf("name"));
  const cell = (row: readonly Part[], column: Column): string | undefined => {
    const index = columns.indexOf(column);
    return (index < 0 || index === name ? undefined : row[index]?.text) || undefined;
  };
  const entries = rows.flatMap((row): ListEntry[] => {
    const own = row[name];
    if (!own || own.text === "") return [];
    const [abbreviation, handle, role] = [cell(row, "abbreviation"), cell(row, "handle"), cell(row, "organisation")];
    return [{ ...own, ...(abbreviation && { abbreviation }), ...(handle && { handle }), ...(role && { role }) }];
  });
  return { form: header.length < 2 ? "column" : "columns", entries };
}

function columnOf({ text }: Part): Column | undefined {
  const name = comparable(text.replace(/[*_]/g, ""));
  return (Object.keys(columnNames) as Column[]).find((column) => columnNames[column].includes(name));
}
