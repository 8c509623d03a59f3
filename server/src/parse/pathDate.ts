import { monthNumberOf } from "./date";
import { readFileDate } from "./fileDate";

/**
 * When a file's meeting was held by its name and the folders above it, to put files in order: `yyyy-MM-dd`, or only its
 * first parts where they tell no more; undefined where they tell of no year. Folders and name are separated by slashes.
 */
export function dateOfPath(path: string): string | undefined {
  const { year, month, day } = readFileDate(path);
  if (year !== undefined && month !== undefined) return written(year, month, day);
  const [name = "", ...folders] = path.split("/").reverse();
  const bare = name.replace(/\.[^.]*$/, "");
  const [, inMonth, onDay, ofYear] = /(?<!\d)(\d{1,2})[-_.](\d{1,2})[-_.](\d{2})(?!\d)/.exec(bare) ?? [];
  if (ofYear !== undefined) return written(2000 + Number(ofYear), Number(inMonth), Number(onDay));
  const above = folders.slice(0, 3);
  const told = [bare, ...above].map(yearAndMonthIn).find((found) => found !== undefined);
  if (!told) return undefined;
  const first = /^\d{1,2}(?!\d)/.exec(bare)?.[0];
  const monthOfFolder = above.map(monthIn).find((found) => found !== undefined);
  return written(told.year, told.month ?? monthOfFolder, first === undefined ? undefined : Number(first));
}

/** `2024`, `2024-03`. */
function yearAndMonthIn(name: string): { year: number; month?: number } | undefined {
  const match = /(?<!\d)((?:19|20)\d{2})(?:[-_. ]?(\d{2}))?(?!\d)/.exec(name);
  if (!match) return undefined;
  return { year: Number(match[1]), ...(match[2] !== undefined && { month: Number(match[2]) }) };
}

/** `03`, `03-Mar`, `March`: the month of a folder within a year's. */
function monthIn(folder: string): number | undefined {
  const [, number, name = ""] = /^(\d{1,2})?(?:(?<=\d)[-_. ])?(\p{L}{3,9})?$/u.exec(folder) ?? [];
  return monthNumberOf(name) ?? (number !== undefined && name === "" ? Number(number) : undefined);
}

/** As many parts as make sense. */
function written(year: number, month?: number, day?: number): string {
  if (month === undefined || month < 1 || month > 12) return String(year);
  const inMonth = `${year}-${String(month).padStart(2, "0")}`;
  return day === undefined || day < 1 || day > 31 ? inMonth : `${inMonth}-${String(day).padStart(2, "0")}`;
}
