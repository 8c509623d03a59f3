import type { Block, ItemBlock } from "../../parse/blocks";
import type { Edit } from "../../text/edit";
import { firstLineOf, startOfLine } from "../place";
import { type Fix, mostRelated, type Problem, type Rule } from "../rule";
import { type BulletPlace, bulletAbove, mayNest, moveLines, placeOf, unevenRuns } from "./bullets";

/** Reports bullets of one list that are not all indented by the same. */
export const indentMixed: Rule<"indent-mixed"> = {
  id: "indent-mixed",
  summary: "Bullets of one level are indented differently.",
  severity: "hint",
  concerns: mayNest,
  *checkPassage({ text, block }) {
    if (!block) return;
    yield* checkTop(text, block);
    for (const run of unevenRuns(text, block)) for (const list of listsOf(run)) yield* checkList(text, list);
  },
};

/** A bullet of the highest level that stands one blank further in than the one above it. */
function* checkTop(text: string, block: Block): Iterable<Problem> {
  const place = block.kind === "item" ? placeOf(text, block) : undefined;
  const above = place && bulletAbove(text, place);
  if (!above || place.column !== above.column + 1 || place.marker.slice(-1) !== above.marker.slice(-1)) return;
  if (place.content === above.content) return;
  yield {
    at: firstLineOf(text, { start: place.start, end: block.span.end }),
    message: messageFor(place.column, above.column),
    get fixes(): Fix[] {
      return fixesOf([moveLines(text, startOfLine(text, place.start), text.length, -1)]);
    },
  };
}

function messageFor(column: number, expected: number): string {
  return `Unexpected indent of ${column}, expected ${expected} as before the bullets beside it`;
}

function fixesOf(edits: readonly (readonly Edit[] | undefined)[]): Fix[] {
  const found = edits.flatMap((of) => (of ? [of] : []));
  const isWhole = found.length === edits.length;
  return isWhole ? [{ title: "Indent the bullets alike", edits: found.flat(), safe: false }] : [];
}

/** The lists of a run: a new one starts where the kind of marker changes. */
function listsOf(run: readonly ItemBlock[]): ItemBlock[][] {
  const lists: ItemBlock[][] = [];
  for (const item of run) {
    const last = lists.at(-1);
    if (last?.[0]?.marker.slice(-1) === item.marker.slice(-1)) last.push(item);
    else lists.push([item]);
  }
  return lists;
}

interface Placed {
  readonly item: ItemBlock;
  readonly place: BulletPlace;
}

function* checkList(text: string, list: readonly ItemBlock[]): Iterable<Problem> {
  const placed = withoutNested(
    list.flatMap((item) => {
      const place = placeOf(text, item);
      return place ? [{ item, place }] : [];
    }),
  );
  const column = usualColumn(placed);
  const odd = placed.filter(({ place }) => place.column !== column);
  const [first, ...others] = odd;
  // Numbers of several digits may stand in line at their dots.
  if (!first || new Set(placed.map(({ place }) => place.content)).size === 1) return;
  const at = ({ item, place }: Placed) => firstLineOf(text, { start: place.start, end: item.span.end });
  yield {
    at: at(first),
    message: messageFor(first.place.column, column),
    related: others.slice(0, mostRelated).map((other) => ({ at: at(other), message: "Another such bullet" })),
    get fixes(): Fix[] {
      return fixesOf(
        odd.map(({ item, place }) => {
          return moveLines(text, startOfLine(text, place.start), item.span.end, column - place.column);
        }),
      );
    },
  };
}

/** Without what stands so far in that it was meant to be nested: another rule's matter. */
function withoutNested(placed: readonly Placed[]): Placed[] {
  const nested = new Set<number>();
  for (const [index, { place }] of placed.entries()) {
    if (place.column >= (placed[index - 1]?.place.column ?? place.column) + 2) nested.add(place.column);
  }
  return placed.filter(({ place }) => !nested.has(place.column));
}

/** The column of most; of several, the first. */
function usualColumn(placed: readonly Placed[]): number {
  const counts = new Map<number, number>();
  for (const { place } of placed) counts.set(place.column, (counts.get(place.column) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? 0;
}
