import { moveFix, noticeAt } from "../rules/moveNotice";
import type { Finding } from "../rules/rule";
import type { Span } from "../text/span";

/** The finding with `placeOf` applied to every offset; its fixes are found out when somebody asks. */
export function moveFinding(finding: Finding, placeOf: (offset: number) => number): Finding {
  const move = ({ start, end }: Span): Span => ({ start: placeOf(start), end: placeOf(end) });
  const related = finding.related.map((place) => ({ ...place, at: move(place.at) }));
  return {
    ...noticeAt(finding, move(finding.at), related),
    get fixes() {
      return finding.fixes.map((fix) => moveFix(fix, move));
    },
  };
}
