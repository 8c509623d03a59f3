import { isExists } from "date-fns";
import { monthNumberOf } from "./date";

/** What a file's path tells of the day on which its meeting was held. */
export interface FileDate {
  /** From the file's name, else from the folder it lies in or the one above. */
  readonly year?: number;
  /** 1 to 12; only ever together with the day. */
  readonly month?: number;
  /** 1 to 31. */
  readonly day?: number;
  /** Whether month and day may have changed places: `05-03-2024`. */
  readonly isDoubtful: boolean;
}

/** In UTF-16 units; a longer name is not looked at. */
const longestName = 200;

/**
 * The date in a path or decoded URI path: `2024-03-05-parser.md`, `parser-03-05-2024.md`, `2024/parser-03-05.md`,
 * `2024-03/mar-05.md`; total: empty where the path tells of none, or of several.
 */
export function readFileDate(path: string): FileDate {
  const [name = "", ...folders] = path.split(/[\\/]/).reverse();
  const inFolder = folders
    .slice(0, 2)
    .map((folder) => /^((?:19|20)\d\d)(?:[-_.](?:0?[1-9]|1[0-2]))?$/.exec(folder)?.[1]);
  const year = inFolder.find((found) => found !== undefined);
  const stem = name.slice(0, longestName).replace(/\.[a-z]+$/i, "");
  const fallback = year === undefined ? {} : { year: Number(year) };
  return { ...fallback, ...readName(stem, fallback.year) };
}

const separator = "[-_. ]";
const apart = [String.raw`(?<![^\W_])`, String.raw`(?![^\W_])`] as const;

/** Forms of a date in a name, the surest first. */
const forms: readonly RegExp[] = [
  String.raw`(?<year>(?:19|20)\d\d)(?<mark>${separator}?)(?<month>\d\d)\k<mark>(?<day>\d\d)`,
  String.raw`(?<first>\d{1,2})(?<mark>${separator})(?<second>\d{1,2})\k<mark>(?<year>(?:19|20)\d\d)`,
  String.raw`(?<word>[A-Za-z]{3,9})${separator}?(?<day>\d{1,2})(?:st|nd|rd|th)?(?:${separator}(?<year>(?:19|20)\d\d))?`,
  String.raw`(?<day>\d{1,2})${separator}?(?<word>[A-Za-z]{3,9})(?:${separator}(?<year>(?:19|20)\d\d))?`,
  String.raw`(?<month>\d{1,2})(?<mark>[-_])(?<day>\d{1,2})(?!\k<mark>\d)(?<!\d\k<mark>\d{1,2}\k<mark>\d{1,2})`,
].map((form) => new RegExp(apart[0] + form + apart[1], "g"));

function readName(stem: string, yearOfFolder: number | undefined): FileDate {
  // The forms take long to compile.
  if (!/\d/.test(stem)) return { isDoubtful: false };
  for (const form of forms) {
    const found = [...stem.matchAll(form)].flatMap(({ groups }) => (groups && dateOf(groups, yearOfFolder)) ?? []);
    const [only, ...others] = found;
    if (only) return others.length === 0 ? only : { ...yearIn(only.year), isDoubtful: false };
  }
  const year = /(?<![^\W_])(?:19|20)\d\d(?![^\W_])/.exec(stem)?.[0];
  return { ...yearIn(year === undefined ? undefined : Number(year)), isDoubtful: false };
}

function dateOf(groups: Readonly<Record<string, string>>, yearOfFolder: number | undefined): FileDate | undefined {
  const written = groups.year === undefined ? undefined : Number(groups.year);
  const year = written ?? yearOfFolder;
  const exists = (month: number | undefined, day: number): boolean => isExists(year ?? 2024, (month ?? 0) - 1, day);
  const made = (month: number, day: number, isDoubtful: boolean) => ({ ...yearIn(written), month, day, isDoubtful });
  if (groups.word !== undefined) {
    const month = monthNumberOf(groups.word);
    return month !== undefined && exists(month, Number(groups.day))
      ? made(month, Number(groups.day), false)
      : undefined;
  }
  const [first, second] = [Number(groups.first ?? groups.month), Number(groups.second ?? groups.day)];
  // Two small numbers without a year are rather those of a version or a sprint.
  const isSure = year !== undefined || (groups.month?.length === 2 && groups.day?.length === 2);
  if (!isSure) return undefined;
  const isSwapped = groups.first !== undefined && exists(second, first) && first !== second;
  if (exists(first, second)) return made(first, second, isSwapped);
  return isSwapped ? made(second, first, false) : undefined;
}

function yearIn(year: number | undefined): { readonly year?: number } {
  return year === undefined ? {} : { year };
}
