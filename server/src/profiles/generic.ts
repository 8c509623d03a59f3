import { commonFormat, withSections } from "./common";
import type { Profile } from "./profile";
import { namesOf } from "./sectionAliases";

const meetingWords =
  "meeting|minutes|notes|call|sync|standup|stand-up|weekly|agenda|protokoll|réunion|reunión|会议|議事録";

/** What only meetings have on their agendas. */
const standingItems =
  "Review agenda|Review of the agenda|Approval of the agenda|Adoption of the agenda|Approval of minutes|Approval of the minutes|Approval of previous minutes|Determine volunteers for note taking|Find volunteers for note taking|Volunteers for note taking|Opening of the meeting|Call to order|Opening, welcome and roll call".split(
    "|",
  );

/** What clearly is a meeting note, of no form that is known. */
export const generic: Profile = {
  id: "generic",
  summary: "A meeting note of no known form",
  // None expected and in no order, as long as no template or configuration says which the group has.
  format: { ...commonFormat, sections: withSections() },
  signatures: [
    [{ kind: "dated" }, { kind: "section", names: namesOf("attendees") }],
    [{ kind: "dated" }, { kind: "heading", names: ["Agenda", "Minutes", "Meeting Notes", "Action Items"] }],
    [
      { kind: "title", words: meetingWords.split("|") },
      { kind: "heading", names: namesOf("attendees") },
      { kind: "heading", names: [...namesOf("agenda"), ...namesOf("notes"), ...namesOf("actions")] },
    ],
    [{ kind: "dated" }, { kind: "title", words: meetingWords.split("|") }, { kind: "turns", count: 6 }],
    [{ kind: "dated" }, { kind: "item", names: standingItems }],
    [{ kind: "dated" }, { kind: "folder" }, { kind: "turns or handles", count: 6 }],
    [{ kind: "dated" }, { kind: "cancelled" }],
  ],
  severities: {
    "attendees-missing": "off",
    "note-taker-missing": "off",
    "action-owner-missing": "hint",
    "speaker-unknown": "hint",
    "speaker-unlisted-known": "hint",
  },
};
