import { commonFormat, withSections } from "./common";
import type { Profile } from "./profile";
import { namesOf, sectionOf } from "./sectionAliases";

const membersPresent = [
  ..."TSC Members present|Members present|Board Members present|Directors present|Committee Members present".split("|"),
  ..."Voting members present|Voting members|Others present|Also present|Guests present|Invited guests".split("|"),
];

/** Minutes of a committee: who of the members was present, numbered topics, adjournment. */
export const formalMinutes: Profile = {
  id: "formal-minutes",
  summary: "Minutes of a committee: members present, topics one after the other, adjournment",
  format: {
    ...commonFormat,
    title: { ...commonFormat.title, levels: [1, 2] },
    attendees: {
      ...commonFormat.attendees,
      form: "lines",
      attending: ["Members present", ...membersPresent, ...commonFormat.attendees.attending],
    },
    sections: withSections(
      sectionOf("attendees", "Members present", { more: membersPresent }),
      sectionOf("agenda", "Agenda"),
      // `Meeting Minutes` is the title.
      { role: "notes", name: "Notes", aliases: ["Discussion"], expected: false },
      { role: "other", name: "Adjournment", aliases: ["Adjourn", "Adjourned"], expected: false },
    ),
  },
  signatures: [
    [
      { kind: "section", names: membersPresent },
      { kind: "section", names: ["Adjournment", "Adjourn", "Agenda", "Topic #1", "Topic 1", "Minutes"] },
    ],
    [
      { kind: "title", words: ["minutes"] },
      { kind: "section", names: [...membersPresent, ...namesOf("attendees")] },
      { kind: "section", names: ["Adjournment", "Adjourn", "Call to order"] },
    ],
  ],
  severities: { "note-taker-missing": "off" },
};
