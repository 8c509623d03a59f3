import { dateExists } from "../../parse/date";
import type { Rule } from "../rule";
import { dayOf, describeDay, isOneOfSeveral, isOtherDay, rewriteDate } from "./dateOnFile";

/** Reports a title whose day is not the one in the file's name. */
export const titleDateFilename: Rule<"title-date-filename"> = {
  id: "title-date-filename",
  summary: "The date in the title is not the one in the file's name.",
  severity: "warning",
  *check({ title, text, state }, _, { fileDate }) {
    const day = dayOf(fileDate);
    // A date that does not exist is another rule's matter.
    if (state !== "written" || !title?.date || !day || !dateExists(title.date)) return;
    if (!isOtherDay(title.date, day, fileDate.isDoubtful) || isOneOfSeveral(text, title.date)) return;
    const { span } = title.date;
    const expected = describeDay(day, title.date);
    yield {
      at: span,
      message: `Unexpected date "${text.slice(span.start, span.end)}", expected ${expected} as in the file's name`,
      fixes: [{ title: `Change the date to ${expected}`, edits: rewriteDate(title.date, day), safe: false }],
    };
  },
};
