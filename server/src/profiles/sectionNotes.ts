import { commonFormat, withSections } from "./common";
import type { Mark, Profile } from "./profile";
import { namesOf, sectionOf } from "./sectionAliases";

const agenda: Mark = {
  kind: "heading",
  names: ["Agenda", "Tagesordnung", "Ordre du jour", "Orden del día", "議題", "议程", "議程"],
};
const attendees: Mark = { kind: "heading", names: namesOf("attendees") };
const minutes = ["Minutes", "Meeting Minutes"];
const notes = namesOf("notes").filter((name) => !minutes.includes(name));

/** What tells of notes in another form with the same sections. */
const others: readonly Mark[] = [
  { kind: "without", names: ["Agenda items", "Registration", "Logistics", "Meeting Date/Time"] },
  { kind: "without heading", names: ["Meeting Date & Time", "Meeting Date and Time", "Scribe", "Scribes"] },
];

/** Notes with an agenda, attendees as bullets and notes, each under a heading; attendees and notes may be nested. */
export const sectionNotes: Profile = {
  id: "section-notes",
  summary: "Headings for the agenda, the attendees and the notes, often Notes with Attendees and Notes below",
  format: {
    ...commonFormat,
    sections: withSections(
      sectionOf("agenda", "Agenda", { expected: true }),
      { ...sectionOf("attendees", "Attendees", { expected: true }), isAnywhere: true },
      sectionOf("notes", "Notes", { expected: true }),
      sectionOf("actions", "Action Items"),
    ),
  },
  signatures: [
    [agenda, attendees, { kind: "heading", names: notes }, ...others],
    // Between links and those who were present, minutes are of another form.
    [agenda, attendees, { kind: "heading", names: minutes }, { kind: "without heading", names: ["Links"] }, ...others],
  ],
  severities: { "note-taker-missing": "off" },
};
