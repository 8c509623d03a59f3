import { commonFormat, withSections } from "./common";
import type { Profile } from "./profile";
import { namesOf, sectionOf } from "./sectionAliases";

/** Notes under a dated heading with a two-row table (Attending, Note Taker), then Updates, Agenda, Action Items. */
export const attendeeTable: Profile = {
  id: "attendee-table",
  summary: "A dated heading, a table of attendees and note taker, then Updates, Agenda and Action Items",
  format: {
    ...commonFormat,
    attendees: {
      ...commonFormat.attendees,
      form: "row",
      attending: ["Attending", "Attendees", "Attended", "Present", "Participants"],
      noteTaker: ["Note Taker", "Note Takers", "Notetaker", "Note-taker", "Notes by", "Scribe", "Scribes"],
    },
    sections: withSections(
      sectionOf("updates", "Updates", { expected: true }),
      sectionOf("agenda", "Agenda", { expected: true }),
      sectionOf("notes", "Notes"),
      sectionOf("actions", "Action Items", { expected: true }),
    ),
  },
  signatures: [
    [{ kind: "attendee row" }],
    [
      { kind: "dated with year" },
      { kind: "section", names: namesOf("updates") },
      { kind: "section", names: namesOf("agenda") },
      {
        kind: "without",
        names: [
          ...[...namesOf("attendees"), ...namesOf("absent")],
          ..."Name|Names|Scribe|Scribes|Registration|Links|Logistics|Moderator".split("|"),
        ],
      },
    ],
  ],
  // Many of these notes do without one section or other.
  severities: { "section-missing": "hint" },
};
