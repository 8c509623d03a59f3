/** What each key of `.notewright.json` is for, by its path, in Markdown: for editors to show, and for nobody who checks. */
export const configurationTexts: Readonly<Record<string, string>> = {
  $schema: "Where editors find the schema of this file; Notewright itself does not look there.",
  extends:
    "The built-in profile that these notes are written in. Left out: the one that Notewright recognises in each note.",
  profile:
    "What the group writes in its own way. Each list takes the place of the profile's; what is left out is as there.",
  "profile.title": "The heading that names the meeting.",
  "profile.title.levels": "Levels of heading that may be the title.",
  "profile.title.dates": "Forms of its date, in Unicode date tokens, the preferred one first: `EEEE, MMMM do, yyyy`.",
  "profile.title.fields": "Labels of a line that tells when the meeting was: `Date`, `When`.",
  "profile.attendees": "How the note says who was there.",
  "profile.attendees.form":
    "How those who were there are listed: in the `row` of a two-row table, as `bullets`, on `lines` or one `line`, in a table of one `column` or of several `columns`.",
  "profile.attendees.attending": "Labels of the list; the first is the one that a fix writes.",
  "profile.attendees.noteTaker": "Labels before the note taker; the first is the one that a fix writes.",
  "profile.attendees.chair": "Labels before who led the meeting.",
  "profile.attendees.absent": "Labels of the list of those who were not there.",
  "profile.sections":
    "The sections of the group's notes, in their order. Those of the profile that are not named here are known, too, but not expected.",
  "profile.sections.name": "What a fix writes.",
  "profile.sections.role":
    "What the section is for. Left out: what a section of this name is for in the profile, or else `other`.",
  "profile.sections.aliases": "Other names of the section. Left out: those of the profile.",
  "profile.sections.expected": "Whether the rule `section-missing` wants it. Left out: as in the profile.",
  "profile.turns": "How the note says who spoke.",
  "profile.turns.form": "The form that all turns are to have.",
  "profile.turns.groups": "Speakers that are no single person: `Everyone`.",
  "profile.actions": "How the note says who promised what.",
  "profile.actions.markers": "Words before a colon that mark an action item outside its section.",
  "profile.decisions": "How the note says what was decided.",
  "profile.decisions.labels": "Words before a colon that mark a decision.",
  "profile.decisions.phrases": "Phrases within a sentence that tell of a decision.",
  "profile.placeholders":
    "What stands in a note until somebody writes something there, as a bullet or paragraph of its own, beside what Notewright knows, such as `TODO`.",
  rules: "How much each rule's findings matter, or `off` to have none.",
  files:
    'Which files are meeting notes, whatever their content: a glob relative to this file\'s folder, and `"note"` or `"ignore"`. Where several match, the last holds.',
  people: "People whom the notes name, and what else they are called.",
  "people.name": "The full name.",
  "people.aliases": "Other names: nicknames, an earlier name, how others write it.",
  "people.abbreviation": "What stands before the person's turns, such as `ABC`.",
  "people.handle": "The handle on GitHub, without `@`.",
  roster:
    "A file with more of them, relative to this file's folder: lines such as `Ana Ruiz (AR)`, or JSON like `people`.",
  labels: "Words before a colon that are no speakers, beside those that Notewright knows.",
};
