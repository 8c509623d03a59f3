import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Note } from "../../server/src/model/note";
import { nobodyKnown } from "../../server/src/model/roster";
import { maskCharacter } from "../../server/src/parse/blocks";
import { createNoteService } from "../../server/src/service";
import { applyEdits } from "../../server/src/text/edit";
import { contains, type Span } from "../../server/src/text/span";
import { analyse } from "../../server/src/workspace/analyser";
import type { Analysis } from "../../server/src/workspace/analysis";
import { noteText } from "../support/noteText";
import { ableClient, documentOf, editsOf } from "../support/world";
import { settingsByName } from "./session";

const settings = settingsByName.forced;

function read(text: string): Analysis & { readonly note: Note } {
  const analysis = analyse("file:///notes/2024-03-05.md", text, settings);
  if (!analysis.note) throw new Error("Unexpected text that is no note, expected one by the settings");
  return { ...analysis, note: analysis.note };
}

/** All that a note says and where; asked for by name, for a note may put it together at the first question. */
function sayingsOf(note: Note): readonly (readonly object[])[] {
  const { title, table, attendees, noteTakers, sections, topics, turns, actions, decisions, statements } = note;
  const { literals, unclearSpeakers, unclearOwners, emptyTurns } = note;
  const lists = [attendees, noteTakers, sections, topics, turns, actions, decisions, statements, literals];
  const firsts = unclearSpeakers.flatMap(({ first, places }) => [first, ...places.first()]);
  return [title ? [title] : [], table ? [table] : [], ...lists, firsts, unclearOwners, emptyTurns];
}

/** Calls `see` for the object and every object in it. */
function walk(value: unknown, see: (object: object) => void): void {
  if (typeof value !== "object" || value === null) return;
  see(value);
  for (const inner of Object.values(value)) walk(inner, see);
}

describe("whatever the text", () => {
  test("each span lies within it, each part holds the words that stand there, and masks hide without moving", () => {
    let parts = 0;
    fc.assert(
      fc.property(noteText, (text) => {
        const misplaced: object[] = [];
        for (const sayings of sayingsOf(read(text).note)) {
          walk(sayings, (object) => {
            if ("text" in object) parts++;
            if (!isInPlace(text, object)) misplaced.push(object);
          });
        }
        expect(misplaced).toEqual([]);
      }),
      { numRuns: 100 },
    );
    expect(parts).toBeGreaterThan(1000);
  });

  test("what belongs to something lies within it", () => {
    fc.assert(
      fc.property(noteText, (text) => {
        const { sections, turns, topics, actions } = read(text).note;
        const pairs: Pair[] = [
          ...sections.flatMap(({ span, head, name }): Pair[] => [
            [span, head],
            [head, name.span],
          ]),
          ...turns.flatMap(({ span, prefix, spoken, speakers }): Pair[] => [
            [span, prefix.span],
            [prefix.span, prefix.label.span],
            [span, spoken.span],
            ...speakers.map(({ label }): Pair => [prefix.span, label.span]),
          ]),
          ...topics.flatMap(topicPairs),
          ...actions.map(({ span, task }): Pair => [span, task.span]),
        ];
        expect(pairs.filter(([outer, inner]) => !contains(outer, inner))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("a fix that needs no judgement takes its finding away and keeps every word", () => {
    let fixes = 0;
    fc.assert(
      fc.property(noteText, (text) => {
        const { findings } = read(text);
        const before = findings.map(keyOf);
        for (const finding of findings) {
          for (const { edits } of finding.fixes.filter(({ safe }) => safe)) {
            const fixed = applyEdits(text, edits);
            const isSame = (key: string) => key === keyOf(finding);
            expect(read(fixed).findings.map(keyOf).filter(isSame).length).toBeLessThan(before.filter(isSame).length);
            expect(wordsOf(fixed)).toEqual(wordsOf(text));
            fixes++;
          }
        }
      }),
      { numRuns: 80 },
    );
    expect(fixes).toBeGreaterThan(10);
  });

  test("formatting all turns keeps every word, and once it is done nothing is left to format", () => {
    let formatted = 0;
    fc.assert(
      fc.property(noteText, (text) => {
        const once = formatAll(text);
        if (once === undefined) return;
        expect(wordsOf(once)).toEqual(wordsOf(text));
        expect(formatAll(once)).toBeUndefined();
        formatted++;
      }),
      { numRuns: 80 },
    );
    expect(formatted).toBeGreaterThan(5);
  });
});

/** Something, and what belongs to it. */
type Pair = readonly [outer: Span, inner: Span];

function topicPairs({ span, title, topics }: Note["topics"][number]): Pair[] {
  return [[span, title.span], ...topics.flatMap((nested): Pair[] => [[span, nested.span], ...topicPairs(nested)])];
}

/** Whether a span lies in the text, and what has a span says what stands there. */
function isInPlace(text: string, object: { span?: Span; start?: number; end?: number; text?: unknown }): boolean {
  const { start, end, span } = object;
  if (start !== undefined && end !== undefined) return 0 <= start && start <= end && end <= text.length;
  if (!span) return true;
  const there = text.slice(span.start, span.end);
  if ("masked" in object && typeof object.masked === "string") return unmask(object.masked, there) === there;
  const words = "nicknames" in object && "written" in object ? object.written : object.text;
  return typeof words !== "string" || words === there;
}

function unmask(masked: string, there: string): string {
  const units = masked.split("").map((unit, index) => (unit === maskCharacter ? there[index] : unit));
  return units.join("");
}

/** The text with all turns in the note's form; undefined where that is not offered. */
function formatAll(text: string): string | undefined {
  const service = createNoteService({
    store: { settingsOf: () => settings, rosterOf: () => nobodyKnown },
    log: () => undefined,
    client: ableClient,
  });
  const document = documentOf(text);
  const start = { line: 0, character: 0 };
  const only = ["refactor.rewrite.notewright.turns.note"];
  const [action] = service.codeActions(document, { start, end: start }, { diagnostics: [], only });
  const edits = action && editsOf(action);
  return (
    edits &&
    applyEdits(
      text,
      edits.map(({ range, newText }) => ({ newText, span: spanOf(document, range) })),
    )
  );
}

function spanOf({ lines }: ReturnType<typeof documentOf>, range: ReturnType<typeof editsOf>[number]["range"]): Span {
  return { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
}

/** A finding is known by its rule and words. */
function keyOf({ rule, message }: { readonly rule: string; readonly message: string }): string {
  return `${rule}: ${message}`;
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase());
}
