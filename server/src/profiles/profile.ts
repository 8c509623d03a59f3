import type { Format } from "../model/format";
import type { RuleSeverities } from "../rules/lint";

/** What of a Markdown text tells that it is a note of a form. */
export type Mark =
  /** A row of a two-row table whose label says that it lists the attendees. */
  | { readonly kind: "attendee row" }
  /** A heading, line, bullet or column of one of the names; dots, case and accents aside. */
  | { readonly kind: "heading" | "label" | "section" | "column"; readonly names: readonly string[] }
  /** A heading or a numbered item of one of the names, whatever stands in parentheses behind it. */
  | { readonly kind: "item"; readonly names: readonly string[] }
  /** A paragraph of people, each with an abbreviation: `Ann Bell (AB), …`. */
  | { readonly kind: "abbreviated attendees" }
  /** At least so many paragraphs that start with a name (in bold, or a handle in small letters). */
  | { readonly kind: "turns" | "bold turns" | "turns or handles"; readonly count: number }
  /** No heading, line, bullet or column of any of the names; or no heading of one. */
  | { readonly kind: "without" | "without heading"; readonly names: readonly string[] }
  /** A date in the first heading, with its year; or any date there or in the file's name. */
  | { readonly kind: "dated with year" | "dated" }
  /** A folder of meetings, minutes or meeting notes around the file, or a sentence that the meeting was cancelled. */
  | { readonly kind: "folder" | "cancelled" }
  /** One of the words in the first heading. */
  | { readonly kind: "title"; readonly words: readonly string[] };

/** A group's form and how strictly to hold its notes to it; plain data. */
export interface Profile {
  /** Kebab-case. */
  readonly id: string;
  /** One sentence: whose notes look like this. */
  readonly summary: string;
  readonly format: Format;
  /**
   * What a text of the form has, by which it is recognised: all marks of one of the lists. Empty for a profile that is
   * only ever chosen by name.
   */
  readonly signatures: readonly (readonly Mark[])[];
  /** Severities that differ from the rules' own. */
  readonly severities: RuleSeverities;
}
