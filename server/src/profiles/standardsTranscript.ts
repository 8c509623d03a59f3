import { commonFormat, withSections } from "./common";
import type { Profile } from "./profile";
import { namesOf, sectionOf } from "./sectionAliases";

/** Notes of a standards group: the announcement of the call with its agenda items, then attendees and a transcript. */
export const standardsTranscript: Profile = {
  id: "standards-transcript",
  summary: "Agenda items with logistics, then attendees and a transcript of turns under initials",
  format: {
    ...commonFormat,
    sections: withSections(
      { role: "other", name: "Registration", aliases: [], expected: false },
      { role: "other", name: "Logistics", aliases: [], expected: false },
      sectionOf("agenda", "Agenda items", { expected: true, more: ["Schedule"] }),
      sectionOf("attendees", "Attendees"),
      sectionOf("notes", "Meeting Notes", { expected: true }),
    ),
    actions: { markers: ["AI", "Action", "Action Item", "TODO"] },
    decisions: { ...commonFormat.decisions, labels: [...commonFormat.decisions.labels, "Poll"] },
  },
  signatures: [
    [
      { kind: "heading", names: ["Agenda items"] },
      {
        kind: "heading",
        names: ["Registration", "Logistics", "Schedule constraints", "Agenda items for future meetings"],
      },
    ],
    [
      { kind: "heading", names: ["Agenda items"] },
      { kind: "heading", names: [...namesOf("notes"), ...namesOf("attendees")] },
    ],
    // A meeting of some days has a schedule where others have agenda items.
    [
      { kind: "heading", names: ["Registration", "Logistics"] },
      { kind: "heading", names: namesOf("notes") },
      { kind: "heading", names: namesOf("attendees") },
    ],
  ],
  severities: { "note-taker-missing": "off", "section-order": "off", "section-duplicate": "hint" },
};
