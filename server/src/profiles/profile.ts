import type { Format } from "../model/format";
import type { RuleSeverities } from "../rules/lint";

/** A group's form and how strictly to hold its notes to it; plain data. */
export interface Profile {
  /** Kebab-case. */
  readonly id: string;
  /** One sentence: whose notes look like this. */
  readonly summary: string;
  readonly format: Format;
  /** Severities that differ from the rules' own. */
  readonly severities: RuleSeverities;
}
