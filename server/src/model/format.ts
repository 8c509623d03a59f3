/** How a speaker's name is set before what they said: `Name: `, `**Name:** `, `**Name**: `, `[Name] ` or `[Name]: `. */
export type TurnForm = "plain" | "bold" | "bold-colon" | "brackets" | "brackets-colon";

/** All turn forms. */
export const turnForms: readonly TurnForm[] = ["plain", "bold", "bold-colon", "brackets", "brackets-colon"];

/** What a section is for; `other` for one that a form knows, but that holds neither people nor what was said. */
export type SectionRole =
  | "attendees"
  | "absent"
  | "note taker"
  | "chair"
  | "updates"
  | "agenda"
  | "notes"
  | "actions"
  | "decisions"
  | "other";

/** All section roles. */
export const sectionRoles: readonly SectionRole[] = [
  "attendees",
  "absent",
  "note taker",
  "chair",
  "updates",
  "agenda",
  "notes",
  "actions",
  "decisions",
  "other",
];

/**
 * How attendees are listed: in the `row` of a two-row table behind its label, as `bullets`, one name on each of some
 * `lines`, on one `line` with commas, in a table of one `column` or of several `columns` (name, abbreviation …).
 */
export type AttendeeForm = "row" | "bullets" | "lines" | "line" | "column" | "columns";

/** All attendee forms. */
export const attendeeForms: readonly AttendeeForm[] = ["row", "bullets", "lines", "line", "column", "columns"];

/** A section that a group's notes have. */
export interface SectionForm {
  readonly role: SectionRole;
  /** The name that a quick fix writes. */
  readonly name: string;
  /** Other names that mean the same section; case does not matter. */
  readonly aliases: readonly string[];
  /** Whether a note that has sections at all is expected to have this one. */
  readonly expected: boolean;
  /** Whether it may stand before or behind any other. */
  readonly isAnywhere?: true;
}

/**
 * How a group writes its notes, as plain data.
 * Lists of words are compared without regard to case.
 */
export interface Format {
  readonly title: {
    /** Levels of heading that may be the title. */
    readonly levels: readonly number[];
    /** Forms of its date, in Unicode date tokens (UTS 35): `MMMM dd, yyyy`. */
    readonly dates: readonly string[];
    /** Labels of a line, bullet or heading that tells when the meeting was: `Date`, `When`. */
    readonly fields: readonly string[];
  };
  readonly attendees: {
    /** How a fix lists those who were there, in a note without such a list. */
    readonly form: AttendeeForm;
    /** Labels of the row, line or bullet that lists who was there; the first is the one that a fix writes. */
    readonly attending: readonly string[];
    /** Labels of the row, line, bullet or heading that names the note taker; the first is the one that a fix writes. */
    readonly noteTaker: readonly string[];
    /** Labels of the line, bullet or heading that names who led the meeting. */
    readonly chair: readonly string[];
    /** Labels of the line or bullet that lists who was not there. */
    readonly absent: readonly string[];
  };
  /** In the order in which a note has them. */
  readonly sections: readonly SectionForm[];
  readonly turns: {
    /** The form of a note that shows none of its own. */
    readonly form: TurnForm;
    /** Labels before a colon that are no speakers. */
    readonly labels: readonly string[];
    /** Speakers that are no single person. */
    readonly groups: readonly string[];
  };
  readonly actions: {
    /** Words before a colon that mark an action item outside its section. */
    readonly markers: readonly string[];
  };
  readonly decisions: {
    /** Words before a colon that mark a decision. */
    readonly labels: readonly string[];
    /** Phrases within a sentence that tell of one. */
    readonly phrases: readonly string[];
  };
  /** What the group's template has in the place of words that nobody has written yet, beside what is known of all. */
  readonly placeholders: readonly string[];
}

/** What a user's settings change in how a note is read. */
export interface ReadingOptions {
  /** `auto`: the form that most turns of the note use. */
  readonly turnForm: TurnForm | "auto";
  /** More labels that are no speakers. */
  readonly labels: readonly string[];
  /** Full names by alias. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** Reading options of a user who changed nothing. */
export const defaultReadingOptions: ReadingOptions = { turnForm: "auto", labels: [], aliases: {} };
