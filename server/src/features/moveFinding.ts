import { moveFix, noticeAt } from "../rules/moveNotice";
import type { Finding, Fix, Notice } from "../rules/rule";
import type { Span } from "../text/span";

/**
 * The finding with `placeOf` applied to every offset. Its fixes are found out when somebody asks: those that `isStale`
 * tells of one by `renew`, which is given the finding at its new place.
 */
export function moveFinding(
  finding: Finding,
  placeOf: (offset: number) => number,
  isStale: (fix: Fix) => boolean,
  renew: (moved: Notice) => readonly Fix[],
): Finding {
  const move = ({ start, end }: Span): Span => ({ start: placeOf(start), end: placeOf(end) });
  const related = finding.related.map((place) => ({ ...place, at: move(place.at) }));
  const moved = noticeAt(finding, move(finding.at), related);
  return {
    ...moved,
    get fixes() {
      const { fixes } = finding;
      return fixes.some(isStale) ? renew(moved) : fixes.map((fix) => moveFix(fix, move));
    },
  };
}
