import { monthNames } from "./date";

/**
 * When a file's meeting was held by its name, and by the folders above it where the name leaves out the year or the
 * month: `yyyy-MM-dd`, or only its first parts; undefined where they tell of no year. Folders and name are separated
 * by slashes.
 */
export function dateOfPath(path: string): string | undefined {
  const [name = "", ...folders] = path.split("/").reverse();
  const bare = name.replace(/\.[^.]*$/, "");
  const whole = wholeDateIn(bare);
  if (whole) return whole;
  const above = folders.slice(0, 3).map(yearAndMonthIn);
  const year = above.find((found) => found !== undefined)?.year;
  const day = dayIn(bare);
  if (year !== undefined && day) return written(year, day.month, day.day);
  const own = yearAndMonthIn(bare) ?? above.find((found) => found !== undefined);
  return own && written(own.year, own.month);
}

/** `2024-03-05`, `03-05-2024` and `3-5-24`, with any marks between the numbers. */
function wholeDateIn(name: string): string | undefined {
  const yearFirst = /(?<!\d)(\d{4})[-_. ]?(\d{2})[-_. ]?(\d{2})(?!\d)/.exec(name);
  if (yearFirst) return written(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const yearLast = /(?<!\d)(\d{1,2})[-_. ](\d{1,2})[-_. ](\d{4}|\d{2})(?!\d)/.exec(name);
  if (!yearLast) return undefined;
  const year = Number(yearLast[3]);
  return written(year < 100 ? 2000 + year : year, Number(yearLast[1]), Number(yearLast[2]));
}

/** `03-05`, `march-5` and `mar05`. */
function dayIn(name: string): { month: number; day: number } | undefined {
  const numbers = /(?<!\d)(\d{1,2})[-_. ](\d{1,2})(?!\d)/.exec(name);
  if (numbers) return { month: Number(numbers[1]), day: Number(numbers[2]) };
  const words = /(\p{L}{3,9})[-_. ]?(\d{1,2})(?!\d)/u.exec(name);
  const month = words?.[1] && months.get(words[1].toLowerCase());
  return month ? { month, day: Number(words[2]) } : undefined;
}

/** `2024`, `2024-03`. */
function yearAndMonthIn(name: string): { year: number; month?: number } | undefined {
  const match = /(?<!\d)((?:19|20)\d{2})(?:[-_. ]?(\d{2}))?(?!\d)/.exec(name);
  if (!match) return undefined;
  return { year: Number(match[1]), ...(match[2] !== undefined && { month: Number(match[2]) }) };
}

/** As many parts as make sense. */
function written(year: number, month?: number, day?: number): string | undefined {
  if (year < 1900 || year > 2999) return undefined;
  if (month === undefined || month < 1 || month > 12) return String(year);
  const inMonth = `${year}-${String(month).padStart(2, "0")}`;
  return day === undefined || day < 1 || day > 31 ? inMonth : `${inMonth}-${String(day).padStart(2, "0")}`;
}

const months: ReadonlyMap<string, number> = new Map(
  [...monthNames("wide").entries(), ...monthNames("abbreviated").entries()].map(([index, name]) => [
    name.toLowerCase(),
    index + 1,
  ]),
);
