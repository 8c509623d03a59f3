import type { Span } from "../text/span";
import type { Draft } from "./draft";
import type { Reading, Topic } from "./note";
import { shiftTopic } from "./shiftReading";

/** The topics of a note: those below a heading are nested in the topic that the heading is. */
export function nestTopics({ passages, starts, wheres }: Draft, readings: readonly Reading[]): Topic[] {
  const roots: Topic[] = [];
  let open: OpenTopic[] = [];
  for (const [index, { block, head }] of passages.entries()) {
    const start = starts[index] ?? 0;
    const { as } = wheres[index] ?? {};
    if (as === "skipped") continue;
    const topics = (readings[index]?.topics ?? []).map((topic) => shiftTopic(topic, start));
    if (as === "section" || (as === "people" && block.kind === "heading")) {
      // A bullet is a section within what is open; its topics stand for themselves.
      if (head?.written !== "bullet") open = [];
      for (const topic of topics) roots.push(topic);
    } else if (block.kind === "heading") {
      while ((open.at(-1)?.level ?? 0) >= block.level) open.pop();
      for (const topic of topics) open = openBelow(open, block.level, topic, roots);
    } else {
      for (const topic of topics) (open.at(-1)?.topics ?? roots).push(topic);
    }
    for (const { span } of open) span.end = start + block.span.end;
  }
  return roots;
}

interface OpenTopic {
  readonly level: number;
  readonly span: { -readonly [Key in keyof Span]: Span[Key] };
  readonly topics: Topic[];
}

function openBelow(open: readonly OpenTopic[], level: number, topic: Topic, roots: Topic[]): OpenTopic[] {
  const span = { ...topic.span };
  const topics: Topic[] = [];
  (open.at(-1)?.topics ?? roots).push({ ...topic, span, topics });
  return [...open, { level, span, topics }];
}
