import type { Position, Range } from "vscode-languageserver";
import type { TypingPlace } from "./notes";

/** One key of somebody who types: what it replaces, and with what. */
export interface Keystroke {
  readonly range: Range;
  /** The same range in UTF-16 code units from the start of the text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Somebody who types into a note, key after key. */
export interface Typist {
  /** The next key; the caret moves with it. */
  press(): Keystroke;
  /** Where a name is expected: behind the bullet of the line that is being typed. */
  readonly bulletStart: Position;
}

const words = "so we measure it again and tell the others";

/** Types a few words with a slip in them, then the next turn, and so on: the same keys in every run. */
export function typistAt({ indent, speaker, ...place }: TypingPlace): Typist {
  const enter = `\n${indent}* `;
  const keys = keysOf(enter, speaker);
  let { offset, line, character } = place;
  const press = (): Keystroke => {
    const key = keys.next().value;
    const erased = key === "backspace" ? 1 : 0;
    const text = erased ? "" : key;
    const range = { start: { line, character: character - erased }, end: { line, character } };
    const keystroke = { range, start: offset - erased, end: offset, text };
    offset += text.length - erased;
    line += key === enter ? 1 : 0;
    character = key === enter ? enter.length - 1 : character + text.length - erased;
    return keystroke;
  };
  return {
    press,
    get bulletStart() {
      return { line, character: enter.length - 1 };
    },
  };
}

function* keysOf(enter: string, speaker: string): Generator<string, never> {
  for (;;) {
    yield* " ";
    yield* words.slice(0, 14);
    yield "q";
    yield "backspace";
    yield* words.slice(14);
    yield enter;
    yield* `${speaker}:`;
  }
}
