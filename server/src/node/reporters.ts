import type { Report, ReportOptions } from "./report";
import { reportGithub } from "./reportGithub";
import { reportJson } from "./reportJson";
import { reportJunit } from "./reportJunit";
import { reportMarkdown } from "./reportMarkdown";
import { reportSarif } from "./reportSarif";
import { reportText } from "./reportText";

/** The ways to write a report; each ends with a line end, unless it is empty. */
export const reporters = {
  text: reportText,
  json: reportJson,
  github: reportGithub,
  sarif: reportSarif,
  junit: reportJunit,
  markdown: reportMarkdown,
} satisfies Record<string, (report: Report, options: ReportOptions) => string>;

/** The name of a way to write a report. */
export type ReportFormat = keyof typeof reporters;
