import {
  createScanner,
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { Span } from "../text/span";
import type { Configuration, Mistake, RosterPerson } from "./configuration";
import { configurationShape, rosterShape } from "./configurationShape";
import { readShaped } from "./readShaped";
import type { Shape } from "./shape";

/** The length (in UTF-16 units) beyond which a file is not read: nobody wrote it. */
const longestFile = 1_000_000;

/** More mistakes than this help nobody. */
const mostMistakes = 100;

/** What a file says as far as it could be read, and what in it cannot be meant, in the order of the places. */
export interface FileReading<Value> {
  readonly value: Value;
  readonly mistakes: readonly Mistake[];
  /** Whether the file is JSON at all, so that what was read is all that it says. */
  readonly isWhole: boolean;
}

/** Reads the text of a `.notewright.json`: JSON with comments, and a comma behind the last item if you like. Total. */
export function readConfiguration(text: string): FileReading<Configuration> {
  const { value, ...reading } = readJson(text, configurationShape);
  const { $schema, ...configuration } = (value ?? {}) as Configuration & { $schema?: unknown };
  return { ...reading, value: configuration };
}

/** Reads a roster file in JSON. Total. */
export function readJsonRoster(text: string): FileReading<readonly RosterPerson[]> {
  const { value, ...reading } = readJson(text, rosterShape);
  return { ...reading, value: (value ?? []) as RosterPerson[] };
}

/** Where the value of a key of the outermost object stands; the start of the text where it has none. */
export function placeOfKey(text: string, key: string): Span {
  const root = treeOf(text, []);
  const { offset, length } = (root && findNodeAtLocation(root, [key])) ?? { offset: 0, length: 0 };
  return { start: offset, end: offset + length };
}

function readJson(text: string, shape: Shape): FileReading<unknown> {
  if (text.length > longestFile) return notRead("Unexpected file of more than a million characters");
  const json = text.replace(/^\uFEFF/, " ");
  const errors: ParseError[] = [];
  const root = treeOf(json, errors);
  if (root === null) return notRead("Unexpected JSON nested so deep that it cannot be read");
  // Of a text that is cut off the parser gives an inner part.
  const whole = root?.offset === startOf(json) ? root : undefined;
  const { value, mistakes } = whole ? readShaped(whole, shape) : { value: undefined, mistakes: [] };
  const broken = errors.map(({ error, offset, length }) => {
    const message = syntaxMessages[printParseErrorCode(error)] ?? "Unexpected word";
    return { at: { start: offset, end: offset + length }, message };
  });
  const all = [...broken, ...mistakes].sort((one, other) => one.at.start - other.at.start);
  return { value, mistakes: withoutDoubles(all).slice(0, mostMistakes), isWhole: errors.length === 0 };
}

function notRead(message: string): FileReading<undefined> {
  return { value: undefined, mistakes: [{ at: { start: 0, end: 0 }, message }], isWhole: false };
}

/** Null for a text that is nested too deep. */
function treeOf(text: string, errors: ParseError[]): Node | undefined | null {
  try {
    return parseTree(text, errors, { allowTrailingComma: true });
  } catch (error) {
    // The parser calls itself for each level.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function withoutDoubles(sorted: readonly Mistake[]): Mistake[] {
  return sorted.filter(({ at, message }, index) => {
    const before = sorted[index - 1];
    return message !== before?.message || at.start !== before.at.start;
  });
}

function startOf(text: string): number {
  const scanner = createScanner(text, true);
  scanner.scan();
  return scanner.getTokenOffset();
}

/** What is wrong with JSON, by the parser's name for it. */
const syntaxMessages: Readonly<Record<string, string>> = {
  InvalidSymbol: "Unexpected word, expected a JSON value",
  InvalidNumberFormat: "Unexpected form of a number",
  PropertyNameExpected: "Unexpected end or comma, expected a key in double quotes",
  ValueExpected: "Unexpected end or comma, expected a value",
  ColonExpected: "Unexpected value, expected a colon before it",
  CommaExpected: "Unexpected value, expected a comma before it",
  CloseBraceExpected: "Unexpected end, expected a closing brace",
  CloseBracketExpected: "Unexpected end, expected a closing bracket",
  EndOfFileExpected: "Unexpected text behind the end of the object",
  InvalidCommentToken: "Unexpected comment",
  UnexpectedEndOfComment: "Unexpected end, expected the end of the comment",
  UnexpectedEndOfString: "Unexpected end of the line, expected a closing quote",
  UnexpectedEndOfNumber: "Unexpected end of a number",
  InvalidUnicode: "Unexpected escape, expected four hexadecimal digits behind \\u",
  InvalidEscapeCharacter: "Unexpected escape, expected one that JSON has",
  InvalidCharacter: "Unexpected character, expected it escaped",
};
