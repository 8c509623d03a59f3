import { commonFormat, withSections } from "./common";
import type { Profile } from "./profile";
import { namesOf, sectionOf } from "./sectionAliases";

/** Transcripts of calls, written up later: speakers in bold, decisions and actions numbered, attendees at the end. */
export const callTranscript: Profile = {
  id: "call-transcript",
  summary: "A date and a moderator, speakers in bold, decisions and actions, and the attendees at the end",
  format: {
    ...commonFormat,
    title: { ...commonFormat.title, levels: [1] },
    attendees: {
      ...commonFormat.attendees,
      noteTaker: [...commonFormat.attendees.noteTaker, "Notes"],
    },
    sections: withSections(
      sectionOf("agenda", "Agenda"),
      sectionOf("notes", "Notes"),
      sectionOf("decisions", "Decisions"),
      sectionOf("actions", "Action Items"),
      sectionOf("attendees", "Attendees", { expected: true }),
      { role: "other", name: "Next meeting", aliases: ["Next call", "Next Meeting Date/Time"], expected: false },
    ),
    turns: { ...commonFormat.turns, form: "bold-colon" },
  },
  signatures: [
    [{ kind: "heading", names: ["Meeting Date/Time", "Meeting Date & Time", "Meeting Date and Time"] }],
    [
      { kind: "heading", names: ["Moderator", "Moderators"] },
      { kind: "heading", names: [...namesOf("attendees"), ...namesOf("agenda"), ...namesOf("notes")] },
    ],
    [
      { kind: "bold turns", count: 5 },
      { kind: "heading", names: namesOf("attendees") },
    ],
  ],
  severities: {
    // Under some headings of action items there is half of the transcript.
    "action-owner-missing": "hint",
    "note-taker-missing": "off",
    "section-order": "off",
    "note-taker-unlisted": "off",
    "speaker-unknown": "hint",
    "speaker-unlisted-known": "hint",
    "turn-format": "off",
  },
};
