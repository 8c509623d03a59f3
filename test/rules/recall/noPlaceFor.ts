import type { RuleId } from "../../../server/src/rules/index";

const noTable = "who was there stands in no table";
const noColumns = "who was there stands in no table of two rows";
const noSectionOfActions = "action items stand where they are promised, in no section of their own";
const nobodyTakesNotes = "no note says who took it";
const nothingExpected = "but for the list of attendees, no section is expected";
const datedInTitle = "the date stands in the title, and in no field";
const nestedTopics = "topics are bullets, or headings below a section of the form";

/** Rules whose defects a form has no place for, and why, by the form. */
export const noPlaceFor: Readonly<Record<string, Readonly<Partial<Record<RuleId, string>>>>> = {
  "attendee-table": { "topic-without-decision": nestedTopics },
  "section-notes": {
    "attendees-fenced": "a table of one column is a list to its readers, fenced or not",
    "attendees-table": noColumns,
    "topic-without-decision": nestedTopics,
  },
  "standards-transcript": {
    "action-duplicate": noSectionOfActions,
    "action-empty": noSectionOfActions,
    "action-unlisted": noSectionOfActions,
    "attendees-fenced": noTable,
    "attendees-table": noTable,
  },
  "delegate-transcript": {
    "action-duplicate": noSectionOfActions,
    "action-empty": noSectionOfActions,
    "action-unlisted": noSectionOfActions,
    "attendees-table": noColumns,
    "note-taker-unlisted": nobodyTakesNotes,
    "section-missing": nothingExpected,
    "speaker-ambiguous": "everybody has an abbreviation, and speaks under it",
    "title-date-field": datedInTitle,
  },
  "linked-minutes": {
    "action-duplicate": noSectionOfActions,
    "action-empty": noSectionOfActions,
    "action-unlisted": noSectionOfActions,
    "attendees-fenced": noTable,
    "attendees-table": noTable,
    "note-taker-unlisted": nobodyTakesNotes,
    "title-date-field": datedInTitle,
  },
  "scribe-bullets": {
    "attendees-fenced": noTable,
    "attendees-table": noTable,
    "topic-without-decision": nestedTopics,
  },
  "call-transcript": {
    "attendees-fenced": noTable,
    "attendees-table": noTable,
    "section-missing": nothingExpected,
  },
  "formal-minutes": {
    "attendees-fenced": noTable,
    "attendees-table": noTable,
    "section-missing": nothingExpected,
    "topic-without-decision": nestedTopics,
  },
  generic: {
    "attendees-fenced": noTable,
    "attendees-table": noTable,
    "section-missing": nothingExpected,
    "section-order": "no section has a place of its own",
  },
};
