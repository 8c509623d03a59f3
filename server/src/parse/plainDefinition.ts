import type { Span } from "../text/span";
import { trimEnd } from "../text/trim";

/** A definition of a link. */
export interface PlainDefinition {
  readonly span: Span;
  /** By which references find it. */
  readonly identifier: string;
}

/** Whether the words of a paragraph may define links, rather than start with words in brackets. */
export function mayDefine(words: string): boolean {
  if (!words.startsWith("[")) return false;
  const [label] = /^\[(?:[^[\]\\]|\\.)*\]:/s.exec(words) ?? [];
  if (label === undefined) return false;
  const rest = words.slice(label.length);
  // Nothing is left to lead to, or what follows the first word is no title.
  return /[^ \t\r\n]/.test(rest) && !/^[ \t]*[^\s<]\S*[ \t]+[^\s"'(]/.test(rest);
}

/**
 * The definitions that a paragraph is made of, each one line that leads somewhere; undefined where it is made of
 * anything else. `start` is the offset of the words.
 */
export function readDefinitions(words: string, start: number): PlainDefinition[] | undefined {
  if (!/^ {0,3}\[/.test(words)) return undefined;
  const definitions: PlainDefinition[] = [];
  for (const line of words.matchAll(/[^\r\n]+/g)) {
    const [all, indent = "", label = "", target = ""] =
      /^( {0,3})\[([^[\]\\]{1,900})\]: *([\w:/#?=%.,~+@!$&'*-]+)[ \t]*$/.exec(line[0]) ?? [];
    const isLink = /[:/#@]|\.\w/.test(target) && /[^ \t]/.test(label);
    if (all === undefined || !isLink) return undefined;
    const end = start + line.index + trimEnd(all, " \t").length;
    definitions.push({ span: { start: start + line.index + indent.length, end }, identifier: identifierOf(label) });
  }
  return definitions;
}

/**
 * Whether the words are one line that CommonMark takes for a definition, but that leads nowhere: `[Ann]: yes`. To a
 * note they are words, unless the text defines such a link elsewhere.
 */
export function definesNothing(words: string, targets: ReadonlySet<string>): boolean {
  if (!words.startsWith("[")) return false;
  const [, label = ""] = /^\[([^[\]\\\r\n^]{1,900})\]: *[\w,-]+$/.exec(words) ?? [];
  return /[^ \t]/.test(label) && !targets.has(identifierOf(label));
}

/** By this CommonMark finds what a label in brackets refers to, whatever its case and white space. */
export function identifierOf(label: string): string {
  return label
    .replace(/[ \t\r\n]+/g, " ")
    .replace(/^ | $/g, "")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
}
