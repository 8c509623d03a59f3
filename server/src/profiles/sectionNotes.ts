import { commonFormat, withSections } from "./common";
import type { Profile } from "./profile";
import { namesOf, sectionOf } from "./sectionAliases";

/** Notes with an agenda, attendees as bullets and notes, each under a heading; attendees and notes may be nested. */
export const sectionNotes: Profile = {
  id: "section-notes",
  summary: "Headings for the agenda, the attendees and the notes, often Notes with Attendees and Notes below",
  format: {
    ...commonFormat,
    sections: withSections(
      sectionOf("agenda", "Agenda", { expected: true }),
      sectionOf("attendees", "Attendees", { expected: true }),
      sectionOf("notes", "Notes", { expected: true }),
      sectionOf("actions", "Action Items"),
    ),
  },
  signatures: [
    [
      { kind: "heading", names: ["Agenda", "Tagesordnung", "Ordre du jour", "Orden del día", "議題", "议程", "議程"] },
      { kind: "heading", names: namesOf("attendees") },
      { kind: "heading", names: namesOf("notes") },
      { kind: "without", names: ["Agenda items", "Registration", "Logistics", "Meeting Date/Time"] },
    ],
  ],
  severities: { "note-taker-missing": "off" },
};
