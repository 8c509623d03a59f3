import type { Format, SectionForm } from "../model/format";
import { namesOf, sectionOf } from "./sectionAliases";

/** The sections that notes of many groups have; none of them is expected. */
export const commonSections: readonly SectionForm[] = [
  sectionOf("chair", "Chair"),
  sectionOf("note taker", "Note Taker"),
  sectionOf("attendees", "Attendees"),
  sectionOf("absent", "Regrets"),
  sectionOf("updates", "Updates"),
  sectionOf("agenda", "Agenda"),
  sectionOf("notes", "Notes"),
  sectionOf("decisions", "Decisions"),
  sectionOf("actions", "Action Items"),
];

/** What the notes of all groups share; a profile says only what differs. */
export const commonFormat: Format = {
  title: {
    levels: [1, 2],
    dates: [
      "EEEE, MMMM do, yyyy",
      "MMMM do, yyyy",
      "EEEE, do MMMM, yyyy",
      "do MMMM, yyyy",
      "EEEE, yyyy-MM-do",
      "yyyy-MM-do",
      "yyyy/MM/do",
      "MMMM do",
    ],
    fields: ["Date", "Meeting date", "Dates", "Meeting dates"]
      .flatMap((label) => [label, `${label}/time`, `${label} and time`, `${label} & time`])
      .concat("When"),
  },
  attendees: {
    form: "bullets",
    attending: [
      "Attendees",
      ...namesOf("attendees").filter((name) => name !== "Attendees"),
      "Guests",
      "Others",
      "Remote",
    ],
    noteTaker: namesOf("note taker"),
    chair: namesOf("chair"),
    absent: namesOf("absent"),
  },
  sections: commonSections,
  turns: {
    form: "plain",
    // How many were for and against, in a poll.
    labels: ["For", "Against", "Neutral", "Strongly for", "Strongly against", "In favor", "Abstain"],
    groups: ["All", "Everyone", "Everybody", "Group", "Unknown", "Someone", "Somebody", "Anonymous", "Speaker"],
  },
  actions: { markers: ["Action", "Action Item", "AI", "TODO"] },
  decisions: {
    labels: ["Decision", "Decided", "Resolution", "Resolved", "Conclusion", "Consensus"],
    phrases: [
      "by consensus",
      "consensus vote",
      "unanimous consent",
      "vote passed",
      "voted in favor",
      "voted in favour",
    ],
  },
  placeholders: [],
};

/** The given sections in their order, and those of the roles that they leave out, wherever these stand. */
export function withSections(...sections: readonly SectionForm[]): readonly SectionForm[] {
  const roles = new Set(sections.map(({ role }) => role));
  const others = commonSections.filter(({ role }) => !roles.has(role));
  return [...sections, ...others.map((section) => ({ ...section, isAnywhere: true as const }))];
}
