import { commonFormat, withSections } from "./common";
import type { Profile } from "./profile";
import { namesOf, sectionOf } from "./sectionAliases";

/** Notes of a committee of delegates: everybody has an abbreviation, topics are headings, turns are paragraphs. */
export const delegateTranscript: Profile = {
  id: "delegate-transcript",
  summary: "A table (or a line) of delegates with abbreviations, topics as headings, turns under abbreviations",
  format: {
    ...commonFormat,
    // Topics are headings of the second level.
    title: { ...commonFormat.title, levels: [1] },
    attendees: { ...commonFormat.attendees, form: "columns" },
    sections: withSections(
      sectionOf("decisions", "Conclusion", {
        more: [
          ..."Conclusion/Resolution|Conclusion/Decision|Resolution|Summary and conclusion|Consensus/Resolution".split(
            "|",
          ),
          ..."Conclusions|Consensus".split("|"),
        ],
      }),
      {
        role: "other",
        name: "Speaker's Summary of Key Points",
        aliases: ["Summary", "Summary of Key Points"],
        expected: false,
      },
    ),
  },
  signatures: [
    [
      { kind: "column", names: ["Abbreviation", "Abbrev", "Abbr", "Initials", "Delegate Abbreviation"] },
      { kind: "column", names: ["Name", "Delegate", "Attendee", ...namesOf("attendees")] },
      { kind: "column", names: ["Organization", "Organisation", "Affiliation", "Company", "Member"] },
    ],
    [{ kind: "abbreviated attendees" }, { kind: "title", words: ["meeting", "notes", "minutes"] }],
  ],
  severities: {
    "note-taker-missing": "off",
    "speaker-unknown": "hint",
    "speaker-unlisted-known": "hint",
    "section-order": "off",
    "topic-without-decision": "hint",
  },
};
