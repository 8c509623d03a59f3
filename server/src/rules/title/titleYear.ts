import type { Rule } from "../rule";
import { dayOf, isOtherDay, rewriteDate } from "./dateOnFile";

/** Reports a title whose year is not the one in the file's path. */
export const titleYear: Rule<"title-year"> = {
  id: "title-year",
  summary: "The year in the title is not the one in the file's name or folder.",
  severity: "warning",
  looksAt: ({ title, state }) => [title, state],
  *check({ title, state }, _, { fileDate }) {
    const { date } = title ?? {};
    const month = date?.month.value;
    if (state !== "written" || !date?.year || month === undefined || fileDate.year === undefined) return;
    // No year at all is the other rule's.
    if (date.year.value < 1900 || date.year.value > 2099) return;
    const day = dayOf(fileDate);
    // Where the day differs too, it is another date as a whole.
    if (date.year.value === fileDate.year || (day && isOtherDay(date, day, fileDate.isDoubtful))) return;
    const meant = { year: fileDate.year, month, day: date.day.value };
    yield {
      at: date.year.span,
      message: `Unexpected year ${date.year.text}, expected ${fileDate.year} as in the file's path`,
      fixes: [{ title: `Change the year to ${fileDate.year}`, edits: rewriteDate(date, meant), safe: false }],
    };
  },
};
