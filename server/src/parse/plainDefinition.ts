import type { Span } from "../text/span";

/** What a paragraph's words say of links elsewhere. */
export interface PlainDefinition {
  readonly span: Span;
  readonly identifier: string;
}

/** Whether the words of a paragraph may define links, rather than start with words in brackets. */
export function mayDefine(words: string): boolean {
  const [label] = /^\[(?:[^[\]\\]|\\.?)*\]:/s.exec(words) ?? [];
  if (label === undefined) return false;
  const rest = words.slice(label.length);
  // Nothing is left to lead to, or what follows the first word is no title.
  return rest.trim() !== "" && !/^[ \t]*[^\s<]\S*[ \t]+[^\s"'(]/.test(rest);
}

/**
 * The definitions that a paragraph is made of, each one line that leads somewhere; undefined where it is made of
 * anything else. `start` is the offset of the words.
 */
export function readDefinitions(words: string, start: number): PlainDefinition[] | undefined {
  const definitions: PlainDefinition[] = [];
  for (const line of words.matchAll(/[^\r\n]+/g)) {
    const [all, indent = "", label = "", target = ""] =
      /^( {0,3})\[([^[\]\\]{1,900})\]: *([\w:/#?=%.,~+@-]+)[ \t]*$/.exec(line[0]) ?? [];
    if (all === undefined || label.trim() === "" || label[0] === "^" || !/[:/#@]|\.\w/.test(target)) return undefined;
    const at = start + line.index + indent.length;
    definitions.push({ span: { start: at, end: start + line.index + all.trimEnd().length }, identifier: label });
  }
  return definitions;
}
