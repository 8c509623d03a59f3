import fc from "fast-check";

/** Characters that trip up who counts, measures or matches text. */
export const trickyCharacter: fc.Arbitrary<string> = fc.constantFrom(
  "\u0000",
  "\uFEFF",
  "\u200B",
  "\u200D",
  "\u202E",
  "\u00A0",
  "\u2028",
  "\u0085",
  "\u000B",
  "\u000C",
  "\uFFFC",
  "\uD83D",
  "\uDE00",
  "😀",
  "👩‍🚀",
  "z\u030C\u0301",
  "İ",
  "ﬁ",
  "ß",
  "مرحبا",
  "שלום",
  "李小龍",
  "\t",
  "\\",
  "&amp;",
  "&#0;",
);

const listed = [
  "Ada Miller",
  "Bo Li",
  "Jiawei (Jo) Chen",
  "Zoë Okafor (ZO)",
  "Bo Vega",
  "Łukasz Wójcik",
  "[Cleo Marsh](https://example.org/cleo)",
  "Dee Park @deepark",
  "Ada Miller",
  "سارة حسن",
  "Eve O’Neil (chair)",
  "",
];

const label = fc.constantFrom(
  ..."Ada|Ada|Bo Li|Bo|Jo|Zoe|Zoë|ZO|JC|LW|ada|Miller|Ada M|Miller, Ada|@deepark|Cleo|Cloe|Łuksaz|سارة|Cyra|Cyra|Max|Question|Note|When|Everyone|Speaker 3|???|https|Ada, Bo Li|Ada/Jo|ADA & Max|Zoë and Dee|AM, ZO|Resolution|Action|A".split(
    "|",
  ),
);

const speech = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "it leaks.",
      "where?",
      "we voted by consensus",
      "the tests run. Bo Li: so they do.",
      "I’ve read “the manual” – twice.",
      "TBD",
      "...",
      "…",
      "",
      "to buy nails",
      "Cyra will paint",
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "see `a: b` and [c](https://example.org/a_(b))",
      "<https://example.org> or www.example.org",
      "![d](e) **f** *g* ~~h~~ __i",
      "[m] and [n][m] and [^p] and [q",
      "`open Ada: code",
      "<b>Ada:</b> <!-- Bo: --> <i",
      "mail a@example.org, http://example.org/x: y",
      "a | b | c",
      "\\* \\[Ada\\] \\",
      "two  ",
      "{placeholder} [your name] _Submit a PR to add your item here_",
    ),
  },
  { weight: 1, arbitrary: trickyCharacter },
);

const turnForms: readonly ((who: string, words: string) => string)[] = [
  (who, words) => `${who}: ${words}`,
  (who, words) => `${who}: ${words}`,
  (who, words) => `**${who}:** ${words}`,
  (who, words) => `**${who}**: ${words}`,
  (who, words) => `[${who}] ${words}`,
  (who, words) => `[${who}]: ${words}`,
  (who, words) => `\\[${who}\\] ${words}`,
  (who, words) => `${who} - ${words}`,
  (who, words) => `[${who}] - ${words}`,
  (who, words) => `${who}:${words}`,
  (who, words) => `__${who}__:: ${words}`,
  (who, words) => `**${who} ${words}`,
];

const turn = fc
  .tuple(fc.constantFrom(...turnForms), label, speech)
  .map(([write, who, words]) => write(who, words).trimEnd());

const action = fc
  .tuple(
    fc.constantFrom("", "", "ACTION: ", "AI: ", "**TODO**: ", "[ ] ", "[x] ", "[X] ", "[ ]"),
    label,
    fc.constantFrom(" to ", ": ", " will ", " - ", " "),
    speech,
  )
  .map(([mark, who, joint, task]) => mark + who + joint + task);

const remark = fc.constantFrom(
  "Moorings",
  "Accepted the new wording by consensus vote",
  "Resolution: `green`",
  "**Decision:** paint it",
  "Who wrote them?",
  "[Ada] - Release date",
  "Agenda:",
  "Updates",
  "**Action Items**:",
);

/** What may stand behind a bullet, or in a paragraph of its own. */
const content = fc.oneof(
  { weight: 5, arbitrary: turn },
  { weight: 2, arbitrary: speech },
  { weight: 2, arbitrary: action },
  { weight: 2, arbitrary: remark },
);

const indents = ["", "", "", "    ", "    ", "        ", "  ", "\t", " ", "   ", "      ", "\t\t", "            "];
const markers = ["* ", "* ", "* ", "- ", "+ ", "1. ", "2) ", "7. ", "* [ ] ", "- [x] ", "*\t", "*   ", "*", "", "> "];

/** One line of talk: an indent, mostly a bullet, and a turn, an action item, a decision or other words. */
export const talkLine: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...indents), fc.constantFrom(...markers), content)
  .map((parts) => parts.join(""));

/** A heading that may be the note's title, good and bad. */
export const titleLine: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("## ", "# ", "## ", "### ", "#", ""),
    fc.constantFrom(
      "March 05, 2024",
      "Tuesday, March 5th, 2024",
      "Monday, 5 March 2024",
      "2024-03-05",
      "2024/3/5",
      "Mrach 50, 2024",
      "{month} {day}, 2024",
      "March 5",
      "Room 13",
    ),
    fc.constantFrom(" - Roof meeting", " – Roof meeting", " meeting", "", ": `Roof`", " \u202E"),
    fc.constantFrom("", "", "", "\n===", "\n---", " ##"),
  )
  .map((parts) => parts.join(""));

const attending = fc.tuple(
  fc.constantFrom("Attending", "Attending", "Attendees", "Participants", "attending:", "**Attending**", "Atending"),
  fc
    .tuple(
      fc.array(fc.constantFrom(...listed), { minLength: 0, maxLength: 6 }),
      fc.constantFrom(", ", ", ", "; ", " and ", "<br>"),
    )
    .map(([names, joint]) => names.join(joint)),
);
const noteTaker = fc.tuple(
  fc.constantFrom("Note Taker", "Note Taker", "Scribe", "Notes by", "Date"),
  fc.constantFrom("Bo Li", "Bo", "TBD", "", "Cyra", "Ada Miller, Jo", "@deepark"),
);

const tableShapes: readonly ((rows: readonly (readonly [string, string])[]) => string)[] = [
  (rows) => `|  |  |\n| --- | --- |\n${rows.map(([name, value]) => `| ${name} | ${value}`).join("\n")}`,
  (rows) => `|  |  |\n| --- | --- |\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join("\n")}`,
  (rows) => `| | |\n|:-|-:|\n${rows.map(([name, value]) => `|${name}|${value}`).join("\n")}`,
  (rows) => rows.map(([name, value]) => `| ${name} | ${value}`).join("\n"),
  (rows) => `| --- |\n${rows.map(([name, value]) => `| ${name} | ${value}`).join("\n")}`,
  (rows) => `|  |  |\n| --- | --- |\n${rows.map(([name, value]) => `${name} | ${value}`).join("\n")}`,
  (rows) => `|  |  |\n| --- | --- |\n${rows.map(([name, value]) => `| ${name} | ${value}\nCyra Wrapped`).join("\n")}`,
  (rows) => `\`\`\`\n|  |  |\n| --- | --- |\n${rows.map(([name, value]) => `| ${name} | ${value}`).join("\n")}\n\`\`\``,
  (rows) => `|  |  |\n| --- | --- |\n${rows.map(([name, value]) => `| ${name} | ${value}`).join("\n\n")}`,
  (rows) => `|  |  |\n| --- | --- |\n${rows.map(([name]) => `| ${name}`).join("\n")}`,
  (rows) => rows.map(([name, value]) => `${name}: ${value}`).join("\n"),
];

/** An attendee table, whole or broken in one of the ways that people break it. */
export const tableBlock: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...tableShapes), attending, noteTaker, fc.constantFrom(1, 2, 2, 2, 2, 3))
  .map(([write, who, taker, count]) => write([who, taker, ["Location", "Zoom"] as const].slice(0, count)));

/** The start of a section, in one of the three ways to write it. */
export const sectionLine: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom<readonly [string, string]>(
      ["## ", ""],
      ["## ", ""],
      ["### ", ":"],
      ["# ", " #"],
      ["", ":"],
      ["* ", ":"],
      ["- ", ""],
      ["**", ":**"],
      ["", "\n---"],
    ),
    fc.constantFrom(
      ..."Updates|Updates|Agenda|Agenda|Action Items|Action Items|Agneda|Acton Items|Next Steps|Notes|Minutes|Budget|Topics|".split(
        "|",
      ),
    ),
  )
  .map(([[before, behind], name]) => before + name + behind);

/** Markdown that opens, closes, interrupts or hides what stands around it. */
export const trickyBlock: fc.Arbitrary<string> = fc.constantFrom(
  "```",
  "~~~~",
  "```ts\nAda: code\n```",
  "~~~\n* Bo: code\n",
  "* Ada: a\n  ```\n  Bo: code\n  ```",
  "    Ada: indented code",
  "* a\n\n      Bo: indented code",
  "<!-- Ada: hidden",
  "-->",
  "<!-- Ada: hidden -->",
  "<!-- notewright: note -->",
  "<!-- notewright: ignore -->",
  "<!--\nnotewright: note -->",
  "<div>\nAda: html",
  "</div>\n",
  "<pre>\n\nAda: html\n\n</pre>",
  "<?php",
  "<script>\nBo: html",
  "</script>",
  "<details><summary>Bo: html</summary>\n\n* Bo: no html",
  "---",
  "+++",
  "***",
  "___",
  "===",
  "--",
  "> Ada: quoted\nBo: lazy",
  "> * Ada: quoted item\nlazy",
  "> ```\n> code",
  "* Ada: item\nBo: lazy",
  "lazy line",
  "[m]: https://example.org/m",
  "[m]:\n/two 'lines\nof title'",
  "* [Ada]: yes",
  "[Ada]: /defined",
  "[^p]: A footnote\n    Ada: in it",
  "[^p]",
  "2. Ada: two",
  "1) Bo: one",
  "14. no list in a paragraph",
  "| a | b |\n| - | - |\n| Ada: c | d",
  "| - |",
  "|",
  "&nbsp;",
  "#",
  "* ",
  "*\n  Ada: below its bullet",
  "*\n\n  Ada: no longer in it",
  "\\",
  "`",
  "**",
  "[",
);

/** Front matter, whole and broken. */
export const frontMatter: fc.Arbitrary<string> = fc.constantFrom(
  "---\ntype: meeting-notes\n---",
  "---\ntitle: Ada\n---",
  '+++\ntype = "meeting-note"\n+++',
  "---\ntype: meeting-notes",
  "---\n---",
  " ---\ntype: meeting-notes\n---",
  "--- \na: b\n----",
);
