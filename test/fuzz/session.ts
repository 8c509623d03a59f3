import type { Range, TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { Roster } from "../../server/src/model/note";
import { nobodyKnown, rosterOf } from "../../server/src/model/roster";
import { withRepository } from "../../server/src/workspace/groupSettings";
import { defaultSettings, type NoteSettings } from "../../server/src/workspace/settings";

/** One change as an editor makes it: UTF-16 offsets into the text before it, or a whole new text. */
export type Change = readonly [start: number, end: number, newText: string] | readonly [whole: string];

/** See {@link Step.look}. */
export type Look = "glance" | "unchecked" | "none";

/** One thing that happens to an open document. */
export interface Step {
  /** The changes of one `didChange`, each made to what the one before it left; none changes nothing. */
  readonly edit: readonly Change[];
  /** The settings that hold from here on. */
  readonly settings?: SettingsName;
  /**
   * What is done with this version: compared with a fresh reading if nothing is said, compared in what is shown at
   * every key, only read, or not even that.
   */
  readonly look?: Look;
}

/** A document from its opening on. */
export interface Session {
  readonly text: string;
  readonly settings: SettingsName;
  readonly steps: readonly Step[];
}

const forced: NoteSettings = { ...defaultSettings, files: { "**": "note" } };

/** Settings by name, so that a session can be written down. */
export const settingsByName = {
  /** A user who changed nothing: the content decides whether the text is a note. */
  plain: defaultSettings,
  /** Whatever the text, it is a note. */
  forced,
  bold: { ...forced, turns: { form: "bold" }, labels: ["Cyra", "Ada"] },
  /** As `forced`, but with people who are known from elsewhere; see {@link rosterByName}. */
  series: forced,
  /** What a repository's own file makes of it. */
  configured: withRepository(forced, {
    folder: "file:///notes",
    configuration: {
      profile: {
        sections: [{ name: "Weather" }, { name: "Agenda", expected: true }, { name: "Updates" }, { name: "Actions" }],
        turns: { groups: ["Crew"] },
      },
      rules: { "turn-unfinished": "off" },
      labels: ["Tide"],
    },
    people: [{ name: "Cyra Lind", aliases: ["Captain"], handle: "cl" }],
  }),
  strict: { ...forced, rules: { "turn-format": "error", "speaker-unknown": "off", placeholder: "warning" } },
} as const satisfies Record<string, NoteSettings>;

const series = rosterOf(
  [
    ["Ada Okafor", "Zoe Ortiz"],
    ["Cyra Lind", "Adda Reyes", "Ada Diaz"],
    ["Cyra Lind", "Jo"],
  ].map((names, index) => ({
    date: `2024-01-${11 - index}`,
    people: names.map((name) => ({ name, nicknames: [], abbreviations: [], handles: ["jc"].slice(index) })),
    spoken: ["Max", "سارة", "Nia Vogt"].slice(index).map((name) => ({ name, isFrequent: true })),
  })),
);

/** Who is known from elsewhere. */
export function rosterByName(name: SettingsName): Roster {
  return name === "series" || name === "bold" ? series : nobodyKnown;
}

/** The name of one of {@link settingsByName}. */
export type SettingsName = keyof typeof settingsByName;

/** The text after the changes; offsets past its end mean its end. */
export function changeText(text: string, changes: readonly Change[]): string {
  return changes.reduce((before, change) => {
    if (change.length === 1) return change[0];
    const { start, end } = spanOf(before, change);
    return before.slice(0, start) + change[2] + before.slice(end);
  }, text);
}

/** The changes as a client sends them. */
export function toEvents(text: string, changes: readonly Change[]): TextDocumentContentChangeEvent[] {
  let before = text;
  return changes.map((change) => {
    const range = change.length === 1 ? undefined : rangeOf(before, spanOf(before, change));
    before = changeText(before, [change]);
    return { text: change.at(-1) as string, ...(range && { range }) };
  });
}

/** Where a change takes place: within the text, and never between the halves of a CRLF, which no position can name. */
function spanOf(text: string, [start, end]: readonly [number, number, string]): { start: number; end: number } {
  const [first, last] = [placeIn(text, start), placeIn(text, end)];
  return { start: Math.min(first, last), end: Math.max(first, last) };
}

function placeIn(text: string, offset: number): number {
  const inside = Math.max(0, Math.min(offset, text.length));
  return text[inside - 1] === "\r" && text[inside] === "\n" ? inside - 1 : inside;
}

function rangeOf(text: string, { start, end }: { start: number; end: number }): Range {
  return { start: positionAt(text, start), end: positionAt(text, end) };
}

/** The position of an offset, counted without the help of the code under test. */
export function positionAt(text: string, offset: number): { line: number; character: number } {
  let line = 0;
  let start = 0;
  for (let index = 0; index < offset; index++) {
    if (text[index] === "\n" || (text[index] === "\r" && text[index + 1] !== "\n")) {
      line++;
      start = index + 1;
    }
  }
  return { line, character: offset - start };
}
