import { shiftSpan } from "../text/shift";
import { moveFix } from "./moveNotice";
import type { Fix, Problem, RelatedPlace } from "./rule";

/** The places of a problem, its fixes and what belongs to it, as they stand `offset` characters further on. */
export function shiftProblem(
  { at, fixes = [], related = [] }: Problem,
  offset: number,
): { at: Problem["at"]; fixes: readonly Fix[]; related: readonly RelatedPlace[] } {
  return {
    at: shiftSpan(at, offset),
    fixes: fixes.map((fix) => moveFix(fix, (span) => shiftSpan(span, offset))),
    related: related.map((place) => ({ ...place, at: shiftSpan(place.at, offset) })),
  };
}
