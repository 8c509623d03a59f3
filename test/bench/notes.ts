import { readFileSync } from "node:fs";
import { type Random, randomFrom } from "./random";

/** A text to measure with, and where somebody types into it. */
export interface BenchNote {
  readonly title: string;
  readonly text: string;
  /** In UTF-8. */
  readonly bytes: number;
  readonly place: TypingPlace;
}

/** The end of a turn's line. */
export interface TypingPlace {
  /** In UTF-16 code units from the start of the text. */
  readonly offset: number;
  readonly line: number;
  readonly character: number;
  /** What stands before the bullet of that turn. */
  readonly indent: string;
  /** Who speaks there. */
  readonly speaker: string;
}

/** The sizes to choose from: the owner's note repeated to at least so many bytes, and a long note of short turns. */
export const sizes = { "10KB": 10 * 1024, "100KB": 100 * 1024, "4000-lines": 4000, "1MB": 1024 * 1024 } as const;

/** The name of a size. */
export type Size = keyof typeof sizes;

/** The note of a size; the same in every run. */
export function noteOf(size: Size): BenchNote {
  if (size === "4000-lines") return newNote("4,000 lines of short turns", meetingOf(sizes[size], 4000));
  const owner = readFileSync(new URL("../../seeds/2023-08-08-sig-guest-languages.md", import.meta.url), "utf8");
  const once = owner.endsWith("\n") ? owner : `${owner}\n`;
  const times = Math.ceil(sizes[size] / Buffer.byteLength(once));
  return newNote(times === 1 ? "the owner's note" : `the owner's note ${times} times`, once.repeat(times));
}

function newNote(title: string, text: string): BenchNote {
  return { title, text, bytes: Buffer.byteLength(text), place: placeIn(text) };
}

/** At the end of the first turn behind the middle of the text, where somebody who takes notes writes on. */
function placeIn(text: string): TypingPlace {
  const middle = text.indexOf("\n", text.length / 2) + 1;
  const turn = /^( *)\* (\w+): [a-z].*$/im.exec(text.slice(middle));
  if (!turn) throw new Error("The text holds no turn behind its middle.");
  const [whole, indent = "", speaker = ""] = turn;
  const start = middle + turn.index;
  const line = text.slice(0, start).split("\n").length - 1;
  return { offset: start + whole.length, line, character: whole.length, indent, speaker };
}

const attendees = [
  "Ada Miller",
  "Bo Lindqvist",
  "Cara Ndiaye",
  "Dmitri Volkov",
  "Elif Kaya",
  "Farid Rahimi",
  "Greta Holm",
  "Hana Kobayashi",
  "Igor Petrov",
  "Jun Watanabe",
  "Kofi Mensah",
  "Lena Fischer",
  "Mateo Silva",
  "Nadia Haddad",
  "Olu Adeyemi",
  "Priya Nair",
];

const strangers = ["Quentin", "Rosa", "Sven"];

const vocabulary =
  "we the a roof gutter budget plan nail ladder slate beam to of and should can will check agree measure order paint soon again maybe next week before rain".split(
    " ",
  );

/** What is more than a word, to a reader of Markdown. */
const marked = ["`stock`", "**never**", "[stock]", "[the list](https://example.org/list)", "https://example.org/roof"];

/** A note of about so many lines, made up from the seed: a table of attendees and an agenda of many short turns. */
export function meetingOf(lines: number, seed: number): string {
  const random = randomFrom(seed);
  const day = String(1 + random.below(28)).padStart(2, "0");
  const text = [
    `## March ${day}, 2024 - Roof working group`,
    "",
    "|          |      |",
    "| -------- | -------- |",
    `| Attending  | ${attendees.join(", ")} |`,
    `| Note Taker | ${random.of(attendees)} |`,
    "",
    "## Agenda",
    "",
    `* ${sentence(random, 3)}`,
  ];
  while (text.length < lines) {
    if (random.below(60) === 0) text.push(`* ${sentence(random, 3)}`);
    text.push(`    * ${speaker(random)}: ${sentence(random, 4 + random.below(12))}`);
  }
  return `${text.join("\n")}\n`;
}

function speaker(random: Random): string {
  const name = random.below(12) === 0 ? random.of(strangers) : random.of(attendees);
  return name.split(" ", 1)[0] ?? name;
}

/** Words; one sentence in fifteen holds some Markdown. */
function sentence(random: Random, length: number): string {
  const words = Array.from({ length }, () => random.of(vocabulary));
  if (random.below(15) === 0) words[random.below(length)] = random.of(marked);
  return words.join(" ");
}
