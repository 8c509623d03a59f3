import type { Format } from "../model/format";
import type { Note, Reading, Suppression, Turn } from "../model/note";
import type { FileDate } from "../parse/fileDate";
import type { Edit } from "../text/edit";
import type { Part, Span } from "../text/span";

/** How much a finding matters, most first. */
export const severities = ["error", "warning", "information", "hint"] as const;

/** How much a finding matters. */
export type Severity = (typeof severities)[number];

/** A way out of a problem. */
export interface Fix {
  /** An imperative sentence, as a menu shows it. */
  readonly title: string;
  /** Edits to the note; empty where the fix changes a setting only. */
  readonly edits: readonly Edit[];
  /** Whether it needs no judgement and keeps every word: "fix all" holds only such fixes. */
  readonly safe: boolean;
  /** A word within the only edit's new text that the user is to type over. */
  readonly placeholder?: string;
  /** A label that the user's settings are to hold as no speaker. */
  readonly addLabel?: string;
}

/** Editors show related places in a list: more than this many help nobody. */
export const mostRelated = 3;

/** Another place that belongs to a problem. */
export interface RelatedPlace {
  readonly at: Span;
  readonly message: string;
}

/** What a rule has to say about one place of a note. */
export interface Problem {
  readonly at: Span;
  /** "Unexpected X, expected Y", without a full stop. */
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly RelatedPlace[];
  /** The place could be deleted with no loss; editors fade it. */
  readonly unnecessary?: boolean;
}

/** What a rule that looks at passages may know of the note around them; what else it knew would have to be in here. */
export interface Surroundings
  extends Pick<
    Note,
    "people" | "state" | "turnForm" | "keepsTurnForm" | "presentsUpdates" | "hasSmallNames" | "speaking" | "lineEnding"
  > {
  /** The date in the title, `yyyy-MM-dd`; undefined where there is none, or one without year. */
  readonly heldOn: string | undefined;
  /** The day on which the note is read, `yyyy-MM-dd`; undefined where the host does not tell. */
  readonly today: string | undefined;
}

/** What rules may know of a note that its text does not say. */
export interface Outside {
  /** What the file's path tells of the day of the meeting; empty for a text without file. */
  readonly fileDate: FileDate;
}

/** A comment that keeps findings from being shown, or one of the rules that it names, and has no effect. */
export interface IdleSuppression {
  readonly suppression: Suppression;
  /** As the comment names it; absent where it means all rules. */
  readonly rule?: Part;
  /** Whether no rule is called so. */
  readonly isUnknown: boolean;
  /** The ids that are nearest to it, where it is unknown. */
  readonly meant: readonly string[];
}

/**
 * A check of one thing in a note; `Id` is kebab-case, the family first.
 * Never throws on a note's content; problems may come in any order.
 */
export interface Rule<Id extends string = string> {
  readonly id: Id;
  /** One sentence for settings and pages: what the rule reports. */
  readonly summary: string;
  /** Severity where neither profile nor user says another; `off` for a rule that only some groups want. */
  readonly severity: Severity | "off";
  /** What is wrong with the note as a whole; asked for each version of it. */
  check?(note: Note, format: Format, outside: Outside): Iterable<Problem>;
  /**
   * What `check` would say of the turn on a line (positions count from its start) that somebody has written on since
   * the note was read, with the turn as `asRead`. For a rule that says of most turns something else with each word; what
   * it says of other lines must not change with those words, nor what others say with this.
   */
  checkWritten?(line: Reading, asRead: Turn, note: Note): Iterable<Problem>;
  /**
   * Everything in the note that `check` looks at, places included, for a rule that looks at little: while each is the
   * same object as in the version before, so is what was found.
   */
  looksAt?(note: Note): readonly unknown[];
  /**
   * Whether the passage has what `checkPassage` looks for, as soon as that can be told: most passages have nothing of
   * it, and are not looked at. Absent for a rule that looks at all of them. `own` is the passage's own text. Rules that
   * have the same function are asked together.
   */
  readonly concerns?: (passage: Reading, own: string) => boolean;
  /**
   * What is wrong within one passage, whose positions count from the start of its text; asked when the passage or
   * its surroundings changed.
   */
  checkPassage?(passage: Reading, note: Surroundings, format: Format): Iterable<Problem>;
  /** What is wrong with comments that have no effect on the findings of all other rules. */
  checkSuppressions?(idle: readonly IdleSuppression[], note: Note): Iterable<Problem>;
}

/** What a user is shown of a problem, with its rule and the severity that holds in this note. */
export interface Notice extends Omit<Problem, "fixes"> {
  readonly rule: string;
  readonly severity: Severity;
  readonly related: readonly RelatedPlace[];
}

/** A notice with the ways out. */
export interface Finding extends Notice {
  readonly fixes: readonly Fix[];
}
