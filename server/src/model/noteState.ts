import type { Format, SectionRole } from "./format";
import type { Attendee, Note, Section } from "./note";
import { mostSaidOfCancelling, type Region, regions, type Said, sumOf, type Tally } from "./pageFacts";

/**
 * Written up: two turns, four bullets or paragraphs with words beside the agenda's own, or anything beside an attendee.
 * The measure is the one by which published files were sorted into notes and templates.
 */
export function stateOf(
  tallies: readonly Tally[],
  attendees: readonly Attendee[],
  sections: readonly Section[],
  format: Format,
): Note["state"] {
  const saidIn = (places: readonly Region[]): number =>
    sumOf(tallies, ({ said }) => places.reduce((total, region) => total + said[region].all, 0));
  const tellsOfCancelling = tallies.some((one) => one.tellsOfCancelling) && saidIn(regions) <= mostSaidOfCancelling;
  // Where a sentence says so, the rest may announce what was to be.
  const saysCancelled = tallies.some((one) => one.saysCancelled) && saidIn(["minutes"]) <= mostSaidOfCancelling;
  if ((tellsOfCancelling || saysCancelled) && attendees.length === 0) return "cancelled";
  const written = regionsWritten(format, sections);
  const count = (what: keyof Said): number =>
    sumOf(tallies, ({ said }) => written.reduce((total, region) => total + said[region][what], 0));
  const hasContent = sumOf(tallies, ({ turns }) => turns) >= 2 || count("content") >= 4;
  return hasContent || (attendees.length > 0 && count("all") > 0) ? "written" : "unfilled";
}

/**
 * Where a group writes what was said. Who expects a section of notes announces the meeting in the others; who expects
 * only an agenda writes the minutes into it. Above the heading of an agenda the meeting is announced.
 */
function regionsWritten(format: Format, sections: readonly Section[]): readonly Region[] {
  const expects = (role: SectionRole): boolean => format.sections.some((form) => form.role === role && form.expected);
  if (expects("notes")) return ["minutes"];
  if (expects("agenda")) return regions;
  const isAnnounced = sections.some(({ written, form }) => written === "heading" && form?.role === "agenda");
  return isAnnounced ? ["minutes", "elsewhere"] : ["above", "minutes", "elsewhere"];
}
