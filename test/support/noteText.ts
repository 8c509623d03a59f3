import fc from "fast-check";
import { sectionLine, tableBlock, talkLine, tidyTable, tidyTalk, titleLine } from "./noteParts";
import { frontMatter, suppressingComment, trickyBlock, trickyCharacter } from "./trickyParts";

const ending = fc.constantFrom("\n", "\n", "\n", "\n", "\n", "\n\n", "\n\n\n", " ", "");

/** Some lines of a note, as one pastes them: talk mostly, sometimes whatever else stands in a note. */
export const noteLines: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 8, arbitrary: talkLine },
        { weight: 2, arbitrary: trickyBlock },
        { weight: 1, arbitrary: sectionLine },
        { weight: 1, arbitrary: trickyCharacter },
        { weight: 1, arbitrary: suppressingComment },
      ),
      ending,
    ),
    { minLength: 1, maxLength: 8, size: "max" },
  )
  .map((lines) => lines.flat().join(""));

/** A section: its start, and talk that is well kept or not. */
const section = fc
  .tuple(
    fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom("## Updates", "## Agenda", "## Action Items") },
      { weight: 1, arbitrary: sectionLine },
    ),
    fc.oneof({ weight: 3, arbitrary: tidyTalk }, { weight: 1, arbitrary: noteLines }),
  )
  .map((parts) => parts.join("\n\n"));

/** A note with title, table and sections, now and then with one of them missing or broken. */
const orderedText = fc
  .tuple(
    fc.oneof(
      { weight: 8, arbitrary: fc.constant("") },
      { weight: 1, arbitrary: frontMatter.map((text) => `${text}\n`) },
    ),
    fc.oneof(
      { weight: 2, arbitrary: fc.constant("## March 05, 2024 - Roof meeting") },
      { weight: 1, arbitrary: titleLine },
    ),
    fc.oneof(
      { weight: 4, arbitrary: tidyTable },
      { weight: 3, arbitrary: tableBlock },
      { weight: 1, arbitrary: fc.constant("") },
    ),
    fc.array(section, { minLength: 1, maxLength: 3, size: "max" }),
  )
  .map(([matter, title, table, sections]) => matter + [title, table, ...sections].join("\n\n"));

/** Parts of a note in any order. */
const disorderedText = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 4, arbitrary: talkLine },
        { weight: 4, arbitrary: trickyBlock },
        { weight: 1, arbitrary: titleLine },
        { weight: 1, arbitrary: tableBlock },
        { weight: 1, arbitrary: sectionLine },
        { weight: 1, arbitrary: frontMatter },
        { weight: 1, arbitrary: trickyCharacter },
        { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
      ),
      ending,
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.flat().join(""));

/** Line ends by name; `mixed` gives each line one of the others in turn. */
const lineEnds = ["\n", "\n", "\n", "\r\n", "\r", "mixed"] as const;

/** Texts that look like notes, more or less. */
export const noteText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("", "", "", "", "", "", "", "\uFEFF"),
    fc.oneof({ weight: 3, arbitrary: orderedText }, { weight: 1, arbitrary: disorderedText }),
    fc.constantFrom(...lineEnds),
  )
  .map(([mark, text, end]) => mark + withLineEnds(text, end));

function withLineEnds(text: string, end: (typeof lineEnds)[number]): string {
  if (end !== "mixed") return text.replaceAll("\n", end);
  let line = 0;
  return text.replaceAll("\n", () => ["\n", "\r\n", "\r"][line++ % 3] ?? "\n");
}
