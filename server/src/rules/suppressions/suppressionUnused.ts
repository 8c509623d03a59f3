import type { Note } from "../../model/note";
import type { Span } from "../../text/span";
import { endOfLine, startOfLine } from "../place";
import type { Fix, IdleSuppression, Problem, Rule } from "../rule";

/** Reports a comment that keeps no finding from being shown. */
export const suppressionUnused: Rule<"suppression-unused"> = {
  id: "suppression-unused",
  summary: "A comment disables a rule that has nothing to report there, or that does not exist.",
  severity: "hint",
  *checkSuppressions(idle, note) {
    for (const entry of idle) {
      // A note that is not written up has no findings yet.
      if (entry.isUnknown || note.state === "written") yield problemOf(entry, note);
    }
  },
};

function problemOf(entry: IdleSuppression, { text }: Note): Problem {
  const { suppression, rule, isUnknown } = entry;
  return {
    at: rule?.span ?? suppression.span,
    message: messageFor(entry),
    unnecessary: !isUnknown,
    get fixes() {
      return [...correction(entry), deletion(entry, text)];
    },
  };
}

function messageFor({ suppression, rule, isUnknown, meant: [only, ...others] }: IdleSuppression): string {
  if (rule && isUnknown) {
    return `Unexpected rule "${rule.text}", expected ${only && others.length === 0 ? `"${only}"` : "the id of a rule"}`;
  }
  if (suppression.kind === "enable") {
    return rule
      ? `Unexpected end for "${rule.text}", expected that rule to be disabled above`
      : "Unexpected end for all rules, expected rules to be disabled above";
  }
  return rule
    ? `Unexpected suppression of "${rule.text}", expected a finding of that rule`
    : "Unexpected suppression of all rules, expected a finding";
}

function correction({ rule, meant: [only, ...others] }: IdleSuppression): Fix[] {
  if (!rule || only === undefined || others.length > 0) return [];
  return [{ title: `Change to "${only}"`, edits: [{ span: rule.span, newText: only }], safe: false }];
}

function deletion({ suppression, rule }: IdleSuppression, text: string): Fix {
  const { rules, span } = suppression;
  if (!rule || rules.length === 1) {
    return { title: "Delete the comment", edits: [{ span: spanToDelete(text, span), newText: "" }], safe: false };
  }
  const index = rules.indexOf(rule);
  const [before, next] = [rules[index - 1], rules[index + 1]];
  const own = before
    ? { start: before.span.end, end: rule.span.end }
    : { start: rule.span.start, end: next?.span.start ?? rule.span.end };
  return { title: `Delete "${rule.text}" from the comment`, edits: [{ span: own, newText: "" }], safe: false };
}

/**
 * The comment with the blanks before it; with its whole line where it has that alone and nothing grows together, and
 * with one of the empty lines where it stands between two.
 */
function spanToDelete(text: string, comment: Span): Span {
  const line = { start: startOfLine(text, comment.start), end: endOfLine(text, comment.end) };
  const before = text.slice(line.start, comment.start);
  if (before.trim() !== "" || text.slice(comment.end, line.end).trim() !== "") {
    return { start: line.start + before.trimEnd().length, end: comment.end };
  }
  const below = line.end + (text.startsWith("\r\n", line.end) ? 2 : 1);
  const endBelow = endOfLine(text, below);
  const next = text.slice(below, endBelow);
  const endAbove = Math.max(0, line.start - (text.startsWith("\r\n", line.start - 2) ? 2 : 1));
  const above = text.slice(startOfLine(text, endAbove), endAbove);
  const isBetweenEmpty = line.start > 0 && above.trim() === "" && next.trim() === "" && endBelow < text.length;
  if (isBetweenEmpty) return { start: line.start, end: endBelow + (text.startsWith("\r\n", endBelow) ? 2 : 1) };
  const staysApart = above.trim() === "" || next.trim() === "" || /^\s*(?:[-*+]|#{1,6}|\d{1,9}[.)])\s/.test(next);
  return { start: line.start, end: staysApart ? Math.min(below, text.length) : line.end };
}
