/** What a text, or a part of it, says of links and footnotes everywhere in it, as identifiers. */
export interface Definitions {
  /** Link definitions that lead somewhere. */
  readonly targets: ReadonlySet<string>;
  readonly footnotes: ReadonlySet<string>;
}

/** What a text without definitions says. */
export const nothingDefined: Definitions = { targets: new Set(), footnotes: new Set() };
