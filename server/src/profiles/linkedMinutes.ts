import { commonFormat, withSections } from "./common";
import type { Profile } from "./profile";
import { sectionOf } from "./sectionAliases";

/** Minutes with links to recording and issue, attendees with handles, then the agenda with its minutes in it. */
export const linkedMinutes: Profile = {
  id: "linked-minutes",
  summary: "Links, who was present (with handles), and an agenda of issues with the minutes below each",
  format: {
    ...commonFormat,
    sections: withSections(
      { role: "other", name: "Links", aliases: [], expected: true },
      sectionOf("attendees", "Present", { expected: true }),
      sectionOf("agenda", "Agenda", { expected: true, more: ["Minutes"] }),
      sectionOf("updates", "Announcements", { more: ["CPC and Board Meeting Updates", "Board Meeting Updates"] }),
      { role: "other", name: "Q&A, Other", aliases: ["Q&A"], expected: false },
      { role: "other", name: "Upcoming Meetings", aliases: ["Next meeting"], expected: false },
    ),
  },
  signatures: [
    [
      { kind: "heading", names: ["Links"] },
      { kind: "heading", names: ["Present", "Attendees"] },
      { kind: "heading", names: ["Agenda", "Minutes"] },
    ],
  ],
  severities: { "note-taker-missing": "off", "turn-format": "off" },
};
