import type { Profile } from "./profile";

/** Notes under a dated heading with a two-row table (Attending, Note Taker), then Updates, Agenda, Action Items. */
export const attendeeTable: Profile = {
  id: "attendee-table",
  summary: "A dated heading, a table of attendees and note taker, then Updates, Agenda and Action Items",
  format: {
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
      fields: ["Date", "When", "Meeting date"],
    },
    attendees: {
      form: "row",
      attending: ["Attending", "Attendees", "Attended", "Present", "Participants"],
      noteTaker: ["Note Taker", "Note Takers", "Notetaker", "Note-taker", "Notes by", "Scribe", "Scribes"],
      chair: ["Chair", "Chairs", "Moderator", "Host"],
      absent: ["Regrets", "Absent", "Apologies"],
    },
    sections: [
      {
        role: "updates",
        name: "Updates",
        aliases: ["Update", "Subgroup Updates", "General Updates", "Group Updates", "Announcements"],
        expected: true,
      },
      { role: "agenda", name: "Agenda", aliases: ["Agenda Items", "Topics"], expected: true },
      {
        role: "notes",
        name: "Notes",
        aliases: ["Minutes", "Meeting Notes", "Discussion", "Discussions"],
        expected: false,
      },
      {
        role: "actions",
        name: "Action Items",
        aliases: ["Action Item", "Actions", "Action", "Next Steps", "AIs", "TODOs"],
        expected: true,
      },
    ],
    turns: {
      form: "plain",
      labels: [],
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
  },
  signatures: [[{ kind: "attendee row" }]],
  severities: {},
};
