import type { FoldingRange } from "vscode-languageserver-types";
import type { Topic } from "../model/note";
import type { Span } from "../text/span";
import type { OpenNote } from "./openNote";

/** The sections and topics that take more than one line. */
export function foldingRangesOf({ document, note }: OpenNote): FoldingRange[] {
  const { lines } = document;
  const spans = [...note.sections.map((section) => section.span), ...note.topics.flatMap(spansOf)];
  const ranges = new Map<string, FoldingRange>();
  for (const span of spans) {
    const words = document.text.slice(span.start, span.end).trimEnd();
    const startLine = lines.lineAt(span.start);
    const endLine = lines.lineAt(span.start + words.length);
    if (endLine > startLine) ranges.set(`${startLine}-${endLine}`, { startLine, endLine });
  }
  return [...ranges.values()].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

function spansOf(topic: Topic): Span[] {
  return [topic.span, ...topic.topics.flatMap(spansOf)];
}
