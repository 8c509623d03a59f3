import fc from "fast-check";
import { trickyCharacter } from "./trickyParts";

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
  ..."Ada|Ada|Ada|Bo Li|Bo|Bo|Jo|Jo|Zoe|Zoë|ZO|Cleo|Dee|Cyra|Cyra|ada|Jiawei|JC|LW|Miller|Ada M|Miller, Ada|@deepark|Jiawie|Okafro|Łuksaz|Ada Millar|سارة|Max|max|Question|Note|When|Everyone|Speaker 3|???|https|Ada, Jo|Ada/Jo|ADA & Cleo|Zoë and Dee|AM, ZO|Resolution|Action|A|NVO|Nia".split(
    "|",
  ),
);

const plainSpeech = fc.constantFrom("it leaks.", "where?", "the crane is mended", "no, we wait until May 5.", "");

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
  "Presenter: Nia Vogt (NVO)",
  "**Presenters:** Zoë Lind (ZLI), Nia Ost (NVO) and Bo",
);

const topic = fc.constantFrom("Moorings", "Cranes", "[Ada] - Release date", "[Cyra] Threads", "Go");

/** Well-kept talk: bullets in steps of four, under topics, most turns in one form. */
export const tidyTalk: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...turnForms),
    fc.array(
      fc.tuple(
        fc.constantFrom(0, 0, 1, 1, 1, 2, 2),
        fc.tuple(label, fc.oneof({ weight: 3, arbitrary: plainSpeech }, { weight: 1, arbitrary: speech })),
        fc.oneof(
          { weight: 8, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: turn },
          { weight: 1, arbitrary: action },
          { weight: 2, arbitrary: topic },
          { weight: 1, arbitrary: remark },
        ),
      ),
      { minLength: 2, maxLength: 12, size: "max" },
    ),
  )
  .map(([write, lines]) => {
    let above = -1;
    return lines
      .map(([wanted, [who, words], other]) => {
        above = Math.min(wanted, above + 1);
        return `${"    ".repeat(above)}* ${other ?? write(who, words)}\n`;
      })
      .join("");
  });

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

/** An attendee table that people and rules like. */
export const tidyTable: fc.Arbitrary<string> = fc
  .tuple(fc.subarray(listed, { minLength: 2 }), fc.constantFrom("Bo Li", "Bo Li", "Cyra Lind", "TBD"))
  .map(([names, taker]) => `|  |  |\n| --- | --- |\n| Attending | ${names.join(", ")}\n| Note Taker | ${taker}`);

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
