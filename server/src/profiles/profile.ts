import type { Format } from "../model/format";
import type { RuleSeverities } from "../rules/lint";

/** What of a Markdown text tells that it is a note of a form; every one that a signature lists is there. */
export type Mark =
  /** A row of a two-row table whose label says that it lists the attendees. */
  | { readonly kind: "attendee row" }
  /** A heading of one of the names; dots, case and accents aside. */
  | { readonly kind: "heading"; readonly names: readonly string[] }
  /** A line, bullet or heading that starts with one of the labels and a colon or in bold. */
  | { readonly kind: "label"; readonly names: readonly string[] }
  /** A table whose header has a column of one of the names. */
  | { readonly kind: "column"; readonly names: readonly string[] }
  /** A paragraph of people, each with an abbreviation: `Ann Bell (AB), …`. */
  | { readonly kind: "abbreviated attendees" }
  /** At least so many paragraphs that start with a name in bold. */
  | { readonly kind: "bold turns"; readonly count: number }
  /** A first heading with a date in it. */
  | { readonly kind: "dated title" };

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
