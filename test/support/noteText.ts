import fc from "fast-check";

/** Pieces that notes are made of, whole and broken, with the characters that trip up readers of Markdown. */
const pieces = [
  "## March 05, 2024 - Roof meeting",
  "# {month} {day}",
  "Title\n===",
  "|  |  |\n| --- | --- |\n| Attending | Ada Miller, Bo Li, Jiawei (Jo) Chen\n| Note Taker | Bo Li",
  "| Attending | Ada Miller",
  "| --- |",
  "## Updates",
  "Agenda:",
  "* Action Items:",
  "## Agneda",
  "* Ada: It leaks.",
  "    * Bo: Where? Ada: There.",
  "        * [Jo] Under the roof",
  "\t- **Ada**: no",
  "1. Ada:yes",
  "- [ ] Bo to buy nails",
  "- [x] ",
  "* Cyra: hello",
  "* ...",
  "[Ada]: yes",
  "[Bo]: https://example.org",
  "```",
  "~~~ts\nAda: code\n~~~",
  "<!-- Ada: hidden",
  "-->",
  "---",
  "> Ada: quoted",
  "lazy line",
  "Resolution: `green`",
  "ACTION: Ada to paint",
  "[link](https://example.org/a_(b))",
  "\\[Ada\\] hm",
  "**Ada",
  "😀 Łukasz: ž́",
  "\u0000",
  "\u200B\u202E\uFEFF",
  "   ",
];

const ends = ["\n", "\n\n", "\r\n", "\r", " ", ""];

/** Texts that look like notes, more or less. */
export const noteText: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: "binary", maxLength: 8 })),
      fc.constantFrom(...ends),
    ),
    {
      maxLength: 25,
    },
  )
  .map((parts) => parts.flat().join(""));
