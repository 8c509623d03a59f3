import type { Finding, Fix } from "../rules/rule";
import type { Span } from "../text/span";

/** The finding with `placeOf` applied to every offset; its fixes are found out when somebody asks. */
export function moveFinding(finding: Finding, placeOf: (offset: number) => number): Finding {
  const move = ({ start, end }: Span): Span => ({ start: placeOf(start), end: placeOf(end) });
  const moveFix = (fix: Fix): Fix => ({
    ...fix,
    edits: fix.edits.map(({ span, newText }) => ({ span: move(span), newText })),
  });
  const { rule, severity, message, unnecessary } = finding;
  return {
    rule,
    severity,
    message,
    ...(unnecessary !== undefined && { unnecessary }),
    at: move(finding.at),
    related: finding.related.map((place) => ({ ...place, at: move(place.at) })),
    get fixes() {
      return finding.fixes.map(moveFix);
    },
  };
}
