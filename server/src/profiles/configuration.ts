import type { Format, SectionRole, TurnForm } from "../model/format";
import type { RuleSeverities } from "../rules/lint";
import type { Span } from "../text/span";

/** The name of the file in which a repository says how its notes are written. */
export const configurationName = ".notewright.json";

/** What a repository's own file says, as far as it could be read; plain data. */
export interface Configuration {
  /** Id of the built-in profile that everything else changes. */
  readonly extends?: string;
  readonly profile?: ProfileParts;
  readonly rules?: RuleSeverities;
  /** Verdicts by glob, relative to the file's folder; the last that matches holds. */
  readonly files?: Readonly<Record<string, "note" | "ignore">>;
  readonly people?: readonly RosterPerson[];
  /** Path of a list of people, relative to the file's folder. */
  readonly roster?: string;
  /** Labels that are no speakers, beside those that Notewright knows. */
  readonly labels?: readonly string[];
}

/** What a group writes in its own way; what is left out is as in the profile that it changes. */
export interface ProfileParts {
  readonly title?: Partial<Format["title"]>;
  readonly attendees?: Partial<Format["attendees"]>;
  /** In the order in which a note has them. */
  readonly sections?: readonly SectionPart[];
  readonly turns?: {
    /** The form that all turns are to have. */
    readonly form?: TurnForm;
    readonly groups?: readonly string[];
  };
  readonly actions?: Partial<Format["actions"]>;
  readonly decisions?: Partial<Format["decisions"]>;
  /** What stands in a note until somebody writes something there. */
  readonly placeholders?: readonly string[];
}

/** A section of a group's notes. */
export interface SectionPart {
  readonly name: string;
  /** Absent: that of the section which the name or an alias means in the profile. */
  readonly role?: SectionRole;
  /** Other names; absent: those of the profile's section of that role. */
  readonly aliases?: readonly string[];
  /** Whether a note is expected to have it; absent: as in the profile. */
  readonly expected?: boolean;
}

/** Somebody whom a group knows. */
export interface RosterPerson {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly abbreviation?: string;
  /** On GitHub, without the `@`. */
  readonly handle?: string;
}

/** Something in a file that cannot be meant. */
export interface Mistake {
  readonly at: Span;
  /** "Unexpected X, expected Y", without a full stop. */
  readonly message: string;
}
