import { readAttendee } from "../model/readAttendees";
import type { RosterPerson } from "./configuration";
import { type FileReading, readJsonRoster } from "./readConfiguration";

/**
 * Reads a list of people: JSON like the key `people`, or one person on each line, as attendee lists have them:
 * `Ana Ruiz (AR)`, `* Bo Lindqvist @bo`. Empty lines and lines that start with `#` are left out. Total.
 */
export function readRoster(text: string): FileReading<readonly RosterPerson[]> {
  if (/^\s*\[\s*[{\]]/.test(text)) return readJsonRoster(text);
  const people = text.split(/\r\n|\n|\r/).flatMap((line) => readLine(line) ?? []);
  return { value: people, mistakes: [], isWhole: true };
}

/** The names of files in which a repository may list its people. */
export const rosterName = /^(?:delegates|members|participants|people|roster)\.txt$/i;

/** The people of a file that nobody has called a list of them; nobody unless it is one: lines as `Ana Ruiz (AR)`. */
export function readFoundRoster(text: string): readonly RosterPerson[] {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const { value } = readRoster(text);
  const sure = value.filter(({ name, abbreviation, handle }) => name.includes(" ") && (abbreviation ?? handle));
  return sure.length >= Math.max(fewestLines, lines.length * 0.8) ? value : [];
}

const fewestLines = 3;

/** In UTF-16 units; with a longer line the file is no list of people. */
const longestLine = 200;

function readLine(line: string): RosterPerson | undefined {
  const entry = line.replace(/^\s*(?:[*+-]\s+)?/, "").trimEnd();
  if (entry === "" || entry.startsWith("#") || entry.length > longestLine) return undefined;
  const read = readAttendee({ text: entry, span: { start: 0, end: entry.length } }, false);
  if (!read) return undefined;
  const { name, nicknames, abbreviations, handles } = read;
  const [abbreviation] = abbreviations;
  const [handle] = handles;
  return {
    name,
    ...(nicknames.length > 0 && { aliases: nicknames }),
    ...(abbreviation !== undefined && { abbreviation }),
    ...(handle !== undefined && { handle }),
  };
}
