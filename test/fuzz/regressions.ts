import type { Session } from "./session";

/**
 * Sessions that once broke the law, as `npm run fuzz` prints them, smallest form; each says above it what was wrong.
 * An edit is a list of changes `[start, end, newText]` (UTF-16 offsets) or `[newText]` for a whole new text.
 */
export const regressions: readonly Session[] = [
  // The title stayed where it was, since all passages were the same ones: the chunk above it holds none.
  { text: "\r#", settings: "forced", steps: [{ edit: [[0, 0, "\t"]] }] },
  // What stands behind the line moved with the end of its words, not with the blank behind them.
  { text: "* * J \n* E", settings: "forced", steps: [{ edit: [[5, 6, ""]] }] },
  // The end of the text was taken for the end of the words.
  { text: "* B\n#\nC", settings: "forced", steps: [{ edit: [[7, 7, " "]] }] },
  // What a note lacks is said of its first words, which grow.
  {
    text: ["e\n", "* m\n", "\n", "s\n", "* ACTION:C\n", "# Update\n", "w"].join(""),
    settings: "forced",
    steps: [{ edit: [[1, 1, "1"]] }],
  },
  // The same behind a blank.
  {
    text: "* e\n  * e\n  * R\n  * G\n  * A",
    settings: "forced",
    steps: [{ edit: [[3, 3, " "]] }, { edit: [[4, 4, "s"]] }],
  },
  // A caret in the blank behind a topic's last words was in the topic, or not.
  { text: "* d\n  * **Everyone**:.\n", settings: "forced", steps: [{ edit: [[22, 22, " "]] }] },
  // A section was offered to be moved with what it had said before the last letter.
  {
    text: [
      "## March 5, 2024\n\n| | |\n| --- | --- |\n| Attending | Ada Berg, Jo Lind\n| Note Taker | Jo Lind\n\n",
      "## Agenda\n\n* Ada: where?\n\n## Updates\n\n* Jo: no, we wait.\n\n## Action Items\n\n* Ada - where?\n",
    ].join(""),
    settings: "forced",
    steps: [{ edit: [[140, 140, "A"]] }, { edit: [[141, 141, "d"]] }],
  },
  // A name alone in a line had action items below it; with words behind it they were still that person's.
  { text: "b\n# Action Item\na:\n* t\n* C", settings: "forced", steps: [{ edit: [[18, 18, "h"]] }] },
  // Of several sections that were missing at one place, the first was offered for each.
  { text: "Attending|b\n# Update\nR", settings: "forced", steps: [{ edit: [[22, 22, ""]] }] },
  // A second colon, or a blank more, stood behind what the turn's prefix was offered to become.
  { text: "__Ada/Jo__:n", settings: "series", steps: [{ edit: [[11, 11, ":"]] }] },
  { text: "__Ada/Jo__: n", settings: "series", steps: [{ edit: [[12, 12, " "]] }, { edit: [[14, 14, "o"]] }] },
  // A tab behind a prefix without words counted as a part of the line's words.
  { text: "###\n####\n[a]", settings: "forced", steps: [{ edit: [[12, 12, "\t"]] }] },
  // A detail of an action item became a label that made a speaker of the same one elsewhere.
  { text: "Action Item\n* * Jo\n\nNotes\n* Jo:", settings: "forced", steps: [{ edit: [[18, 18, ":"]] }] },
  // With a blank behind it, a bullet was no name of a section to what recognises a form.
  { text: "# Mah 0 2024\n# Agenda\n-\n  * Update ", settings: "forced", steps: [{ edit: [[34, 35, ""]] }] },
  // With a blank behind it, a turn that was to be formatted was in form.
  { text: "?\n* Jo:r\n* __Ada__:\n* __Ada__:", settings: "series", steps: [{ edit: [[7, 7, " "]] }] },
  // Brackets with an x became the box of a task, by a blank behind them, and what was said behind it a filler.
  { text: "Attending|D\n- [x]", settings: "forced", steps: [{ edit: [[17, 17, " …"]] }] },
  // The blank behind a colon made one turn more of those by which the note was recognised.
  {
    text: "# Weekly\nJo: \n\nJo: canceled\nAC: \nSC: \nSC: \nAC: ",
    settings: "plain",
    steps: [{ edit: [[12, 13, ""]] }],
  },
  // One more bullet made the note longer than one that is known by having been cancelled.
  {
    text: [
      "# Roof group meeting, March 5, 2024\n\nCancelled, too wet.\n\n## Notes\n\n",
      "* Ana: we\n  * Bo: x\n  * Bo: y\n* Bo: oh\n* Ana: end\n",
    ].join(""),
    settings: "plain",
    steps: [{ edit: [[106, 106, "o"]] }, { edit: [[107, 107, "\n* "]] }, { edit: [[110, 110, "y"]] }],
  },
];
