import { commonFormat, withSections } from "./common";
import type { Profile } from "./profile";
import { sectionOf } from "./sectionAliases";

/** Notes with a list of who was present and who scribed, and turns as bullets under initials. */
export const scribeBullets: Profile = {
  id: "scribe-bullets",
  summary: "Who was present, who scribed, and topics as headings with turns as bullets under initials",
  format: {
    ...commonFormat,
    sections: withSections(
      sectionOf("attendees", "Present", { expected: true }),
      { ...sectionOf("absent", "Regrets"), isAnywhere: true },
      { ...sectionOf("chair", "Chair"), isAnywhere: true },
      sectionOf("updates", "Announcements"),
      sectionOf("note taker", "Scribes", { expected: true }),
      { role: "other", name: "Introductions", aliases: [], expected: false },
      sectionOf("agenda", "Topics", { expected: true, more: ["Minutes"] }),
      sectionOf("actions", "Actions"),
    ),
    decisions: { ...commonFormat.decisions, labels: [...commonFormat.decisions.labels, "Proposal"] },
  },
  signatures: [
    [
      { kind: "heading", names: ["Present", "Attendees"] },
      { kind: "heading", names: ["Scribe", "Scribes"] },
    ],
  ],
  severities: { "note-taker-missing": "hint" },
};
